using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Gating;

/// <summary>How far from its straight path a track's plot may be found: bounds that no gate exceeds.</summary>
internal sealed class TrackReach
{
    private readonly NearlyConstantVelocity _bound;
    private readonly double _largestTurnRate;
    private readonly double _rootThreshold;

    /// <summary>Makes the bounds.</summary>
    /// <param name="parameters">The tracker's settings.</param>
    public TrackReach(TrackerParameters parameters)
    {
        _bound = NearlyConstantVelocity.Bound(parameters);
        foreach (var model in parameters.EveryMotion.SelectMany(static set => set.Models)) _largestTurnRate = Math.Max(_largestTurnRate, Math.Abs(model.TurnRateRadPerS));
        _rootThreshold = Math.Sqrt(ChiSquareGate.Threshold(parameters.GateProbability, 3));
    }

    /// <summary>Metres from the straight path, some seconds after the newest plot, for plots up to half a span before or after.</summary>
    public double OfM(ref readonly Track track, double seconds, double halfSpanS)
    {
        var longest = Math.Max(0, seconds + halfSpanS);
        var reachM = _rootThreshold * _bound.PositionSigmaBoundM(track.PositionSigmaM, track.VelocitySigmaMPerS, longest);
        reachM += 0.5 * _largestTurnRate * track.SpeedMPerS * longest * longest;
        if (track.PathAccelerationMPerS2 > 0) reachM += track.PathAccelerationMPerS2 * longest * longest;
        if (track.Hits == 1) reachM = Math.Min(reachM, (track.StartSpeedMPerS * longest) + (_rootThreshold * track.PositionSigmaM));
        return reachM + (track.SpeedMPerS * halfSpanS);
    }

    /// <summary>Notes where a track is, how it moves and how far from its path it may be met.</summary>
    public void Note(TrackPlaces places, int row, ref readonly Track track)
    {
        // The same bound as of OfM, as a polynomial.
        var nowM = _rootThreshold * track.PositionSigmaM;
        var bound = track.Hits == 1
            ? new ReachBound(nowM, track.StartSpeedMPerS, 0, track.SpeedMPerS)
            : new ReachBound(
                nowM,
                _rootThreshold * (track.VelocitySigmaMPerS + _bound.NoiseBound),
                (_rootThreshold * _bound.NoiseBound) + (0.5 * _largestTurnRate * track.SpeedMPerS) + Math.Max(0, track.PathAccelerationMPerS2),
                track.SpeedMPerS);
        places.Set(row, track.Belief.Position, track.Belief.Velocity, track.Belief.Time, in bound);
    }
}
