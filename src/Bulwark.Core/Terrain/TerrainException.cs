using System.Diagnostics.CodeAnalysis;

namespace Bulwark.Core.Terrain;

/// <summary>
/// A terrain tile cannot be used: it is cut, damaged, of another format, or does not fit the others. The message names the file, what
/// was found, what was expected and what to do. Bad input, never a fault of the program.
/// </summary>
[SuppressMessage("Roslynator", "RCS1194:Implement exception constructors", Justification = "Without its file the error would help nobody.")]
public sealed class TerrainException : Exception
{
    /// <summary>Describes a defect of a tile.</summary>
    /// <param name="file">The file or folder.</param>
    /// <param name="problem">What was found, as a clause without a final stop.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="advice">What the user can do, as a sentence.</param>
    /// <param name="inner">Cause, when another exception revealed the defect.</param>
    public TerrainException(string file, string problem, string expected, string advice, Exception? inner = null)
        : base($"{file}: {problem}; expected {expected}. {advice}", inner) =>
        (File, Expected, Advice) = (file, expected, advice);

    /// <summary>The file or folder.</summary>
    public string File { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>What the user can do.</summary>
    public string Advice { get; }
}
