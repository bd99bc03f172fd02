using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// Flies one missile through one guidance interval. It steers on the engagement radar's own track of the target; close to it, on the
/// line of sight with the terminal phase's noise. The closest approach to the true target is found inside each step.
/// </summary>
internal sealed class FlightStage : IStage<FlightInput>
{
    /// <summary>Guidance interval while the target is far away.</summary>
    public static readonly SimDuration MidcourseInterval = SimDuration.FromSeconds(0.2);

    /// <summary>Guidance interval in the terminal phase.</summary>
    public static readonly SimDuration TerminalInterval = SimDuration.FromSeconds(0.02);

    /// <summary>Passing the target within this distance ends the flight, metres: farther off, the missile is still on its way.</summary>
    private const double PassingRangeM = 2000;

    private const double MidcourseStepS = 0.2;
    private const double TerminalStepS = 0.02;

    public void Execute(in FlightInput input, StageOutput output)
    {
        ref var missile = ref input.Missiles[input.MissileIndex];
        ref var engagement = ref input.Engagements[missile.Engagement];
        var target = missile.Target;
        if (engagement.Lost || !engagement.Active)
        {
            var gone = input.Statuses[target] != TargetStatus.Flying;
            End(in input, ref missile, ref engagement, gone ? MissileOutcome.TargetGone : MissileOutcome.LostGuidance, double.NaN, output);
            return;
        }

        var planned = input.Targets[target];
        var truth = planned.StateAt(missile.SteppedTo);
        var terminal = truth.Position.DistanceTo(missile.Flight.Position) < input.Plan.Round.TerminalRangeM && input.Statuses[target] == TargetStatus.Flying;
        var guidance = Guidance(in input, in missile, in truth, terminal);
        var stepS = terminal ? TerminalStepS : MidcourseStepS;
        var status = InterceptorStatus.Flying;
        while (missile.SteppedTo < input.Now && status == InterceptorStatus.Flying)
        {
            var step = SimDuration.FromSeconds(Math.Min(stepS, (input.Now - missile.SteppedTo).TotalS));
            var before = missile.Flight.Position;
            var targetBefore = planned.StateAt(missile.SteppedTo).Position;
            status = input.Plan.Interceptor.Step(ref missile.Flight, in guidance, step.TotalS);
            missile.SteppedTo += step;
            guidance = guidance.After(step.TotalS);
            if (input.Statuses[target] != TargetStatus.Flying) continue;
            var targetAfter = planned.StateAt(missile.SteppedTo).Position;
            var approach = ClosestApproach.Within(before, missile.Flight.Position, targetBefore, targetAfter);
            if (!approach.Inside || approach.MissM > PassingRangeM) continue;
            Intercept(in input, ref missile, ref engagement, approach.MissM, output);
            return;
        }

        if (status != InterceptorStatus.Flying)
        {
            var outcome = status == InterceptorStatus.OutOfEnergy ? MissileOutcome.OutOfEnergy : MissileOutcome.TimeExpired;
            End(in input, ref missile, ref engagement, outcome, double.NaN, output);
            return;
        }

        if (!terminal) RecordSegment(in input, in missile, output);
        output.Schedule(input.Now + (terminal ? TerminalInterval : MidcourseInterval), EventKind.GuidanceInterval, input.MissileIndex);
    }

    private static GuidanceInput Guidance(in FlightInput input, in Missile missile, in (EcefVector Position, EcefVector Velocity) truth, bool terminal)
    {
        if (!terminal)
        {
            var (position, velocity) = input.FireControl[missile.Engagement].StateAt(missile.SteppedTo);
            return new GuidanceInput(position, velocity, Terminal: false);
        }

        // Terminal phase: the line of sight is measured, with a noise that is drawn once per interval.
        var interval = (uint)((missile.SteppedTo - missile.LaunchedAt).Nanoseconds / TerminalInterval.Nanoseconds);
        var noise = input.Random.Open(input.MissileIndex, RandomPurpose.TerminalNoise, interval);
        var sigmaRad = input.Plan.Round.TerminalAngleSigmaRad;
        return new GuidanceInput(truth.Position, truth.Velocity, Terminal: true, noise.Normal(0, sigmaRad), noise.Normal(0, sigmaRad));
    }

    private static void Intercept(in FlightInput input, ref Missile missile, ref Engagement engagement, double missM, StageOutput output)
    {
        var kills = input.Random.Open(input.MissileIndex, RandomPurpose.Lethality).NextUnit() < Lethality.KillProbability(missM, input.Plan.Round.LethalRadiusM);
        if (kills) input.Statuses[missile.Target] = TargetStatus.Killed;
        End(in input, ref missile, ref engagement, kills ? MissileOutcome.Hit : MissileOutcome.Missed, missM, output);
        if (kills) output.Record(missile.SteppedTo, new TargetDeparted(missile.Target, DepartureReason.Killed, input.MissileIndex));
    }

    private static void End(in FlightInput input, ref Missile missile, ref Engagement engagement, MissileOutcome outcome, double missM, StageOutput output)
    {
        missile.Flying = false;
        input.Battery.MissilesFlying--;
        engagement.RoundsFlying--;
        engagement.LastInterceptAt = input.Now;
        RecordSegment(in input, in missile, output);
        output.Record(missile.SteppedTo, new MissileEnded(missile.Battery, input.MissileIndex, missile.Engagement, missile.Target, outcome, missM));
        output.Schedule(input.Now, EventKind.LaunchOpportunity, missile.Battery);
        if (!engagement.Active || engagement.RoundsToFire > 0 || engagement.RoundsFlying > 0) return;
        engagement.Phase = EngagementPhase.Assessing;
        output.Schedule(input.Now + SimDuration.FromSeconds(input.Plan.Doctrine.KillAssessmentDelayS), EventKind.SalvoAssessed, missile.Engagement);
    }

    private static void RecordSegment(in FlightInput input, in Missile missile, StageOutput output)
    {
        var position = missile.Flight.Position;
        output.Record(missile.SteppedTo, new MissileSegment(input.MissileIndex, position.X, position.Y, position.Z, missile.Flight.Velocity.Length));
    }
}
