namespace Bulwark.Simulation.Catalogue;

/// <summary>The figures of an entry, in the order of its file. Immutable.</summary>
public sealed class FigureSet
{
    private readonly Dictionary<string, Figure> _byName;

    /// <summary>Makes a set.</summary>
    /// <param name="figures">The figures; a name may stand only once.</param>
    public FigureSet(IReadOnlyList<Figure> figures)
    {
        All = figures;
        _byName = figures.ToDictionary(figure => figure.Name, StringComparer.Ordinal);
    }

    /// <summary>The figures in the order of the file.</summary>
    public IReadOnlyList<Figure> All { get; }

    /// <summary>Finds a figure.</summary>
    /// <param name="name">The key in the file.</param>
    /// <returns>The figure, or null.</returns>
    public Figure? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The same set with some figures replaced or added.</summary>
    /// <param name="figures">The figures that win.</param>
    public FigureSet With(IReadOnlyList<Figure> figures)
    {
        var replaced = All.Select(figure => figures.LastOrDefault(other => other.Name == figure.Name) ?? figure);
        var added = figures.Where(figure => Find(figure.Name) is null).GroupBy(figure => figure.Name).Select(group => group.Last());
        return new FigureSet([.. replaced, .. added]);
    }
}
