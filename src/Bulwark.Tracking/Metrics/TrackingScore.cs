namespace Bulwark.Tracking.Metrics;

/// <summary>
/// What tracks are worth against the truth over a while. The measures are named as by SIAP: Votruba et al., "Single Integrated Air
/// Picture (SIAP) metrics implementation", SIAP SE TF technical report 2001-001; the association they rest on is one to one and of
/// least sum of squares within the cutoff at each time, then every track left over goes to its nearest target within the cutoff as
/// redundant, and is spurious when there is none. Immutable. A mean over nothing is not-a-number.
/// </summary>
public sealed record TrackingScore
{
    /// <summary>The score at each time.</summary>
    public required IReadOnlyList<ScorePoint> Points { get; init; }

    /// <summary>Cutoff distance, metres.</summary>
    public required double CutoffM { get; init; }

    /// <summary>Length of what was scored, seconds: from the first to the last time and one period.</summary>
    public required double DurationS { get; init; }

    /// <summary>Mean OSPA over all times, metres.</summary>
    public required double OspaMeanM { get; init; }

    /// <summary>Mean GOSPA over all times, metres.</summary>
    public required double GospaMeanM { get; init; }

    /// <summary>Mean OSPA without the first quarter of the times, metres.</summary>
    public required double OspaSteadyM { get; init; }

    /// <summary>Mean GOSPA without the first quarter of the times, metres.</summary>
    public required double GospaSteadyM { get; init; }

    /// <summary>Matched targets over targets, 0 to 1; 0 without targets.</summary>
    public required double CompletenessShare { get; init; }

    /// <summary>Matched and redundant tracks over matched targets, 1 or more; 1 without any.</summary>
    public required double AmbiguityRatio { get; init; }

    /// <summary>Spurious tracks over tracks, 0 to 1; 0 without tracks.</summary>
    public required double SpuriousnessShare { get; init; }

    /// <summary>Mean distance of matched and redundant tracks from their targets, metres; 0 without any.</summary>
    public required double PositionAccuracyM { get; init; }

    /// <summary>Mean velocity error of matched and redundant tracks, m/s; not-a-number when no velocity is known.</summary>
    public required double VelocityAccuracyMPerS { get; init; }

    /// <summary>Root mean square distance of the matched tracks, metres.</summary>
    public required double RmsM { get; init; }

    /// <summary>Its horizontal part, metres.</summary>
    public required double HorizontalRmsM { get; init; }

    /// <summary>Its vertical part, metres.</summary>
    public required double VerticalRmsM { get; init; }

    /// <summary>Horizontal error that 95 % of the matched tracks stay below, metres; 0 without any.</summary>
    public required double HorizontalError95M { get; init; }

    /// <summary>How often the track matched to a target was another one than the last matched to it.</summary>
    public required int IdSwitches { get; init; }

    /// <summary>
    /// The same when a pair is kept as long as it stays within the cutoff: Bernardin and Stiefelhagen, "Evaluating multiple object
    /// tracking performance: the CLEAR MOT metrics", EURASIP J. Image and Video Processing 2008, section 2.2.
    /// </summary>
    public required int StickyIdSwitches { get; init; }

    /// <summary>Rate of track number change: <see cref="IdSwitches"/> over the time for which targets were tracked, per second.</summary>
    public required double TrackNumberChangeRateHz { get; init; }

    /// <summary>How often a tracked target lost its track.</summary>
    public required int Breaks { get; init; }

    /// <summary>Longest run of one track on a target, over the target's life, both summed over the targets, 0 to 1.</summary>
    public required double LongestSegmentShare { get; init; }

    /// <summary>Mean time from the first existence of a target to its first match, over the targets that got one, seconds.</summary>
    public required double MeanInitiationDelayS { get; init; }

    /// <summary>Targets that never got a track.</summary>
    public required int NeverTracked { get; init; }

    /// <summary>Track numbers that were spurious more than half of the times they were there.</summary>
    public required int FalseTracks { get; init; }

    /// <summary>Different track numbers.</summary>
    public required int TrackNumbers { get; init; }

    /// <summary>Tracks over all times.</summary>
    public required int TrackRows { get; init; }

    /// <summary>Targets over all times.</summary>
    public required int TruthRows { get; init; }

    /// <summary>Spurious tracks over all times.</summary>
    public required int SpuriousRows { get; init; }

    /// <summary>The same in the terms of air-traffic surveillance.</summary>
    public required SurveillanceScore Surveillance { get; init; }
}
