namespace Bulwark.Studies.Verification;

/// <summary>The outcome of one comparison or experiment. Immutable once made.</summary>
public sealed class VerificationEntry
{
    internal VerificationEntry(string name, string area, string model, string source, string rule, int? rows, Findings findings, IReadOnlyList<ReferenceProblem> problems)
    {
        Name = name;
        Area = area;
        Model = model;
        Source = source;
        Rule = rule;
        Rows = rows ?? 0;
        IsTable = rows is not null;
        Problems = problems;
        LeftOut = findings.LeftOut;
        Quantities = findings.Quantities;
        Lines = [.. findings.Quantities.Select(Line)];
    }

    /// <summary>File name of the table, or name of the experiment.</summary>
    public string Name { get; }

    /// <summary>The part of the workbench it belongs to.</summary>
    public string Area { get; }

    /// <summary>The model.</summary>
    public string Model { get; }

    /// <summary>Where the reference values come from, in a few words.</summary>
    public string Source { get; }

    /// <summary>What is compared, and tolerances that are not literally the table's, with the reason.</summary>
    public string Rule { get; }

    /// <summary>Whether it is a table, not an experiment.</summary>
    public bool IsTable { get; }

    /// <summary>Rows of the table that could be read.</summary>
    public int Rows { get; }

    /// <summary>The results by quantity.</summary>
    public IReadOnlyList<VerificationLine> Lines { get; }

    /// <summary>Cases that the model does not cover, with the reason.</summary>
    public IReadOnlyList<(string Case, string Reason)> LeftOut { get; }

    /// <summary>What could not be used.</summary>
    public IReadOnlyList<ReferenceProblem> Problems { get; }

    /// <summary>Whether all was usable and within tolerance.</summary>
    public bool IsInOrder => Problems.Count == 0 && Lines.All(static line => line.IsWithin);

    /// <summary>Every error, for the plots.</summary>
    internal IReadOnlyList<QuantityErrors> Quantities { get; }

    private VerificationLine Line(QuantityErrors errors) => new()
    {
        Name = Name,
        Model = Model,
        Source = Source,
        Quantity = errors.Quantity,
        Cases = errors.Cases.Count,
        WorstError = errors.WorstText,
        WorstErrorRatio = errors.Worst.Ratio,
        WorstCase = errors.Worst.Case,
        Tolerance = errors.Tolerance,
        IsWithin = errors.IsWithin,
    };
}
