using System.Reflection;
using System.Text;
using Bulwark.Core.Units;

namespace Bulwark.Studies.Verification;

/// <summary>Where the tables are read from: those that ship inside the library, or a folder of others. Immutable.</summary>
internal sealed class ReferenceSet
{
    private const string Prefix = "reference/";
    private static readonly Assembly Assembly = typeof(ReferenceSet).Assembly;

    private readonly string? _folder;

    private ReferenceSet(string? folder, IReadOnlyList<string> names) => (_folder, Names) = (folder, names);

    /// <summary>The tables that ship with the workbench.</summary>
    public static ReferenceSet Embedded { get; } = new(null, [.. Assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(static name => name[Prefix.Length..]).Order(StringComparer.Ordinal)]);

    /// <summary>File names of the tables, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The tables of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static ReferenceSet Of(string folder) =>
        new(folder, [.. Directory.EnumerateFiles(folder, "*.csv").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)]);

    /// <summary>Name of a table as problems show it.</summary>
    public string Shown(string name) => _folder is null ? Prefix + name : Path.Combine(_folder, name);

    /// <summary>Reads a table.</summary>
    public ReferenceTable Read(string name)
    {
        using var stream = _folder is null ? Assembly.GetManifestResourceStream(Prefix + name)! : new FileStream(Path.Combine(_folder, name), FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > ReferenceTable.LargestBytes) return ReferenceTable.Refused(Shown(name), $"{stream.Length} bytes are too many for a table of values; expected at most {ReferenceTable.LargestBytes}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = ReferenceTable.Parse(Shown(name), reader.ReadToEnd());
        table.Set = this;
        return table;
    }

    /// <summary>What to say about a table that no model answers to.</summary>
    public ReferenceProblem Unknown(string name, IEnumerable<string> known)
    {
        var hint = NearestMatch.Hint(name, known);
        return new ReferenceProblem(Shown(name), 0, 0, $"no model is compared with a table of this name{(hint.Length > 0 ? $"; {hint}" : "")}");
    }
}
