using Bulwark.Operations.Picture;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>What the tracker believes, in the words that command understands.</summary>
internal static class PictureWords
{
    /// <summary>A track as command is told of it.</summary>
    public static TrackReport Report(Tracker tracker, in Track track, IReadOnlyDictionary<int, BallisticReport> forecasts) =>
        new(track.Id, track.LastUpdate, track.Estimate.Position, track.Velocity, track.Estimate.PositionSigmaM, track.Estimate.HeightSigmaM, track.Hits, track.Replies)
        {
            Belief = Belief(tracker, track.Id),
            Impact = forecasts.TryGetValue(track.Id, out var forecast) ? Ground(forecast.Impact) : null,
            Launch = Ground(forecast.Launch),
        };

    /// <summary>What a track is believed to be; null while nothing is known.</summary>
    public static ClassBelief? Belief(Tracker tracker, int track) => tracker.TryIdentify(track, out var identity)
        ? new ClassBelief(
            identity.ClassProbability(TrackClass.Transport),
            identity.ClassProbability(TrackClass.CombatAircraft),
            identity.ClassProbability(TrackClass.SlowAircraft),
            identity.ClassProbability(TrackClass.CruiseMissile),
            identity.ClassProbability(TrackClass.BallisticMissile),
            identity.NeutralProbability)
        : null;

    /// <summary>A place on the ground.</summary>
    public static GroundPrediction? Ground(GroundEstimate? estimate) => estimate is { } place
        ? new GroundPrediction(place.Time, place.Point, place.SemiMajorSigmaM, place.SemiMinorSigmaM, place.MajorAzimuthRad)
        : null;
}
