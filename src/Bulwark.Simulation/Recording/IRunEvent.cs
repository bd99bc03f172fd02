namespace Bulwark.Simulation.Recording;

/// <summary>Something that happened in a run. One definition of its fields serves the hash, the database and every export.</summary>
public interface IRunEvent
{
    /// <summary>The type's number.</summary>
    static abstract EventType Type { get; }

    /// <summary>Hands every field to a writer, always in the same order.</summary>
    /// <param name="writer">Receives the fields.</param>
    /// <typeparam name="TWriter">Type of the writer.</typeparam>
    void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct;
}
