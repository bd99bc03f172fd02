namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>The unit guards another one. Immutable.</summary>
/// <param name="Parent">Identifier of the battery or radar that it guards.</param>
/// <param name="Only">Whether it engages nothing else; otherwise what threatens the parent goes first.</param>
/// <param name="WithinM">Farthest from the parent that the straight way of a track may lead past for the track to threaten it, metres.</param>
public sealed record PointDefence(string Parent, bool Only, double WithinM)
{
    /// <summary>How much more the parent counts than the most valuable asset, when it goes first.</summary>
    public const double FirstFactor = 10;
}
