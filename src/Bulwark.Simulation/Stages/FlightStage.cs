using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// Flies one missile through one guidance interval. It steers on the engagement radar's own track of the target; close to it, on the
/// line of sight that its seeker measures, with noise and glint, unless it has none. The closest approach to the true target is found inside each step.
/// </summary>
internal sealed class FlightStage : IStage<FlightInput>
{
    /// <summary>Guidance interval while the target is far away.</summary>
    public static readonly SimDuration MidcourseInterval = SimDuration.FromSeconds(0.2);

    /// <summary>Guidance interval in the terminal phase.</summary>
    public static readonly SimDuration TerminalInterval = SimDuration.FromSeconds(0.02);

    /// <summary>Passing the target within this distance ends the flight, metres: farther off, the missile is still on its way.</summary>
    private const double PassingRangeM = 2000;

    private const double TerminalStepS = 0.02;

    // Terminal intervals flown in one event while the target is out of reach, and what either may gain in speed meanwhile, m/s.
    private const int TerminalsAtOnce = 5;
    private const double TurnMarginMPerS = 200;

    // With more than this to go a coasting round's course is renewed at every second interval only, seconds.
    private const double CoastTimeS = 6;

    // Glint wanders a fifth of the target's span about its middle, anew every tenth of a second (Barton, Radar System Analysis and Modeling, 2005,
    // section 8.3: 0.15 to 0.25 of the span, some hertz wide).
    private const double GlintShare = 0.2;
    private const double GlintTimeS = 0.1;

    // A published probability stands for intercepts that came about: a passage farther off than this is a miss all the same.
    private const double PublishedKillRangeM = 200;

    // A round without a seeker is steered in short steps from here on, metres from the target's estimated place.
    private const double CommandFinishM = 3_000;

    public void Execute(in FlightInput input, StageOutput output)
    {
        ref var missile = ref input.Missiles[input.MissileIndex];
        ref var engagement = ref input.Engagements[missile.Engagement];
        var target = missile.Truth.Open(input.Truth);
        var flying = input.Statuses[target] == TargetStatus.Flying;
        var planned = input.Targets[target];
        var truth = planned.StateAt(missile.SteppedTo);
        var seeker = input.Plan.Lines[missile.Line].Round.Seeker;
        var isLit = seeker == SeekerKind.Active || !engagement.IsRemote;
        var terminal = flying && isLit && seeker != SeekerKind.Command && truth.Position.DistanceTo(missile.Flight.Position) < input.Plan.Lines[missile.Line].Round.TerminalRangeM;
        if ((engagement.Lost || !engagement.Active) && !(terminal && seeker == SeekerKind.Active))
        {
            End(in input, ref missile, ref engagement, flying ? MissileOutcome.LostIllumination : MissileOutcome.TargetGone, double.NaN, output);
            return;
        }

        var guidance = terminal ? Terminal(in input, in missile, planned, in truth) : Midcourse(in input, in missile);
        var close = terminal || (seeker == SeekerKind.Command && guidance.TargetPosition.DistanceTo(missile.Flight.Position) < CommandFinishM);
        var stepS = close ? TerminalStepS : (input.Now - missile.SteppedTo).TotalS;
        var status = InterceptorStatus.Flying;
        while (true)
        {
            var step = SimDuration.FromSeconds(Math.Min(stepS, (input.Now - missile.SteppedTo).TotalS));
            var before = missile.Flight.Position;
            status = input.Plan.Lines[missile.Line].Interceptor.Step(ref missile.Flight, in guidance, step.TotalS);
            missile.SteppedTo += step;
            var earlier = truth.Position;
            if (flying)
            {
                truth = planned.StateAt(missile.SteppedTo);
                var approach = ClosestApproach.Within(before, missile.Flight.Position, earlier, truth.Position);
                if (approach.Inside && approach.MissM <= PassingRangeM)
                {
                    Intercept(in input, ref missile, ref engagement, approach.MissM, output);
                    return;
                }
            }

            if (missile.SteppedTo >= input.Now || status != InterceptorStatus.Flying) break;
            guidance = terminal ? Terminal(in input, in missile, planned, in truth) : guidance.After(step.TotalS);
        }

        if (status != InterceptorStatus.Flying)
        {
            var outcome = status == InterceptorStatus.OutOfEnergy ? MissileOutcome.OutOfEnergy : MissileOutcome.SelfDestroyed;
            End(in input, ref missile, ref engagement, outcome, double.NaN, output);
            return;
        }

        if (!close) RecordSegment(in input, in missile, output);
        output.Schedule(input.Now + Interval(in input, in missile, close, terminal, in truth), EventKind.GuidanceInterval, input.MissileIndex);
    }

