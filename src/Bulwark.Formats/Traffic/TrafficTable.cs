using System.Globalization;
using System.IO.Compression;
using Bulwark.Core.Earth;
using Bulwark.Formats.PlotTables;

namespace Bulwark.Formats.Traffic;

/// <summary>
/// Recorded air traffic: a comma-separated table of aircraft positions (as ADS-B receivers make them), plain or .gz, with the columns
/// <c>time_utc_ms, icao24, lat, lon, baro_alt_ft</c> and perhaps <c>callsign</c> among others. Rows of one aircraft and callsign stand together in
/// order of time; a pause of more than a minute ends a path, and a place that is repeated exactly is a stale one and left out. Immutable.
/// </summary>
public sealed class TrafficTable
{
    /// <summary>Pause that ends a path, seconds.</summary>
    public const double PauseS = 60;

    private const int LongestLine = 4096;
    private const double FootM = 0.3048;
    private const double DayS = 86_400;
    private static readonly string[] Needed = ["time_utc_ms", "icao24", "lat", "lon", "baro_alt_ft"];

    private TrafficTable(IReadOnlyList<TrafficPath> paths, long rows) => (Paths, Rows) = (paths, rows);

    /// <summary>The paths in the order of the table.</summary>
    public IReadOnlyList<TrafficPath> Paths { get; }

    /// <summary>Rows read.</summary>
    public long Rows { get; }

    /// <summary>Different aircraft.</summary>
    public int Aircraft => Paths.Select(static path => path.Address).Distinct().Count();

    /// <summary>Whether a file begins as such a table does.</summary>
    /// <param name="path">The file.</param>
    public static bool Recognises(string path)
    {
        try
        {
            using var reader = Open(path);
            var start = new char[256];
            var header = new string(start, 0, reader.ReadBlock(start));
            return header.Contains("icao24", StringComparison.Ordinal) && header.Contains("time_utc_ms", StringComparison.Ordinal);
        }
        catch (InvalidDataException)
        {
            // Not even compressed text: something else, whose own reader will say what is wrong with it.
            return false;
        }
    }

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TableException">A row cannot be used.</exception>
    public static TrafficTable Read(string path)
    {
        using var reader = Open(path);
        try
        {
            return Read(reader, path);
        }
        catch (InvalidDataException problem)
        {
            throw new TableException(path, 1, 1, "the compressed data are damaged", "a whole .gz file", problem);
        }
    }

    private static StreamReader Open(string path)
    {
        var file = File.OpenRead(path);
        var compressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return new StreamReader(compressed ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    private static TrafficTable Read(StreamReader reader, string path)
    {
        var header = (reader.ReadLine() ?? throw new TableException(path, 1, 1, "the file is empty", Header())).Split(',');
        var places = Array.ConvertAll(Needed, name => Array.IndexOf(header, name));
        if (Array.IndexOf(places, -1) is >= 0 and var missing) throw new TableException(path, 1, 1, $"there is no column {Needed[missing]}", Header());
        var callsign = Array.IndexOf(header, "callsign");
        var (paths, points) = (new List<TrafficPath>(), new List<(double TimeS, EcefVector Position)>());
        var (current, last, dayS, rows) = ((Address: -1, Name: string.Empty), default(EcefVector), double.NaN, 0L);
        void EndPath()
        {
            if (points.Count > 1) paths.Add(new TrafficPath(paths.Count, current.Address, current.Name, points));
            points.Clear();
        }

        for (var line = 2L; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0) continue;
            if (text.Length > LongestLine) throw new TableException(path, line, LongestLine, "the line goes on", $"a line of at most {LongestLine} characters");
            var fields = text.Split(',');
            if (fields.Length != header.Length) throw new TableException(path, line, 1, $"{fields.Length} fields", $"{header.Length}, as in the header");
            rows++;

            // An aircraft that does not say where it is stays unknown for that time.
            if (places.Skip(2).Any(place => fields[place].Length == 0)) continue;
            var timeS = Number(path, line, fields, places[0], 0, 1e15) / 1000;
            if (double.IsNaN(dayS)) dayS = Math.Floor(timeS / DayS) * DayS;
            var position = Wgs84.ToEcef(GeodeticPoint.FromDegrees(
                Number(path, line, fields, places[2], -90, 90), Number(path, line, fields, places[3], -180, 180), FootM * Number(path, line, fields, places[4], -2000, 200_000)));
            var key = (Address(path, line, fields, places[1]), callsign < 0 ? string.Empty : fields[callsign]);
            if (key != current || (points.Count > 0 && timeS - dayS - points[^1].TimeS > PauseS)) EndPath();
            if (points.Count > 0 && position == last) continue;
            if (points.Count > 0 && timeS - dayS <= points[^1].TimeS) throw new TableException(path, line, 1, "the time does not follow that of the row before", "the rows of an aircraft and callsign in order of time");
            (current, last) = (key, position);
            points.Add((timeS - dayS, position));
        }

        EndPath();
        return new TrafficTable(paths, rows);
    }

    private static double Number(string path, long line, string[] fields, int place, double least, double most) =>
        double.TryParse(fields[place], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new TableException(path, line, Column(fields, place), $"'{fields[place]}'", string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));

    private static int Address(string path, long line, string[] fields, int place) =>
        int.TryParse(fields[place], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var address) && address is >= 0 and <= 0xFFFFFF
            ? address
            : throw new TableException(path, line, Column(fields, place), $"'{fields[place]}'", "a 24-bit address of six hexadecimal digits");

    private static long Column(string[] fields, int place) => 1 + fields.Take(place).Sum(static field => field.Length + 1);

    private static string Header() => $"a header line with {string.Join(",", Needed)}";
}
