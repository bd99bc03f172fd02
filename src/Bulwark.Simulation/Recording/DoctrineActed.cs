namespace Bulwark.Simulation.Recording;

/// <summary>A unit acted as its doctrine says. Immutable.</summary>
/// <param name="Picture">Index of the picture of the unit: what it believed decided.</param>
/// <param name="Node">Index of the searching radar that acted, or -1.</param>
/// <param name="Unit">Index of the fire unit that acted, or -1; both are -1 when the unit acted as a whole.</param>
/// <param name="Cause">The behaviour.</param>
/// <param name="Action">What it did.</param>
/// <param name="Track">Track that made it act, or -1.</param>
/// <param name="Target">Target in truth behind that track, or -1: for the record only.</param>
/// <param name="ValueSi">The figure that decided: metres for ranges, seconds for times, rounds for magazines; not a number when there is none.</param>
public readonly record struct DoctrineActed(int Picture, int Node, int Unit, DoctrineCause Cause, DoctrineAction Action, int Track, int Target, double ValueSi) : IBeliefEvent<DoctrineActed>
{
    /// <inheritdoc />
    public static EventType Type => EventType.DoctrineActed;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("node", Node);
        writer.Integer("unit", Unit);
        writer.Choice("cause", Cause);
        writer.Choice("action", Action);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Real("value", ValueSi);
    }

    DoctrineActed IBeliefEvent<DoctrineActed>.About(int target) => this with { Target = target };
}
