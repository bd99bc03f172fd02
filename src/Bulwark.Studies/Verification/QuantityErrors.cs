namespace Bulwark.Studies.Verification;

/// <summary>All errors of one quantity under one tolerance.</summary>
/// <param name="quantity">What it is.</param>
/// <param name="unit">Unit of the errors; "relative" for shares of the reference; empty for plain numbers.</param>
/// <param name="tolerance">The tolerance in words.</param>
internal sealed class QuantityErrors(string quantity, string unit, string tolerance)
{
    /// <summary>What it is.</summary>
    public string Quantity => quantity;

    /// <summary>Unit of the errors.</summary>
    public string Unit => unit;

    /// <summary>The tolerance in words.</summary>
    public string Tolerance => tolerance;

    /// <summary>The errors, in the order of the cases.</summary>
    public List<CaseError> Cases { get; } = [];

    /// <summary>The case whose error is the largest part of what is allowed; a case without a value is worse than any.</summary>
    public CaseError Worst { get; private set; }

    /// <summary>Whether every case is within its tolerance.</summary>
    public bool IsWithin => Worst.Ratio <= 1;

    /// <summary>Takes a case.</summary>
    public void Add(CaseError found)
    {
        if (Cases.Count == 0 || double.IsNaN(found.Ratio) || found.Ratio > Worst.Ratio) Worst = found;
        Cases.Add(found);
    }

    /// <summary>The worst error with its unit.</summary>
    public string WorstText => double.IsNaN(Worst.Ratio) ? "no value" : unit.Length == 0 ? Verification.Tolerance.Text(Worst.Error) : $"{Verification.Tolerance.Text(Worst.Error)} {unit}";
}
