namespace Bulwark.Simulation.Recording;

/// <summary>A searching radar or a fire unit changed what it is doing, or its radar went on or off. Immutable.</summary>
/// <param name="Node">Index of the searching radar, or -1.</param>
/// <param name="Unit">Index of the fire unit, or -1.</param>
/// <param name="Posture">What it does from now on.</param>
/// <param name="Radiating">Whether its radar works from now on.</param>
/// <param name="Place">Which of its planned places it stands at, or drives to, from 0.</param>
public readonly record struct SiteChanged(int Node, int Unit, SitePosture Posture, bool Radiating, int Place) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.SiteChanged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("node", Node);
        writer.Integer("unit", Unit);
        writer.Choice("posture", Posture);
        writer.Integer("radiating", Radiating ? 1 : 0);
        writer.Integer("place", Place);
    }
}
