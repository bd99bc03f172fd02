using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Stages;

namespace Bulwark.Simulation.Planning;

/// <summary>
/// The fire unit's computer: sees with the engagement radar's geometry, reaches with the rounds' fly-out tables. The expected kill
/// probability is the round's reliability (or its published single-shot probabilities, weighed by what the track is believed to be) times the share of manoeuvring speed it has left at the intercept, full from twice the
/// smallest useful speed: a planning figure of ours, used only to decide; outcomes come from the flight itself.
/// </summary>
internal sealed class FireUnitGeometry(PlannedRadar radar, PlannedLine[] lines) : IFireUnitGeometry
{
    // Keeps a target that is predicted a little lower at the intercept above the round's floor.
    private const double FloorMarginM = 20;

    private const double ClearClimbMPerS = 60;

    // What falls is a ballistic missile, whatever the tracker has made of it so far.
    private static readonly ClassBelief Falling = KillRules.Certain(TargetCategory.BallisticMissile);

    public int Lines => lines.Length;

    public double ReachM(int line) => lines[line].Round.MaximumRangeM;

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

    public InterceptEstimate Predict(in TrackReport track, int line, SimTime launch)
    {
        var (round, launcher) = (lines[line].Round, lines[line].LauncherPosition);
        var predictor = lines[line].Predictor;
        var position = track.PositionAt(launch);
        if (FallingTarget.IsLikely(position, track.Velocity)) return Estimate(lines[line], predictor.PredictFalling(launcher, position, track.Velocity), Falling);
        var velocity = Levelled(position, track.Velocity);
        var prediction = predictor.Predict(launcher, position, velocity);
        if (!prediction.Feasible) return InterceptEstimate.None;
        if (track.HeightSigmaM > 0 && !predictor.Predict(launcher, Lowered(round, position, track.HeightSigmaM), velocity, prediction.TimeOfFlightS).Feasible) return InterceptEstimate.None;
        return Estimate(lines[line], prediction, track.Belief);
    }

    private static InterceptEstimate Estimate(PlannedLine line, in InterceptPrediction prediction, ClassBelief? belief)
    {
        if (!prediction.Feasible) return InterceptEstimate.None;
        var round = line.Round;
        var speedLeft = Math.Clamp((prediction.TerminalSpeedMPerS / round.MinimumSpeedMPerS) - 1, 0, 1);
        var probability = (round.PublishedKill is { } published ? KillRules.Expected(published, belief) : round.ReliabilityProbability) * speedLeft;
        return new InterceptEstimate(Feasible: true, prediction.Point, prediction.TimeOfFlightS, probability, prediction.Point.DistanceTo(line.LauncherPosition) / round.MaximumRangeM);
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
    private static EcefVector Lowered(InterceptorParameters round, EcefVector position, double heightSigmaM)
    {
        var heightM = Wgs84.HeightM(position);
        var lowestM = Math.Min(heightM, round.MinimumHeightM + FloorMarginM);

        // Along the radius, which leaves the vertical by 3 m in a kilometre.
        return position - (position.Normalized() * (heightM - Math.Max(lowestM, heightM - heightSigmaM)));
    }
}
