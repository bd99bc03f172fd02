using System.Diagnostics.CodeAnalysis;

namespace Bulwark.Formats.TerrainTiles;

/// <summary>
/// A terrain tile cannot be fetched. The message names its address, what happened, what was expected and what to do. Nothing is left
/// half-written under a tile's name.
/// </summary>
[SuppressMessage("Roslynator", "RCS1194:Implement exception constructors", Justification = "Without its address the error would help nobody.")]
public sealed class TileFetchException : Exception
{
    /// <summary>Describes what stood in the way.</summary>
    /// <param name="address">The address, or the option that cannot be used.</param>
    /// <param name="problem">What happened, as a clause without a final stop.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="advice">What the user can do, as a sentence.</param>
    /// <param name="inner">Cause, when another exception revealed it.</param>
    public TileFetchException(string address, string problem, string expected, string advice, Exception? inner = null)
        : base($"{address}: {problem}; expected {expected}. {advice}", inner) =>
        (Address, Expected, Advice) = (address, expected, advice);

    /// <summary>The address.</summary>
    public string Address { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>What the user can do.</summary>
    public string Advice { get; }
}
