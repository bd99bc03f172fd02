using System.Globalization;

namespace Bulwark.Core.Tests.Support;

/// <summary>A table of <c>reference</c>: rows by column name, fields quoted where they hold commas.</summary>
internal sealed class ReferenceTable
{
    private readonly string[] _header;
    private readonly List<string[]> _rows = [];

    private ReferenceTable(string path)
    {
        var lines = File.ReadAllLines(path).Where(static line => line.Length > 0 && line[0] != '#').ToArray();
        _header = Split(lines[0]);
        foreach (var line in lines.AsSpan(1))
        {
            var fields = Split(line);
            if (fields.Length != _header.Length) throw new InvalidDataException($"{path}: {fields.Length} fields instead of {_header.Length}: {line}");
            _rows.Add(fields);
        }
    }

    public int Count => _rows.Count;

    public static ReferenceTable Open(string name) => new(Path.Combine(RepositoryRoot(), "reference", name));

    public string Text(int row, string column)
    {
        var index = Array.IndexOf(_header, column);
        if (index < 0) throw new ArgumentException($"no column {column}", nameof(column));
        return _rows[row][index];
    }

    public double Number(int row, string column) => double.Parse(Text(row, column), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bulwark.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no Bulwark.slnx above the test program");
    }

    private static string[] Split(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
