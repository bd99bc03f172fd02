using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;
using Bulwark.Sensing.Radars;

namespace Bulwark.Simulation.Planning;

/// <summary>
/// The fire unit's computer: sees with the engagement radar's geometry, reaches with the round's fly-out table. The expected kill
/// probability is the round's reliability times the share of manoeuvring speed it has left at the intercept, full from twice the
/// smallest useful speed: a planning figure of ours, used only to decide; outcomes come from the flight itself.
/// </summary>
internal sealed class FireUnitGeometry(
    RadarModel radar,
    RadarSite site,
    InterceptPredictor predictor,
    InterceptorParameters round,
    EcefVector launcher) : IFireUnitGeometry
{
    public DeferralReason CanSee(in TrackReport track, SimTime time)
    {
        var view = site.View(track.PositionAt(time));
        return radar.Check(site, in view) switch
        {
            Visibility.Visible => DeferralReason.None,
            Visibility.OutsideSector => DeferralReason.OutsideSector,
            _ => DeferralReason.NotVisibleToEngagementRadar,
        };
    }

    public InterceptEstimate Predict(in TrackReport track, SimTime launch)
    {
        var prediction = predictor.Predict(launcher, track.PositionAt(launch), track.Velocity);
        if (!prediction.Feasible) return InterceptEstimate.None;
        var speedLeft = Math.Clamp((prediction.TerminalSpeedMPerS / round.MinimumSpeedMPerS) - 1, 0, 1);
        return new InterceptEstimate(Feasible: true, prediction.Point, prediction.TimeOfFlightS, round.ReliabilityProbability * speedLeft);
    }
}
