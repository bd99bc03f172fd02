namespace Bulwark.Simulation.Recording;

/// <summary>A command that chooses by expected value made a choice. Immutable.</summary>
/// <param name="Picture">Index of the picture it was made on.</param>
/// <param name="Targets">Targets that could have been taken on.</param>
/// <param name="Taken">Targets that were.</param>
/// <param name="ValueRatio">Expected value stopped: threat times kill probability of the salvo, summed.</param>
/// <param name="BoundRatio">No choice stops more than this.</param>
public readonly record struct AssignmentWeighed(int Picture, int Targets, int Taken, double ValueRatio, double BoundRatio) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.AssignmentWeighed;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("targets", Targets);
        writer.Integer("taken", Taken);
        writer.Real("value", ValueRatio);
        writer.Real("bound", BoundRatio);
    }
}
