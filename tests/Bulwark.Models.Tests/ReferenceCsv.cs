using System.Globalization;

namespace Bulwark.Models.Tests;

/// <summary>Reads a table of reference: rows by column name; quoted fields may hold commas and doubled quotes.</summary>
internal sealed class ReferenceCsv
{
    private readonly string[] _header;
    private readonly string[] _fields;

    private ReferenceCsv(string[] header, string[] fields) => (_header, _fields) = (header, fields);

    public string this[string column] => _fields[Array.IndexOf(_header, column)];

    public double Number(string column) => double.Parse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture);

    public bool Has(string column) => this[column].Length > 0;

    public static List<ReferenceCsv> Read(string fileName)
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "reference", fileName));
        var header = Split(lines[0]);
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => new ReferenceCsv(header, Split(line)))];
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bulwark.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Bulwark.slnx.");
    }

    private static string[] Split(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
