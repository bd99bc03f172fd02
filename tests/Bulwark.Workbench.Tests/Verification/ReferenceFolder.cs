using System.Globalization;
using Bulwark.Studies.Verification;

namespace Bulwark.Workbench.Tests.Verification;

/// <summary>A folder with copies of reference tables that a test may spoil.</summary>
internal sealed class ReferenceFolder : IDisposable
{
    /// <summary>The repository's own tables.</summary>
    public static string Home { get; } = Path.Combine(Rules.Repository.Root, "reference");

    public string Folder { get; } = Directory.CreateTempSubdirectory("bulwark-reference-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Copies a table, changed line by line.</summary>
    public ReferenceFolder With(string name, Func<string[], IEnumerable<string>> change)
    {
        File.WriteAllLines(this[name], change(File.ReadAllLines(Path.Combine(Home, name))));
        return this;
    }

    /// <summary>One field of a line replaced.</summary>
    public static string Replaced(string line, int column, Func<string, string> change)
    {
        var fields = CsvLine.Split(line)!.Select(static field => field.Text).ToArray();
        fields[column] = change(fields[column]);
        return string.Join(',', fields.Select(static field => field.AsSpan().IndexOfAny(",\"") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
    }

    /// <summary>A number that is off by a hundredth of itself and a hundredth, or null for other texts.</summary>
    public static string? Off(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? ((number * 1.01) + 0.01).ToString("R", CultureInfo.InvariantCulture) : null;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
