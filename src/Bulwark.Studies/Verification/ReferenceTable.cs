namespace Bulwark.Studies.Verification;

/// <summary>
/// A table of reference values: a header and rows, separated by commas, fields with commas in double quotes. Every field knows its line and
/// column. Reading never fails half-way: what cannot be used is among the problems, the rest among the rows.
/// </summary>
internal sealed class ReferenceTable
{
    /// <summary>More than any table of values needs; a larger file is something else.</summary>
    public const int LargestBytes = 16 << 20;

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private ReferenceTable(string file) => File = file;

    /// <summary>The file's name as it is shown in problems.</summary>
    public string File { get; }

    /// <summary>The tables it came with; null for a table that came alone.</summary>
    public ReferenceSet? Set { get; set; }

    /// <summary>Names of the columns in file order.</summary>
    public IReadOnlyCollection<string> Columns => _columns.Keys;

    /// <summary>The rows that have as many fields as the header.</summary>
    public List<ReferenceRow> Rows { get; } = [];

    /// <summary>What cannot be used.</summary>
    public List<ReferenceProblem> Problems { get; } = [];

    /// <summary>Place of a column, or -1.</summary>
    public int IndexOf(string column) => _columns.TryGetValue(column, out var index) ? index : -1;

    /// <summary>Takes a table apart.</summary>
    /// <param name="file">Name to show in problems.</param>
    /// <param name="text">The whole text.</param>
    public static ReferenceTable Parse(string file, string text)
    {
        var table = new ReferenceTable(file);
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = number == 1 ? raw.TrimStart('\uFEFF') : raw;
            if (line.IsWhiteSpace()) continue;
            if (CsvLine.Split(line.ToString()) is not { } fields)
            {
                table.Problems.Add(new ReferenceProblem(file, number, line.LastIndexOf('"') + 1, "a quote is opened and not closed; expected fields separated by commas, each on one line"));
                if (table._columns.Count == 0) return table;
                continue;
            }

            if (table._columns.Count > 0) table.ReadRow(fields, number);
            else if (!table.TryReadHeader(fields, number)) return table;
        }

        if (table._columns.Count == 0 && table.Problems.Count == 0) table.Problems.Add(new ReferenceProblem(file, 0, 0, "the file is empty; expected a header line with the names of the columns"));
        else if (table.Rows.Count == 0 && table.Problems.Count == 0) table.Problems.Add(new ReferenceProblem(file, 0, 0, "the table has a header and no rows"));
        return table;
    }

    /// <summary>A table that is not read at all.</summary>
    /// <param name="file">Name to show in problems.</param>
    /// <param name="reason">Why.</param>
    public static ReferenceTable Refused(string file, string reason) => new(file) { Problems = { new ReferenceProblem(file, 0, 0, reason) } };

    private bool TryReadHeader(List<CsvField> fields, int line)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var name = fields[i].Text.Trim();
            if (_columns.TryAdd(name, i)) continue;
            Problems.Add(new ReferenceProblem(File, line, fields[i].Column, $"the column '{name}' is there twice; expected each name once"));
            return false;
        }

        return true;
    }

    private void ReadRow(List<CsvField> fields, int line)
    {
        var expected = _columns.Count;
        if (fields.Count == expected)
        {
            Rows.Add(new ReferenceRow(this, line, fields));
            return;
        }

        var at = fields.Count > expected ? fields[expected].Column : fields[^1].Column;
        Problems.Add(new ReferenceProblem(File, line, at, $"{fields.Count} fields; expected {expected}, as many as the header has"));
    }
}
