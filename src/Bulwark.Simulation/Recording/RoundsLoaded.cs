namespace Bulwark.Simulation.Recording;

/// <summary>A fire unit was loaded with rounds that it did not have with it. Immutable.</summary>
/// <param name="Unit">Index of the fire unit.</param>
/// <param name="Line">Line of its magazine.</param>
/// <param name="Rounds">How many.</param>
public readonly record struct RoundsLoaded(int Unit, int Line, int Rounds) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.RoundsLoaded;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("unit", Unit);
        writer.Integer("line", Line);
        writer.Integer("rounds", Rounds);
    }
}
