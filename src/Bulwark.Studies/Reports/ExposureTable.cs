using Bulwark.Studies.Exposure;

namespace Bulwark.Studies.Reports;

/// <summary>Writes how much low-observable friends were exposed to the defence's own radars.</summary>
internal static class ExposureTable
{
    public static void Write(HtmlPage page, IReadOnlyList<ExposureLine> lines)
    {
        if (lines.Count == 0) return;
        page.Element("h2", "Exposure of low-observable friends");
        page.Element(
            "p",
            "An index to compare alternatives with, not a statement about any real aircraft: opportunities of the defence's own radars, with a textbook class for a signature. "
            + "Dwell is time in which one look would have detected more often than not; margin is the best signal-to-noise ratio over the one needed for that. "
            + "From the low to the high end of the class's uncertainty. What it is not is in docs/models/exposure.md.");
        page.Markup("<table>\n");
        page.Row("th", ["Aircraft", "Radar", "Band", "Visible", "Plots", "Dwell: low, typical, high", "Best margin: low, typical, high", "Aspect from the nose"], firstNumeric: 3);
        foreach (var line in lines)
        {
            page.Row(
                "td",
                [
                    line.Target,
                    line.Searches ? line.Radar : $"{line.Radar} (engagement)",
                    line.Band?.ToString().ToUpperInvariant() ?? "not given",
                    $"{line.VisibleS:0} of {line.FlightS:0} s",
                    line.Searches ? $"{line.DetectionsCount}" : "",
                    line.VisibleS > 0 ? $"{line.DwellLowS:0}, {line.DwellS:0}, {line.DwellHighS:0} s" : "never visible",
                    line.VisibleS > 0 ? $"{line.BestMarginLowDb:0.0}, {line.BestMarginDb:0.0}, {line.BestMarginHighDb:0.0} dB" : "",
                    line.VisibleS > 0 ? $"{line.AspectLowRad * 180 / Math.PI:0}° to {line.AspectHighRad * 180 / Math.PI:0}°" : "",
                ],
                firstNumeric: 3);
        }

        page.Markup("</table>\n");
    }
}
