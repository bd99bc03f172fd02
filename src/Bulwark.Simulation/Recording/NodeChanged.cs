namespace Bulwark.Simulation.Recording;

/// <summary>The command of a battery or radar, a command post or a relay failed or works again. Immutable.</summary>
/// <param name="Node">Index of the node: the pictures first, then the relays.</param>
/// <param name="Works">Whether it works from now on.</param>
/// <param name="Unpowered">Whether it has no power.</param>
public readonly record struct NodeChanged(int Node, bool Works, bool Unpowered) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.NodeChanged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("node", Node);
        writer.Integer("works", Works ? 1 : 0);
        writer.Integer("unpowered", Unpowered ? 1 : 0);
    }
}
