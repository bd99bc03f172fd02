using System.Text;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>The catalogue: every entry read, merged and checked. Immutable.</summary>
public sealed class CatalogueStore
{
    private const string ResourceFolder = "catalogue/";

    private readonly Dictionary<string, CatalogueEntry> _byId;

    private CatalogueStore(IReadOnlyList<CatalogueEntry> entries)
    {
        Entries = entries;
        _byId = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>The entries by kind and id.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>Loads the catalogue that is built into this library.</summary>
    /// <exception cref="DocumentException">A built-in file is wrong.</exception>
    public static CatalogueStore LoadEmbedded() => LoadTexts(EmbeddedTexts());

    /// <summary>The files of the catalogue that is built into this library.</summary>
    /// <returns>Names, which end in the identifier and <c>.yaml</c>, and contents.</returns>
    public static IReadOnlyList<(string Name, string Text)> EmbeddedTexts()
    {
        var assembly = typeof(CatalogueStore).Assembly;
        var texts = new List<(string Name, string Text)>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var name = resource.Replace('\\', '/');
            if (!name.StartsWith(ResourceFolder, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            texts.Add((name, reader.ReadToEnd()));
        }

        return texts;
    }

    /// <summary>Loads the catalogue of a folder: every <c>.yaml</c> file in it and below.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DocumentException">The folder does not exist, or a file is wrong; carries every problem of every file.</exception>
    public static CatalogueStore Load(string folder)
    {
        var problems = new ProblemList();
        var store = Read(folder, problems);
        problems.ThrowIfErrors();
        return store;
    }

    /// <summary>Loads a catalogue from texts.</summary>
    /// <param name="files">Names and contents of the files.</param>
    /// <exception cref="DocumentException">A file is wrong; carries every problem of every file.</exception>
    public static CatalogueStore LoadTexts(IReadOnlyList<(string Name, string Text)> files)
    {
        var problems = new ProblemList();
        var reader = new CatalogueReader(problems);
        foreach (var (name, text) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (DocumentLoader.LoadText(text, name, problems) is { } node) reader.Add(node);
        }

        var entries = reader.Finish();
        problems.ThrowIfErrors();
        return new CatalogueStore(entries);
    }

    /// <summary>Checks the catalogue of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Every problem of every file; empty when all is well.</returns>
    public static IReadOnlyList<Problem> Check(string folder)
    {
        var problems = new ProblemList();
        _ = Read(folder, problems);
        return problems.Sorted();
    }

    /// <summary>The JSON schema of catalogue files, made from the definitions the reader uses.</summary>
    public static string Schema() => EntryKeys.Schema();

    /// <summary>Finds an entry.</summary>
    /// <param name="id">Its identifier.</param>
    /// <returns>The entry, or null.</returns>
    public CatalogueEntry? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The entries of a kind, by id.</summary>
    /// <param name="kind">The kind.</param>
    public IReadOnlyList<CatalogueEntry> OfKind(EntryKind kind) => [.. Entries.Where(entry => entry.Kind == kind)];

    /// <summary>The same catalogue with one figure set to a single value, as studies do when they sample between low and high.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="figure">The figure's key, such as "detection-range"; a number, not a word.</param>
    /// <param name="valueSi">The value in the program's own unit of the figure's dimension.</param>
    /// <exception cref="ArgumentException">There is no such entry or figure, or the value is outside the figure's valid range.</exception>
    public CatalogueStore WithFigure(string id, string figure, double valueSi)
    {
        var entry = Find(id) ?? throw new ArgumentException($"there is no catalogue entry '{id}'", nameof(id));
        var key = FigureKeys.Find(entry.Kind, figure) ?? throw new ArgumentException($"a {EntryKeys.Word(entry.Kind)} has no figure '{figure}'", nameof(figure));
        var set = key.FromSi(valueSi) ?? throw new ArgumentException($"{valueSi} is not {key.Expected}", nameof(valueSi));
        var old = entry.Figures.Find(figure);
        set = set with { Unit = old?.Unit ?? set.Unit, Reasoning = "set by the caller" };
        var changed = entry with { Figures = entry.Figures.With([set]) };
        return new CatalogueStore([.. Entries.Select(other => other.Id == id ? changed : other)]);
    }

    private static CatalogueStore Read(string folder, ProblemList problems)
    {
        var reader = new CatalogueReader(problems);
        var shown = folder.Replace('\\', '/').TrimEnd('/');
        if (!Directory.Exists(folder))
        {
            problems.Error(new DocumentPlace(shown, 0, 0), "the folder does not exist", "a folder with catalogue files");
            return new CatalogueStore([]);
        }

        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0) problems.Error(new DocumentPlace(shown, 0, 0), "the folder holds no catalogue files", "files that end in .yaml");
        foreach (var file in files)
        {
            if (DocumentLoader.LoadFile($"{shown}/{file}", problems) is { } node) reader.Add(node);
        }

        return new CatalogueStore(reader.Finish());
    }
}
