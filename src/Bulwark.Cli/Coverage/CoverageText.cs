using System.Globalization;
using Bulwark.Cli.Manner;
using Bulwark.Studies.Coverage;
using Spectre.Console;

namespace Bulwark.Cli.Coverage;

/// <summary>Prints what a coverage study found.</summary>
internal static class CoverageText
{
    /// <summary>Prints a table with a row for each height.</summary>
    public static void Write(CoverageResult result, Report report)
    {
        foreach (var site in result.Sites)
        {
            var antennas = string.Join(" and ", site.AntennaHeightsM.Select(static height => height.ToString("0.##", CultureInfo.InvariantCulture)));
            report.Line(string.Create(CultureInfo.InvariantCulture, $"{site.Name} at {site.Place.LatitudeDeg:0.####}, {site.Place.LongitudeDeg:0.####}; ground {site.Place.HeightM:0.#} m, antenna {antennas} m above it; ring {string.Join(" and ", site.RingRangesM.Select(Km))}"));
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in (string[])["height", "unbroken range", "farthest", "covered", "of the ring", "difference", "unknown"]) table.AddColumn(new TableColumn(head).RightAligned());
        foreach (var layer in result.Layers)
        {
            var ranges = layer.Ranges.Select(static range => range.UnbrokenRangeM).Order().ToArray();
            table.AddRow(
                string.Create(CultureInfo.InvariantCulture, $"{layer.HeightM:0.##} m"),
                $"{Km(ranges[0])} to {Km(ranges[^1])}",
                Km(layer.Ranges.Max(static range => range.FarthestRangeM)),
                string.Create(CultureInfo.InvariantCulture, $"{layer.CoveredAreaM2 / 1e6:0} km²"),
                string.Create(CultureInfo.InvariantCulture, $"{layer.RingAreaM2 / 1e6:0} km²"),
                Percent(layer.DifferenceShare),
                Percent(layer.UnknownShare));
        }

        report.Draw(table);
    }

    private static string Km(double metres) => string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:0.0} km");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
