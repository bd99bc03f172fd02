using System.Globalization;
using System.Text;

namespace Bulwark.Studies.Exposure;

/// <summary>The exposure index as a table of comma-separated values, one line for each aircraft and radar. Columns are described in docs/results.md.</summary>
public static class ExposureCsv
{
    /// <summary>Name of the file in a results folder.</summary>
    public const string FileName = "exposure.csv";

    /// <summary>Names of the columns.</summary>
    public const string Header =
        "target,radar,role,band,flight_s,radiated_s,visible_s,detections,dwell_low_s,dwell_s,dwell_high_s,best_margin_low_db,best_margin_db,best_margin_high_db,aspect_low_deg,aspect_high_deg";

    /// <summary>Writes the table; fields are empty where the radar never saw the aircraft.</summary>
    /// <param name="lines">The lines.</param>
    public static string Of(IReadOnlyList<ExposureLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var text = new StringBuilder(Header).Append('\n');
        foreach (var line in lines)
        {
            text.AppendJoin(
                ',',
                Quoted(line.Target),
                Quoted(line.Radar),
                line.Searches ? "search" : "engagement",
                line.Band?.ToString().ToUpperInvariant() ?? "",
                Number(line.FlightS),
                Number(line.RadiatedS),
                Number(line.VisibleS),
                line.DetectionsCount.ToString(CultureInfo.InvariantCulture),
                Number(line.DwellLowS),
                Number(line.DwellS),
                Number(line.DwellHighS),
                Number(line.BestMarginLowDb),
                Number(line.BestMarginDb),
                Number(line.BestMarginHighDb),
                Number(line.AspectLowRad * 180 / Math.PI),
                Number(line.AspectHighRad * 180 / Math.PI)).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.##", CultureInfo.InvariantCulture) : "";

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
