using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>Changes single values of a read document by their path, as studies do; the original stays as it is.</summary>
public static class DocumentEdit
{
    /// <summary>
    /// The document with one value set. A step of the path is a key of a mapping, or the <c>id</c> (or the place from 0) of an item of a
    /// list. Keys that are missing at the end of the path are added; whether they are valid is the reader's business.
    /// </summary>
    /// <param name="root">The document.</param>
    /// <param name="path">The steps, at least one.</param>
    /// <param name="value">The value; its place is where problems with it will be reported.</param>
    /// <param name="problem">Why the path leads nowhere, or null.</param>
    /// <returns>The changed document, or null when the path leads nowhere.</returns>
    public static DocumentNode? Set(DocumentNode root, IReadOnlyList<string> path, ScalarNode value, out TextProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(path);
        if (path.Count == 0) throw new ArgumentException("A path has at least one step.", nameof(path));
        problem = null;
        return Set(root, path, 0, value, ref problem);
    }

    /// <summary>The value behind a path; null when nothing stands there.</summary>
    /// <param name="root">The document.</param>
    /// <param name="path">The steps.</param>
    public static DocumentNode? Find(DocumentNode root, IReadOnlyList<string> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var node = root;
        foreach (var step in path)
        {
            switch (node)
            {
                case MappingNode mapping when mapping.Find(step) is { } entry: node = entry.Value; break;
                case SequenceNode sequence when Index(sequence, step) is >= 0 and var index: node = sequence.Items[index]; break;
                default: return null;
            }
        }

        return node;
    }

    private static DocumentNode? Set(DocumentNode node, IReadOnlyList<string> path, int depth, ScalarNode value, ref TextProblem? problem)
    {
        if (depth == path.Count) return value;
        switch (node)
        {
            case SequenceNode sequence:
                return SetItem(sequence, path, depth, value, ref problem);
            case MappingNode mapping:
                return SetEntry(mapping, path, depth, value, ref problem);
            case ScalarNode { IsNothing: true }:
                return SetEntry(new MappingNode(value.Place), path, depth, value, ref problem);
            default:
                problem = new TextProblem($"{QuotedText.Of(string.Join('/', path.Take(depth)))} is {node.Kind}, so it has no {QuotedText.Of(path[depth])}", "the path of a value", "");
                return null;
        }
    }

    private static SequenceNode? SetItem(SequenceNode sequence, IReadOnlyList<string> path, int depth, ScalarNode value, ref TextProblem? problem)
    {
        var at = Index(sequence, path[depth]);
        if (at < 0)
        {
            var ids = sequence.Items.Select(static item => Id(item)).OfType<string>().ToList();
            var expected = ids.Count > 0 ? "one of " + string.Join(", ", ids) : $"a place from 0 to {sequence.Items.Count - 1}";
            problem = new TextProblem($"{QuotedText.Of(string.Join('/', path.Take(depth)))} has no item {QuotedText.Of(path[depth])}", expected, NearestMatch.Hint(path[depth], ids));
            return null;
        }

        if (Set(sequence.Items[at], path, depth + 1, value, ref problem) is not { } changed) return null;
        var copy = new SequenceNode(sequence.Place);
        for (var index = 0; index < sequence.Items.Count; index++) copy.Add(index == at ? changed : sequence.Items[index]);
        return copy;
    }

    private static MappingNode? SetEntry(MappingNode mapping, IReadOnlyList<string> path, int depth, ScalarNode value, ref TextProblem? problem)
    {
        var found = mapping.Find(path[depth]);
        if (Set(found?.Value ?? new MappingNode(value.Place), path, depth + 1, value, ref problem) is not { } changed) return null;
        var copy = new MappingNode(mapping.Place);
        foreach (var entry in mapping.Entries) copy.TryAdd(entry.Key.Text == path[depth] ? entry with { Value = changed } : entry);
        if (found is null) copy.TryAdd(new MappingEntry(new ScalarNode(value.Place, path[depth], isPlain: true), changed));
        return copy;
    }

    private static int Index(SequenceNode sequence, string step)
    {
        for (var index = 0; index < sequence.Items.Count; index++)
        {
            if (Id(sequence.Items[index]) == step) return index;
        }

        return int.TryParse(step, System.Globalization.NumberStyles.None, null, out var place) && place < sequence.Items.Count ? place : -1;
    }

    private static string? Id(DocumentNode item) => item is MappingNode mapping && mapping.Find("id")?.Value is ScalarNode id ? id.Text : null;
}
