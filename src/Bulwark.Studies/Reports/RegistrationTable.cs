using System.Globalization;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Reports;

/// <summary>What a run's report says of the constant errors of radars: what each picture made of them from what it saw and was told, and what they were.</summary>
internal static class RegistrationTable
{
    private const int MostRows = 60;

    public static void Write(HtmlPage page, RunResult result)
    {
        // The last word of each picture on each radar.
        var last = new SortedDictionary<(int Picture, int Node), RadarRegistered>();
        foreach (ref readonly var row in result.Recorder.Events<RadarRegistered>()) last[(row.Happened.Picture, row.Happened.Node)] = row.Happened;
        if (last.Count == 0) return;
        page.Element("h3", "Constant errors of radars");
        page.Element("p", "What each picture believed at last, from plots of common targets, of what a radar's measurements are too large by (with one standard error), and what it was in truth.").Markup("<table>\n");
        page.Row("th", ["Picture", "Radar", "Pairs of plots", "Range, m", "in truth", "Azimuth, degrees", "in truth", "Elevation, degrees", "in truth"], firstNumeric: 2);
        foreach (var told in last.Values.Take(MostRows))
        {
            var believed = told.Believed;
            page.Row(
                "td",
                [
                    result.Plan.Pictures[told.Picture].Name,
                    result.Plan.Nodes[told.Node].Name,
                    $"{told.Pairs}",
                    Figure(believed.RangeM, believed.RangeSigmaM, "0"),
                    Figure(told.TrueRangeM, "0"),
                    Figure(double.RadiansToDegrees(believed.AzimuthRad), double.RadiansToDegrees(believed.AzimuthSigmaRad), "0.000"),
                    Figure(double.RadiansToDegrees(told.TrueAzimuthRad), "0.000"),
                    Figure(double.RadiansToDegrees(believed.ElevationRad), double.RadiansToDegrees(believed.ElevationSigmaRad), "0.000"),
                    Figure(double.RadiansToDegrees(told.TrueElevationRad), "0.000"),
                ],
                firstNumeric: 2);
        }

        page.Markup("</table>\n");
        if (last.Count > MostRows) page.Element("p", $"and {last.Count - MostRows} more in the database, table radar_registered.");
    }

    private static string Figure(double value, double sigma, string format) => $"{Figure(value, format)} ± {Figure(sigma, format)}";

    private static string Figure(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
