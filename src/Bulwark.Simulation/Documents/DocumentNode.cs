namespace Bulwark.Simulation.Documents;

/// <summary>A piece of a read file that knows its place.</summary>
public abstract class DocumentNode
{
    private protected DocumentNode(DocumentPlace place) => Place = place;

    /// <summary>Where it begins.</summary>
    public DocumentPlace Place { get; }

    /// <summary>What it is, for messages: "a value", "a list" or "a mapping".</summary>
    public abstract string Kind { get; }
}
