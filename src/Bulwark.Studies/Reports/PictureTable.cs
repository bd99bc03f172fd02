using Bulwark.Simulation.Outcomes;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Studies.Reports;

/// <summary>Writes how good the picture of each node was, figure by figure.</summary>
internal static class PictureTable
{
    public static void Write(HtmlPage page, IReadOnlyList<PictureScore> pictures)
    {
        if (pictures.Count == 0) return;
        page.Element("h2", "How good the picture was");
        page.Element(
            "p",
            "Confirmed tracks of each radar against the flying targets it could see, at every look; a track within "
            + $"{pictures[0].Score.CutoffM / 1000:0.#} km of a target may be its own. What each figure means is in docs/models/tracking-metrics.md.");
        page.Markup("<table>\n");
        page.Row("th", ["Measure", .. pictures.Select(static picture => picture.Name)], firstNumeric: 1);
        foreach (var (name, value) in Rows) page.Row("td", [name, .. pictures.Select(value)], firstNumeric: 1);
        page.Markup("</table>\n");
    }

    private static readonly (string Name, Func<PictureScore, string> Value)[] Rows =
    [
        ("GOSPA, mean", static picture => $"{picture.Score.GospaMeanM:0} m"),
        ("OSPA, mean", static picture => $"{picture.Score.OspaMeanM:0} m"),
        ("Completeness", static picture => $"{picture.Score.CompletenessShare:0.000}"),
        ("Ambiguity", static picture => $"{picture.Score.AmbiguityRatio:0.000}"),
        ("Spuriousness", static picture => $"{picture.Score.SpuriousnessShare:0.000}"),
        ("Position accuracy", static picture => $"{picture.Score.PositionAccuracyM:0} m"),
        ("Velocity accuracy", static picture => Known(picture.Score.VelocityAccuracyMPerS, "0.0", "m/s")),
        ("Horizontal position RMS, straight", static picture => Known(picture.Score.Surveillance.StraightPositionRmsM, "0", "m")),
        ("Horizontal position RMS, turning", static picture => Known(picture.Score.Surveillance.TurningPositionRmsM, "0", "m")),
        ("Horizontal velocity RMS, straight", static picture => Known(picture.Score.Surveillance.StraightVelocityRmsMPerS, "0.0", "m/s")),
        ("Horizontal velocity RMS, turning", static picture => Known(picture.Score.Surveillance.TurningVelocityRmsMPerS, "0.0", "m/s")),
        ("Time to a track, mean", static picture => Known(picture.Score.MeanInitiationDelayS, "0.0", "s")),
        ("Targets never tracked", static picture => $"{picture.Score.NeverTracked}"),
        ("Update probability", static picture => Known(picture.Score.Surveillance.UpdateProbability, "0.000", "")),
        ("Longest gap", static picture => Known(picture.Score.Surveillance.LongestGapS, "0", "s")),
        ("Breaks", static picture => $"{picture.Score.Breaks}"),
        ("Changes of track (when pairs are kept)", static picture => $"{picture.Score.IdSwitches} ({picture.Score.StickyIdSwitches})"),
        ("Longest segment", static picture => $"{picture.Score.LongestSegmentShare:0.000}"),
        ("Squared errors over those claimed (1 is honest)", static picture => Known(picture.SquaredErrorRatio, "0.00", "")),
        ("NEES of position and velocity, over 6 (95 % band)", static picture => Band(picture.StateErrors)),
        ("NIS, over the values measured (95 % band)", static picture => Band(picture.Innovations)),
        ("False tracks an hour", static picture => $"{picture.Score.Surveillance.FalseTrackRateHz * 3600:0.0}"),
    ];

    private static string Band(Consistency found) => found.Errors == 0 ? "none" : $"{found.MeanRatio:0.00} ({found.LowRatio:0.00} to {found.HighRatio:0.00})";

    private static string Known(double value, string format, string unit) => double.IsFinite(value) ? $"{value.ToString(format)} {unit}".TrimEnd() : "none";
}
