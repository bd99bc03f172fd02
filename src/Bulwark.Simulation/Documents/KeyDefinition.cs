using System.Text.Json.Nodes;

namespace Bulwark.Simulation.Documents;

/// <summary>
/// A key that a mapping of a file may have. The reader, the JSON schema and the reference page are all made from these definitions,
/// so that they cannot disagree. Immutable.
/// </summary>
public abstract class KeyDefinition
{
    private protected KeyDefinition(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The key as files write it.</summary>
    public string Name { get; }

    /// <summary>What it means, one sentence.</summary>
    public string Description { get; }

    /// <summary>Whether it has to be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Names that the key had in older files. They are read, with a warning that names the key's name of today.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What is used when it is missing, as a file would write it; null when nothing is.</summary>
    public string? DefaultText { get; init; }

    /// <summary>What may stand behind it, for messages and the reference page.</summary>
    public abstract string Expected { get; }

    /// <summary>Checks what stands behind it by itself, without what the rest of the file says.</summary>
    /// <param name="node">What stands behind the key.</param>
    /// <param name="problems">Receives what is wrong with it.</param>
    internal virtual void Check(DocumentNode node, ProblemList problems)
    {
    }

    /// <summary>Its JSON schema, without description and default.</summary>
    /// <param name="definitions">Collects shared parts.</param>
    internal abstract JsonObject Schema(SchemaDefinitions definitions);
}
