using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>One thing of the catalogue, read from one file. Immutable.</summary>
public sealed record CatalogueEntry
{
    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Identifier, unique in the catalogue and equal to the name of its file.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a sentence.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Category of an aircraft (fighter, bomber, cruise-missile, airliner …); otherwise empty.</summary>
    public string Category { get; init; } = "";

    /// <summary>The entry it is a variant of, or empty; its figures, parts and facts are already merged in.</summary>
    public string Like { get; init; } = "";

    /// <summary>Where its file begins.</summary>
    public DocumentPlace Place { get; init; }

    /// <summary>Its figures.</summary>
    public required FigureSet Figures { get; init; }

    /// <summary>Its parts; only a battery has any.</summary>
    public IReadOnlyList<CataloguePart> Parts { get; init; } = [];

    /// <summary>What else is published about it.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];
}
