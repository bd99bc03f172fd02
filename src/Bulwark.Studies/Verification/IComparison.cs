namespace Bulwark.Studies.Verification;

/// <summary>
/// Compares one model with one table of values that nobody in this project wrote. A new table is one class and one line in
/// <see cref="ComparisonList"/>. Implementations hold no state.
/// </summary>
internal interface IComparison
{
    /// <summary>File name of the table.</summary>
    string Table { get; }

    /// <summary>File names of tables that hold data of this table's cases and no values to compare.</summary>
    IReadOnlyList<string> Companions => [];

    /// <summary>The part of the workbench the model belongs to, for the headings of the report.</summary>
    string Area { get; }

    /// <summary>What is compared, in a few words.</summary>
    string Model { get; }

    /// <summary>Where the numbers come from, in a few words; every row has the full source.</summary>
    string Source { get; }

    /// <summary>Which columns are compared with what, and every tolerance that is not literally the row's, with the reason.</summary>
    string Rule { get; }

    /// <summary>Columns without which the table cannot be used.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Compares one row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="findings">Receives the errors, or the reason why the row is left out.</param>
    void Compare(ReferenceRow row, Findings findings);
}