    // Several intervals are flown in one event where nothing can happen in them that anybody else has to know at once: while it coasts towards a
    // point seconds away, and, in the terminal phase, while the two cannot yet pass each other, however they turn.
    private static SimDuration Interval(in FlightInput input, in Missile missile, bool close, bool terminal, in (EcefVector Position, EcefVector Velocity) truth)
    {
        ref readonly var flight = ref missile.Flight;
        if (!close) return flight.AgeS >= input.Plan.Lines[missile.Line].Round.MotorTimeS && flight.TimeToGoS > CoastTimeS ? MidcourseInterval * 2 : MidcourseInterval;
        if (!terminal) return TerminalInterval;
        var several = TerminalInterval * TerminalsAtOnce;
        var reachM = PassingRangeM + ((flight.Velocity.Length + truth.Velocity.Length + TurnMarginMPerS) * several.TotalS);
        return truth.Position.DistanceTo(flight.Position) > reachM ? several : TerminalInterval;
    }

    private static GuidanceInput Midcourse(in FlightInput input, in Missile missile)
    {
        var (position, velocity) = input.FireControl[missile.Engagement].StateAt(missile.SteppedTo);
        var guidance = new GuidanceInput(position, velocity, Terminal: false);
        return FallingTarget.IsLikely(position, velocity)
            ? guidance with { IsBallistic = true, TargetAcceleration = FallingTarget.Acceleration(position, velocity) }
            : guidance;
    }

    // The line of sight is measured, with a noise that is drawn once per interval and the target's glint.
    private static GuidanceInput Terminal(in FlightInput input, in Missile missile, PlannedTarget planned, in (EcefVector Position, EcefVector Velocity) truth)
    {
        var ageNs = (missile.SteppedTo - missile.LaunchedAt).Nanoseconds;
        var noise = input.Random.Open(input.MissileIndex, RandomPurpose.TerminalNoise, (uint)(ageNs / TerminalInterval.Nanoseconds));
        var sigmaRad = input.Plan.Lines[missile.Line].Round.TerminalAngleSigmaRad;
        var (horizontalRad, verticalRad) = (noise.Normal(0, sigmaRad), noise.Normal(0, sigmaRad));
        var spanM = planned.Group.Class.SpanM;
        if (spanM > 0)
        {
            var glint = input.Random.Open(input.MissileIndex, RandomPurpose.Glint, (uint)(ageNs / (long)(GlintTimeS * 1e9)));
            var glintRad = GlintShare * spanM / Math.Max(1, truth.Position.DistanceTo(missile.Flight.Position));
            horizontalRad += glint.Normal(0, glintRad);
            verticalRad += glint.Normal(0, glintRad);
        }

        return new GuidanceInput(truth.Position, truth.Velocity, Terminal: true, horizontalRad, verticalRad)
        {
            TargetAcceleration = input.Plan.Lines[missile.Line].Round.IsAugmented ? planned.AccelerationAt(missile.SteppedTo) : EcefVector.Zero,
        };
    }

    private static void Intercept(in FlightInput input, ref Missile missile, ref Engagement engagement, double missM, StageOutput output)
    {
        var round = input.Plan.Lines[missile.Line].Round;
        var target = missile.Truth.Open(input.Truth);
        var probability = round.PublishedKill is { } published
            ? missM > PublishedKillRangeM ? 0 : Math.Min(1, KillRules.Probability(published, input.Targets[target].Group.Class.Category) / round.ReliabilityProbability)
            : Lethality.KillProbability(missM, round.LethalRadiusM);
        var kills = input.Random.Open(input.MissileIndex, RandomPurpose.Lethality).NextUnit() < probability;
        if (kills) input.Statuses[target] = TargetStatus.Killed;
        End(in input, ref missile, ref engagement, kills ? MissileOutcome.Hit : MissileOutcome.Missed, missM, output);
        if (!kills) return;
        output.Record(missile.SteppedTo, new TargetDeparted(target, DepartureReason.Killed, input.MissileIndex));
        if (!output.IsRecording) return;
        var (position, velocity) = input.Targets[target].StateAt(missile.SteppedTo);
        input.Debris.OfTarget(missile.SteppedTo, target, position, velocity, output);
    }

    private static void End(in FlightInput input, ref Missile missile, ref Engagement engagement, MissileOutcome outcome, double missM, StageOutput output)
    {
        missile.Flying = false;
        input.Unit.MissilesFlying--;
        input.Battery.Fly(input.Plan, -1);
        if (input.Unit.MissilesFlying == 0) EmitterDesk.Fire(input.Now, input.EmitterRow, input.EmitterRow - input.Plan.Index, firing: false, input.Emitters, output);
        engagement.RoundsFlying--;
        engagement.LastInterceptAt = input.Now;
        engagement.HasMet |= outcome is MissileOutcome.Hit or MissileOutcome.Missed;
        RecordSegment(in input, in missile, output);
        output.Record(missile.SteppedTo, new MissileEnded(missile.Unit, input.MissileIndex, missile.Engagement, TruthTag.Unsaid, outcome, missM), missile.Truth);
        if (output.IsRecording) input.Debris.OfRound(missile.SteppedTo, input.MissileIndex, missile.Flight.Position, missile.Flight.Velocity, output);

        // What a cap above several units held back may be launched by any of them.
        foreach (var sibling in input.Siblings) output.Schedule(input.Now, EventKind.LaunchOpportunity, sibling.Index);
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
