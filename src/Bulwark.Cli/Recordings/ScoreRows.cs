using System.Globalization;
using System.Text.Json.Nodes;

namespace Bulwark.Cli.Recordings;

/// <summary>A score of tracks as people read it: the figures that matter, with their units.</summary>
internal static class ScoreRows
{
    /// <summary>The figures with their names; none without a score.</summary>
    public static IEnumerable<(string Name, string Value)> Of(JsonObject? score)
    {
        if (score is null) yield break;
        yield return ("OSPA, GOSPA", $"{Figure(score, "ospaM", "0.0")} m, {Figure(score, "gospaM", "0")} m");
        yield return ("completeness, ambiguity, spuriousness", $"{Figure(score, "completenessShare", "0.0000")}, {Figure(score, "ambiguityRatio", "0.0000")}, {Figure(score, "spuriousnessShare", "0.0000")}");
        yield return ("track numbers changed, tracks broken", $"{Figure(score, "idSwitches", "0")}, {Figure(score, "breaks", "0")}");
        yield return ("longest segment of a target's life", Figure(score, "longestSegmentShare", "0.00 %"));
        if (score["surveillance"] is JsonObject terms)
        {
            yield return ("RMS position, straight and turning", $"{Figure(terms, "straightPositionRmsM", "0.0")} m, {Figure(terms, "turningPositionRmsM", "0.0")} m");
            yield return ("RMS velocity, straight and turning", $"{Figure(terms, "straightVelocityRmsMPerS", "0.00")} m/s, {Figure(terms, "turningVelocityRmsMPerS", "0.00")} m/s");
            yield return ("update probability, longest gap", $"{Figure(terms, "updateProbability", "0.00 %")}, {Figure(terms, "longestGapS", "0.0")} s");
            yield return ("false tracks an hour", Figure(terms, "falseTracksPerHour", "0.00"));
        }

        if (score["consistency"] is not JsonObject consistency) yield break;
        yield return ("squared errors over the covariance's, position and all (1 is honest)", $"{Ratio(consistency, "position")}, {Ratio(consistency, "state")}");
    }

    private static string Ratio(JsonObject consistency, string name) => consistency[name] is JsonObject ratio ? Figure(ratio, "meanRatio", "0.00") : "none";

    private static string Figure(JsonObject score, string name, string format) => score[name] is { } value ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture).ToString(format) : "none";
}
