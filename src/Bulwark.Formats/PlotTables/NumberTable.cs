using System.Globalization;
using System.IO.Compression;

namespace Bulwark.Formats.PlotTables;

/// <summary>Reads a comma-separated table of numbers with a header line, plain or .gz, a row at a time.</summary>
internal static class NumberTable
{
    private const int LongestLine = 4096;

    /// <summary>The rows, with the wanted columns in the wanted order. Reading stops with an exception at the first defect.</summary>
    public static IEnumerable<(long Line, double[] Values)> Rows(string path, string[] columns, string[]? optional = null)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(stream);
        var header = (NextLine(reader, path, 1) ?? throw new TableException(path, 1, 1, "the file is empty", Header(columns))).Split(',');
        var needed = columns.Length;
        columns = [.. columns, .. optional ?? []];
        var places = Array.ConvertAll(columns, column => Array.FindIndex(header, name => name.Trim() == column));
        for (var k = 0; k < places.Length; k++)
        {
            if (places[k] < 0 && k < needed) throw new TableException(path, 1, 1, $"there is no column {columns[k]}", Header(columns[..needed]));
        }

        for (var line = 2L; NextLine(reader, path, line) is { } text; line++)
        {
            if (text.Length > 0) yield return (line, Parse(path, line, text, header.Length, places, columns, needed));
        }
    }

    private static double[] Parse(string path, long line, string text, int width, int[] places, string[] columns, int needed)
    {
        var fields = text.Split(',');
        if (fields.Length != width) throw new TableException(path, line, 1, $"{fields.Length} fields", $"{width}, as in the header");
        var values = new double[places.Length];
        for (var k = 0; k < places.Length; k++)
        {
            // What need not be there may be missing, or empty in a row.
            values[k] = double.NaN;
            if (k >= needed && (places[k] < 0 || fields[places[k]].Length == 0)) continue;
            if (double.TryParse(fields[places[k]], NumberStyles.Float, CultureInfo.InvariantCulture, out values[k]) && double.IsFinite(values[k])) continue;
            var column = 1 + fields.Take(places[k]).Sum(static field => field.Length + 1);
            throw new TableException(path, line, column, $"'{fields[places[k]]}' as {columns[k]}", "a finite number");
        }

        return values;
    }

    // A line without end would otherwise fill the memory.
    private static string? NextLine(StreamReader reader, string path, long line)
    {
        try
        {
            var text = new System.Text.StringBuilder();
            for (var next = reader.Read(); ; next = reader.Read())
            {
                if (next < 0) return text.Length == 0 ? null : text.ToString();
                if (next == '\n') return text.ToString().TrimEnd('\r');
                if (text.Length == LongestLine) throw new TableException(path, line, LongestLine, "the line goes on", $"a line of at most {LongestLine} characters");
                text.Append((char)next);
            }
        }
        catch (InvalidDataException problem)
        {
            throw new TableException(path, line, 1, "the compressed data are damaged", "a whole .gz file", problem);
        }
    }

    private static string Header(string[] columns) => $"a header line with {string.Join(",", columns)}";
}
