using System.Globalization;
using System.Text;
using Bulwark.Cli.Manner;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Formats.Csv;
using Bulwark.Studies.Coverage;

namespace Bulwark.Cli.Coverage;

/// <summary>A table of places, and the smallest visible height over each. Immutable.</summary>
/// <param name="Columns">Names of the columns as they were.</param>
/// <param name="Rows">The rows as they were, each with its place.</param>
internal sealed record CoveragePoints(IReadOnlyList<string> Columns, IReadOnlyList<(IReadOnlyList<string> Fields, GeodeticPoint Place)> Rows)
{
    private const int MostRows = 5_000_000;
    private const int LongestLine = 100_000;

    /// <summary>Reads a table with the columns <c>lon</c> and <c>lat</c> in degrees; other columns are kept.</summary>
    /// <param name="path">The file, comma-separated, with a header.</param>
    /// <exception cref="UsageException">The file is no such table; the message names the line.</exception>
    public static CoveragePoints Read(string path)
    {
        Paths.RequireFile(path, "a table of places with the columns lon and lat");
        using var reader = new StreamReader(path, Encoding.UTF8);
        var header = Split(reader.ReadLine() ?? throw new UsageException($"{path} is empty; expected a header with the columns lon and lat"), path, 1);
        var (longitude, latitude) = (Column(header, path, "lon", "longitude"), Column(header, path, "lat", "latitude"));
        var rows = new List<(IReadOnlyList<string>, GeodeticPoint)>();
        var number = 1;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0) continue;
            if (rows.Count == MostRows) throw new UsageException($"{path}: more than {MostRows} places; expected fewer, in several files");
            var fields = Split(line, path, number);
            if (fields.Count != header.Count) throw new UsageException($"{path}:{number}: {fields.Count} fields; expected {header.Count}, as the header has");
            rows.Add((fields, GeodeticPoint.FromDegrees(Angle(fields[latitude], 90), Angle(fields[longitude], 180))));

            double Angle(string text, double most) =>
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most
                    ? value
                    : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{path}:{number}: '{text}' is not an angle; expected degrees between {-most} and {most}"));
        }

        return new CoveragePoints(header, rows);
    }

    /// <summary>Writes the table again with four more columns.</summary>
    /// <param name="result">The study.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Write(CoverageResult result, Stream stream, CancellationToken cancellation)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        var csv = new CsvWriter(writer);
        foreach (var name in Columns.Concat(["min_visible_agl_m", "min_visible_msl_m", "terrain_m", "state"])) csv.Field(name);
        csv.EndRow();
        foreach (var (fields, place) in Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var field in fields) csv.Field(field);
            var visible = result.VisibleFrom(place);
            csv.Field(visible.AboveGroundM, 2);
            csv.Field(visible.GroundM + visible.AboveGroundM, 2);
            csv.Field(visible.GroundM, 2);
            csv.Field(visible.State switch
            {
                VisibleHeightState.Known => "known",
                VisibleHeightState.LowerBound => "at-least",
                VisibleHeightState.Unknown => "unknown",
                _ => "outside",
            });
            csv.EndRow();
        }
    }

    private static int Column(List<string> header, string path, params string[] names)
    {
        for (var index = 0; index < header.Count; index++)
        {
            if (Array.Exists(names, name => string.Equals(name, header[index].Trim(), StringComparison.OrdinalIgnoreCase))) return index;
        }

        throw new UsageException($"{path}:1: there is no column '{names[0]}'; expected the columns lon and lat, in degrees; found {string.Join(", ", header.Take(20))}");
    }

    // RFC 4180 within a line.
    private static List<string> Split(string line, string path, int number)
    {
        if (line.Length > LongestLine) throw new UsageException($"{path}:{number}: a line of {line.Length} characters; expected a comma-separated table");
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            var letter = line[at];
            if (quoted && letter == '"' && at + 1 < line.Length && line[at + 1] == '"') field.Append(line[++at]);
            else if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) Next();
            else field.Append(letter);
        }

        if (quoted) throw new UsageException($"{path}:{number}: a quotation mark is not closed; expected fields of one line");
        Next();
        return fields;

        void Next()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
