using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;
using Bulwark.Sensing.Radars;

namespace Bulwark.Simulation.Planning;

/// <summary>
/// The fire unit's computer: sees with the engagement radar's geometry, reaches with the round's fly-out table. The expected kill
/// probability is the round's reliability (or its published single-shot probability) times the share of manoeuvring speed it has left at the intercept, full from twice the
/// smallest useful speed: a planning figure of ours, used only to decide; outcomes come from the flight itself.
/// </summary>
internal sealed class FireUnitGeometry(
    PlannedRadar radar,
    InterceptPredictor predictor,
    InterceptorParameters round,
    EcefVector launcher) : IFireUnitGeometry
{
    // Keeps a target that is predicted a little lower at the intercept above the round's floor.
    private const double FloorMarginM = 20;

    private const double ClearClimbMPerS = 60;

    public DeferralReason CanSee(in TrackReport track, SimTime time)
    {
        var view = radar.Site.View(track.PositionAt(time));
        return radar.Check(in view) switch
        {
            Visibility.Visible => DeferralReason.None,
            Visibility.OutsideSector => DeferralReason.OutsideSector,
            _ => DeferralReason.NotVisibleToEngagementRadar,
        };
    }

    public InterceptEstimate Predict(in TrackReport track, SimTime launch)
    {
        var position = track.PositionAt(launch);
        if (FallingTarget.IsLikely(position, track.Velocity)) return Estimate(predictor.PredictFalling(launcher, position, track.Velocity));
        var velocity = Levelled(position, track.Velocity);
        var prediction = predictor.Predict(launcher, position, velocity);
        if (!prediction.Feasible || !predictor.Predict(launcher, Lowered(position, track.HeightSigmaM), velocity).Feasible) return InterceptEstimate.None;
        return Estimate(prediction);
    }

    private InterceptEstimate Estimate(in InterceptPrediction prediction)
    {
        if (!prediction.Feasible) return InterceptEstimate.None;
        var speedLeft = Math.Clamp((prediction.TerminalSpeedMPerS / round.MinimumSpeedMPerS) - 1, 0, 1);
        return new InterceptEstimate(Feasible: true, prediction.Point, prediction.TimeOfFlightS, (round.PublishedKill?.AircraftProbability ?? round.ReliabilityProbability) * speedLeft);
    }

    // A search radar's vertical speeds are mostly noise: only a clear climb or dive is believed.
    private static EcefVector Levelled(EcefVector position, EcefVector velocity)
    {
        var up = position.Normalized();
        var climbMPerS = up.Dot(velocity);
        return Math.Abs(climbMPerS) < ClearClimbMPerS ? velocity - (up * climbMPerS) : velocity;
    }

    // Low down the reach depends on the height, and a search radar measures heights poorly there: the intercept has to be possible also one
    // standard deviation lower, down to the round's own floor.
    private EcefVector Lowered(EcefVector position, double heightSigmaM)
    {
        var place = Wgs84.ToGeodetic(position);
        var lowestM = Math.Min(place.HeightM, round.MinimumHeightM + FloorMarginM);
        return Wgs84.ToEcef(place.WithHeight(Math.Max(lowestM, place.HeightM - heightSigmaM)));
    }
}
