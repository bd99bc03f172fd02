namespace Bulwark.Tracking.Metrics;

/// <summary>
/// How far a set of tracks is from the set of targets at one time, with power 2. OSPA: Schuhmacher, Vo and Vo, "A consistent metric
/// for performance evaluation of multi-object filters", IEEE Trans. Signal Processing 56 (2008) 3447-3457, equation 3. GOSPA with
/// alpha 2: Rahmathullah, Garcia-Fernandez and Svensson, "Generalized optimal sub-pattern assignment metric", Fusion 2017, equation 6
/// (proposition 1), whose three parts add up to its square. Immutable.
/// </summary>
/// <param name="OspaM">OSPA, metres, 0 to the cutoff; 0 when there are neither targets nor tracks, the cutoff when one of them is missing.</param>
/// <param name="GospaM">GOSPA, metres.</param>
/// <param name="LocalisationM2">The part of squared GOSPA that comes from the errors of the pairs, square metres.</param>
/// <param name="MissedM2">The part that comes from targets without a track.</param>
/// <param name="FalseM2">The part that comes from tracks without a target.</param>
public readonly record struct SetDistance(double OspaM, double GospaM, double LocalisationM2, double MissedM2, double FalseM2)
{
    /// <summary>Measures two sets against each other.</summary>
    /// <param name="truths">The targets.</param>
    /// <param name="tracks">The tracks.</param>
    /// <param name="cutoffM">Distance from which a track counts as not being the target's, metres, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cutoff is not positive and finite, or a position is not finite.</exception>
    public static SetDistance Between(ReadOnlySpan<ScoredState> truths, ReadOnlySpan<ScoredState> tracks, double cutoffM)
    {
        var scorer = new TrackScorer(cutoffM, 1);
        scorer.Add(0, truths, tracks);
        return scorer.Points[0].Distance;
    }

    // Of the least sum over pairs, where a pair at the cutoff or beyond costs as much as none.
    internal static SetDistance Of(List<ScoredPair> pairs, int truths, int tracks, double cutoffM)
    {
        var squared = cutoffM * cutoffM;
        var localisation = 0.0;
        foreach (var pair in pairs) localisation += pair.DistanceM * pair.DistanceM;
        var most = Math.Max(truths, tracks);
        var ospa = most == 0 ? 0 : Math.Sqrt((localisation + (squared * (most - pairs.Count))) / most);
        var missed = 0.5 * squared * (truths - pairs.Count);
        var spurious = 0.5 * squared * (tracks - pairs.Count);
        return new SetDistance(ospa, Math.Sqrt(localisation + missed + spurious), localisation, missed, spurious);
    }
}
