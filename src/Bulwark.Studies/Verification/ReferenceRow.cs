using System.Globalization;
using Bulwark.Core.Units;

namespace Bulwark.Studies.Verification;

/// <summary>One case of a table. A field that cannot be used throws a <see cref="RowProblemException"/> with its column. Immutable.</summary>
internal sealed class ReferenceRow(ReferenceTable table, int line, List<CsvField> fields)
{
    /// <summary>Line in the file, from 1.</summary>
    public int Line => line;

    /// <summary>The case's own name.</summary>
    public string Id => table.IndexOf("case_id") is >= 0 and var index ? fields[index].Text : $"line {line}";

    /// <summary>Where the number comes from: published, computed, ...</summary>
    public string Kind => Has("kind") ? Text("kind") : "";

    /// <summary>Whether the table has the column and the row a text in it.</summary>
    public bool Has(string column) => table.IndexOf(column) is >= 0 and var index && fields[index].Text.Length > 0;

    /// <summary>A text; empty when the field is.</summary>
    public string Text(string column) => Field(column).Text;

    /// <summary>A finite number.</summary>
    public double Number(string column) => Value(column).Number;

    /// <summary>A finite number inside a range.</summary>
    public double Number(string column, double least, double most)
    {
        var value = Number(column);
        if (value >= least && value <= most) return value;
        throw new RowProblemException(Field(column).Column, $"{column} is {Text(column)}; expected {least} to {most}");
    }

    /// <summary>A finite number, or another when the field is empty.</summary>
    public double NumberOr(string column, double otherwise) => Has(column) ? Number(column) : otherwise;

    /// <summary>A whole number inside a range.</summary>
    public int Integer(string column, int least, int most)
    {
        var field = Field(column);
        if (int.TryParse(field.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        throw new RowProblemException(field.Column, $"{column} is '{field.Text}'; expected a whole number from {least} to {most}");
    }

    /// <summary>A finite number with what its printing says about its precision.</summary>
    public PrintedNumber Value(string column)
    {
        var field = Field(column);
        if (double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) return PrintedNumber.Of(value, field.Text);
        throw new RowProblemException(field.Column, field.Text.Length == 0 ? $"{column} is empty; expected a number" : $"{column} is '{field.Text}'; expected a number");
    }

    /// <summary>The tolerance the row states.</summary>
    /// <param name="label">The word before the number when the text holds several tolerances; otherwise the first is meant.</param>
    /// <param name="column">The column that holds the text.</param>
    public Tolerance Tolerance(string? label = null, string column = "tolerance")
    {
        var field = Field(column);
        return ToleranceText.Find(field.Text, label)
            ?? throw new RowProblemException(field.Column, $"{column} is '{field.Text}'; expected a number{(label is null ? "" : $" after '{label}'")} with 'relative' or a unit");
    }

    /// <summary>The tolerance the row states in a unit, when its text states several.</summary>
    /// <param name="unit">The unit.</param>
    public Tolerance ToleranceIn(string unit)
    {
        foreach (var clause in Text("tolerance").Split(';'))
        {
            if (ToleranceText.Find(clause, null) is { } found && found.Unit == unit) return found;
        }

        throw new RowProblemException(Field("tolerance").Column, $"tolerance is '{Text("tolerance")}'; expected a number with the unit {unit}");
    }

    /// <summary>The error for a word that no model answers to.</summary>
    public RowProblemException Unknown(string column, params IReadOnlyList<string> known)
    {
        var field = Field(column);
        var hint = NearestMatch.Hint(field.Text, known);
        return new RowProblemException(field.Column, $"{column} '{field.Text}' is not known; expected one of {string.Join(", ", known)}{(hint.Length > 0 ? $"; {hint}" : "")}");
    }

    /// <summary>An error at a column.</summary>
    public RowProblemException Problem(string column, string message) => new(Field(column).Column, message);

    /// <summary>Rows of another table, which holds data of this case: of the same set, or as shipped when the set has none of its own.</summary>
    /// <param name="name">File name of the other table.</param>
    /// <param name="columns">Columns it must have.</param>
    public List<ReferenceRow> Companion(string name, params IReadOnlyList<string> columns)
    {
        var set = table.Set?.Names.Contains(name, StringComparer.Ordinal) == true ? table.Set : ReferenceSet.Embedded;
        var other = set.Read(name);
        if (other.Problems.Count > 0) throw new RowProblemException(1, $"{name} line {other.Problems[0].Line}: {other.Problems[0].Message}");
        if (columns.FirstOrDefault(column => other.IndexOf(column) < 0) is { } absent) throw new RowProblemException(1, $"{name} has no column '{absent}'");
        return other.Rows;
    }

    private CsvField Field(string column)
    {
        var index = table.IndexOf(column);
        return index >= 0 ? fields[index] : throw new RowProblemException(1, $"the table has no column '{column}'");
    }
}
