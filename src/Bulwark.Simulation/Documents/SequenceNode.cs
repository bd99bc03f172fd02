namespace Bulwark.Simulation.Documents;

/// <summary>A list. Filled by the loader, not changed afterwards.</summary>
public sealed class SequenceNode : DocumentNode
{
    private readonly List<DocumentNode> _items = [];

    internal SequenceNode(DocumentPlace place)
        : base(place)
    {
    }

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<DocumentNode> Items => _items;

    /// <inheritdoc />
    public override string Kind => "a list";

    internal void Add(DocumentNode item) => _items.Add(item);
}
