using System.Text;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>Finds the doctrines that have files of their own: those that come with the library by name, others by the path of their file.</summary>
internal sealed class DoctrineShelf(ProblemList problems)
{
    private const string ResourceFolder = "doctrines/";
    private const string Ending = ".yaml";

    private static readonly DocumentLimits Limits = new() { MaximumBytes = 1024 * 1024, MaximumNodes = 50_000 };

    private readonly Dictionary<string, MappingNode?> _read = new(StringComparer.Ordinal);

    /// <summary>The names of the doctrines that come with the library.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(DoctrineShelf).Assembly.GetManifestResourceNames()
            .Select(static resource => resource.Replace('\\', '/'))
            .Where(static resource => resource.StartsWith(ResourceFolder, StringComparison.Ordinal))
            .Select(static resource => resource[ResourceFolder.Length..^Ending.Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>What tells a doctrine from every other: its name, or the path of its file.</summary>
    public static string IdOf(ScalarNode name) => IsPath(name.Text) ? PathOf(name) : name.Text;

    /// <summary>The text of a doctrine that comes with the library.</summary>
    public static string TextOf(string name)
    {
        using var stream = typeof(DoctrineShelf).Assembly.GetManifestResourceStream(ResourceFolder + name + Ending)
            ?? throw new InvalidOperationException($"the doctrine '{name}' is missing from the library");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The doctrine of a name or path.</summary>
    /// <param name="name">The name or path as it stands in a file.</param>
    /// <param name="doctrine">The doctrine; null after reporting what is wrong with its file.</param>
    /// <returns>False when there is none of that name; nothing was reported.</returns>
    public bool TryFind(ScalarNode name, out MappingNode? doctrine)
    {
        var id = IdOf(name);
        if (_read.TryGetValue(id, out doctrine)) return true;
        if (!IsPath(name.Text) && !Names.Contains(name.Text, StringComparer.Ordinal)) return false;
        doctrine = IsPath(name.Text) ? ReadFile(name, id) : Body(DocumentLoader.LoadText(TextOf(name.Text), ResourceFolder + name.Text + Ending, problems));
        _read[id] = doctrine;
        return true;
    }

    private static bool IsPath(string name) => name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    // As it is shown: relative to where the file that names it was given.
    private static string PathOf(ScalarNode name) => Path.Combine(Path.GetDirectoryName(name.Place.File) ?? "", name.Text).Replace('\\', '/');

    private MappingNode? ReadFile(ScalarNode name, string path)
    {
        if (!Path.IsPathRooted(name.Text) && File.Exists(path)) return Body(DocumentLoader.LoadFile(path, problems, Limits));
        var folder = Path.GetDirectoryName(path);
        var beside = Path.IsPathRooted(name.Text) || string.IsNullOrEmpty(folder) || !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*" + Ending).Select(static file => Path.GetFileName(file)).ToList();
        problems.Error(name.Place, $"there is no file {QuotedText.Of(name.Text)}", "a doctrine file, relative to this one, or a name: " + string.Join(", ", Names), NearestMatch.Hint(Path.GetFileName(name.Text), beside));
        return null;
    }

    private MappingNode? Body(DocumentNode? node) => node is null ? null : DoctrineFile.Body(node, problems);
}
