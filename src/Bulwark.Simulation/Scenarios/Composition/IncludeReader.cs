using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Composition;

/// <summary>
/// Reads included files and merges them: lists one after another in the order of inclusion, mappings key by key, and what the
/// including file says wins. A file that is reached twice is taken once.
/// </summary>
internal sealed class IncludeReader
{
    private const int Deepest = 8;
    private const int MostFiles = 32;

    private static readonly DocumentLimits Limits = new() { MaximumBytes = 1024 * 1024, MaximumNodes = 50_000 };
    private static readonly StringComparer ByPath = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly ProblemList _problems;
    private readonly string _folder;
    private readonly string _top;
    private readonly HashSet<string> _taken = new(ByPath);

    /// <summary>Makes a reader.</summary>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="file">The file that includes; its folder bounds what may be included.</param>
    public IncludeReader(ProblemList problems, string file)
    {
        _problems = problems;
        _top = Path.GetFullPath(file);
        _folder = Path.GetDirectoryName(_top) ?? _top;
    }

    /// <summary>The scenario with everything it includes.</summary>
    public MappingNode Merge(MappingNode scenario) => Merge(scenario, scenario.Place.File, [_top]);

    private MappingNode Merge(MappingNode including, string file, List<string> trail)
    {
        var merged = new MappingNode(including.Place);
        var parts = new List<MappingNode>();
        foreach (var name in Names(including))
        {
            if (Read(name, file, trail) is { } part) parts.Add(part);
        }

        parts.Add(including);
        foreach (var key in parts.SelectMany(static part => part.Entries).Select(static entry => entry.Key.Text).Distinct(StringComparer.Ordinal))
        {
            if (key == CompositionKeys.Include.Name) continue;
            var values = parts.Where(part => ReferenceEquals(part, including) || key != ScenarioKeys.Format.Name).Select(part => part.Find(key)).OfType<MappingEntry>().ToList();
            if (values.Count > 0) merged.TryAdd(new MappingEntry(values[^1].Key, Join(values)));
        }

        return merged;
    }

    private static DocumentNode Join(List<MappingEntry> values)
    {
        if (values.Count > 1 && values.TrueForAll(static entry => entry.Value is SequenceNode))
        {
            var list = new SequenceNode(values[^1].Value.Place);
            foreach (var item in values.SelectMany(static entry => ((SequenceNode)entry.Value).Items)) list.Add(item);
            return list;
        }

        if (values.Count == 1 || !values.TrueForAll(static entry => entry.Value is MappingNode)) return values[^1].Value;
        var mapping = new MappingNode(values[^1].Value.Place);
        foreach (var key in values.SelectMany(static entry => ((MappingNode)entry.Value).Entries).Select(static entry => entry.Key.Text).Distinct(StringComparer.Ordinal))
        {
            var inner = values.Select(entry => ((MappingNode)entry.Value).Find(key)).OfType<MappingEntry>().ToList();
            mapping.TryAdd(new MappingEntry(inner[^1].Key, Join(inner)));
        }

        return mapping;
    }

    private IEnumerable<ScalarNode> Names(MappingNode mapping)
    {
        if (mapping.Find(CompositionKeys.Include.Name) is not { } include) return [];
        return CompositionKeys.Include.TryRead(include.Value, _problems, out _)
            ? include.Value is SequenceNode list ? list.Items.Cast<ScalarNode>() : [(ScalarNode)include.Value]
            : [];
    }

    private MappingNode? Read(ScalarNode name, string from, List<string> trail)
    {
        var shown = Path.Combine(Path.GetDirectoryName(from) ?? "", name.Text).Replace('\\', '/');
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(trail[^1])!, name.Text));
        if (Path.IsPathRooted(name.Text) || !path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return Refuse(name, $"{QuotedText.Of(name.Text)} lies outside the folder of the scenario", "a file beside the scenario, or in a folder below it");
        if (!name.Text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)) return Refuse(name, $"{QuotedText.Of(name.Text)} is no YAML file", "a name that ends in .yaml");
        if (trail.Contains(path, ByPath))
            return Refuse(name, $"files include each other in a circle: {string.Join(" includes ", trail.Append(path).Select(static file => Path.GetFileName(file)))}", "a file that does not lead back to itself");
        if (trail.Count > Deepest) return Refuse(name, "files include each other too deeply", $"at most {Deepest} steps");
        if (!_taken.Add(path)) return null;
        if (_taken.Count > MostFiles) return Refuse(name, "too many files are included", $"at most {MostFiles}");
        if (!File.Exists(path))
        {
            var folder = Path.GetDirectoryName(path)!;
            var beside = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(static file => Path.GetFileName(file)).ToList() : [];
            return Refuse(name, $"there is no file {QuotedText.Of(name.Text)}", "a file, relative to this one", NearestMatch.Hint(Path.GetFileName(name.Text), beside));
        }

        var node = DocumentLoader.LoadFile(shown, _problems, Limits);
        if (node is null || MappingReader.Open(node, CompositionKeys.Part, _problems) is not { } reader) return null;
        _ = reader.Get(CompositionKeys.PartFormat);
        return Merge((MappingNode)node, shown, [.. trail, path]);
    }

    private MappingNode? Refuse(ScalarNode name, string message, string expected, string hint = "")
    {
        _problems.Error(name.Place, message, expected, hint);
        return null;
    }
}
