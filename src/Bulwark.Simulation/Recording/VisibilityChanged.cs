using Bulwark.Sensing.Radars;

namespace Bulwark.Simulation.Recording;

/// <summary>The answer to "can this radar see this target?" changed at a crossing of the beam. Immutable.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Target">Index of the target.</param>
/// <param name="Visibility">The new answer.</param>
/// <param name="RangeM">Slant range, metres.</param>
public readonly record struct VisibilityChanged(int Node, int Target, Visibility Visibility, double RangeM) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.VisibilityChanged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("node", Node);
        writer.Integer("target", Target);
        writer.Choice("visibility", Visibility);
        writer.Real("range_m", RangeM);
    }
}
