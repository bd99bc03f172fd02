using System.Diagnostics.CodeAnalysis;

namespace Bulwark.Formats.PlotTables;

/// <summary>A table of plots or its scenario cannot be read. The message names file, line and column, what was expected and what was found. Bad input, never a fault of the program.</summary>
[SuppressMessage("Roslynator", "RCS1194:Implement exception constructors", Justification = "Without its place the error would help nobody.")]
public sealed class TableException : Exception
{
    /// <summary>Describes a defect.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="column">The place in the line, from 1.</param>
    /// <param name="problem">What was found, as a clause without a final stop.</param>
    /// <param name="expected">What was expected there.</param>
    /// <param name="inner">Cause, when another exception revealed the defect.</param>
    public TableException(string file, long line, long column, string problem, string expected, Exception? inner = null)
        : base($"{file}:{line}:{column}: {problem}; expected {expected}", inner)
    {
    }
}
