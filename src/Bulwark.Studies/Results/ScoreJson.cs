using System.Text.Json.Nodes;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Studies.Results;

/// <summary>A score of tracks as a JSON object; its members are listed in docs/results.md.</summary>
public static class ScoreJson
{
    private const double HourS = 3600;

    /// <summary>Makes the object.</summary>
    /// <param name="score">The score.</param>
    public static JsonObject Of(TrackingScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return new JsonObject
        {
            ["cutoffM"] = Rounded(score.CutoffM, 3),
            ["times"] = score.Points.Count,
            ["durationS"] = Rounded(score.DurationS, 3),
            ["ospaM"] = Rounded(score.OspaMeanM, 3),
            ["ospaSteadyM"] = Rounded(score.OspaSteadyM, 3),
            ["gospaM"] = Rounded(score.GospaMeanM, 3),
            ["gospaSteadyM"] = Rounded(score.GospaSteadyM, 3),
            ["localisationM2"] = Rounded(score.Points.Average(static point => point.Distance.LocalisationM2), 1),
            ["missedM2"] = Rounded(score.Points.Average(static point => point.Distance.MissedM2), 1),
            ["falseM2"] = Rounded(score.Points.Average(static point => point.Distance.FalseM2), 1),
            ["completenessShare"] = Rounded(score.CompletenessShare, 6),
            ["ambiguityRatio"] = Rounded(score.AmbiguityRatio, 6),
            ["spuriousnessShare"] = Rounded(score.SpuriousnessShare, 6),
            ["positionAccuracyM"] = Rounded(score.PositionAccuracyM, 3),
            ["velocityAccuracyMPerS"] = Rounded(score.VelocityAccuracyMPerS, 3),
            ["rmsM"] = Rounded(score.RmsM, 3),
            ["horizontalRmsM"] = Rounded(score.HorizontalRmsM, 3),
            ["verticalRmsM"] = Rounded(score.VerticalRmsM, 3),
            ["horizontalError95M"] = Rounded(score.HorizontalError95M, 3),
            ["idSwitches"] = score.IdSwitches,
            ["stickyIdSwitches"] = score.StickyIdSwitches,
            ["trackNumberChangesPerHour"] = Rounded(score.TrackNumberChangeRateHz * HourS, 3),
            ["breaks"] = score.Breaks,
            ["longestSegmentShare"] = Rounded(score.LongestSegmentShare, 6),
            ["meanInitiationDelayS"] = Rounded(score.MeanInitiationDelayS, 3),
            ["neverTracked"] = score.NeverTracked,
            ["falseTracks"] = score.FalseTracks,
            ["surveillance"] = Of(score.Surveillance),
        };
    }

    /// <summary>Makes the object of a score of honesty: the mean normalised squared error over its expectation, and the band of 95 % about 1.</summary>
    /// <param name="score">The score.</param>
    public static JsonObject Of(Consistency score) => new()
    {
        ["meanRatio"] = Rounded(score.MeanRatio, 4),
        ["lowRatio"] = Rounded(score.LowRatio, 4),
        ["highRatio"] = Rounded(score.HighRatio, 4),
        ["errors"] = score.Errors,
    };

    private static JsonObject Of(SurveillanceScore score) => new()
    {
        ["straightPositionRmsM"] = Rounded(score.StraightPositionRmsM, 3),
        ["turningPositionRmsM"] = Rounded(score.TurningPositionRmsM, 3),
        ["straightVelocityRmsMPerS"] = Rounded(score.StraightVelocityRmsMPerS, 3),
        ["turningVelocityRmsMPerS"] = Rounded(score.TurningVelocityRmsMPerS, 3),
        ["turningShare"] = Rounded(score.TurningShare, 6),
        ["updateProbability"] = Rounded(score.UpdateProbability, 6),
        ["longestGapS"] = Rounded(score.LongestGapS, 3),
        ["falseTracksPerHour"] = Rounded(score.FalseTrackRateHz * HourS, 3),
    };

    private static JsonNode? Rounded(double value, int digits) => double.IsFinite(value) ? Math.Round(value, digits) : null;
}
