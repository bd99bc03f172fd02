using Bulwark.Operations.Picture;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>What the tracker believes, in the words that command understands.</summary>
internal static class PictureWords
{
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
