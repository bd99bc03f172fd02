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
/// A missile that homes on a radar: it is released when its carrier flies and the radar radiates, listens twice a second, flies to where it heard the
/// radar last, ever less surely, while that is silent, and may put it out of action. Its flight is replaced whenever what it hears changes.
/// </summary>
internal sealed class HomingStage : IStage<HomingInput>
{
    private static readonly SimDuration Listening = SimDuration.FromSeconds(0.5);
    private static readonly SimDuration Waiting = SimDuration.FromSeconds(1);

    // A radar that has driven this far while it was heard has another place, metres.
    private const double MovedM = 1;

    // A carrier that has turned away by this much after its planned release keeps the missile, as a factor on the launch range.
    private const double KeptFactor = 1.05;

    public void Execute(in HomingInput input, StageOutput output)
    {
        switch (input.Statuses[input.Target])
        {
            case TargetStatus.Waiting: Release(in input, output); break;
            case TargetStatus.Flying when input.Now >= input.Flights[input.Target].DepartsAt: Impact(in input, output); break;
            case TargetStatus.Flying: Listen(in input, output); break;
        }
    }

    private static void Release(in HomingInput input, StageOutput output)
    {
        var planned = input.Flights[input.Target];
        var (carrier, row) = (planned.Homing!.Carrier, planned.Homing.Emitter);
        if (input.Statuses[carrier] is TargetStatus.Killed or TargetStatus.Gone)
        {
            input.Statuses[input.Target] = TargetStatus.Gone;
            output.Record(input.Now, new TargetDeparted(input.Target, DepartureReason.NotReleased, -1));
            return;
        }

        var radar = Place(in input, row);
        var from = input.Flights[carrier].StateAt(input.Now);
        var near = from.Position.DistanceTo(radar) <= KeptFactor * planned.Group.Homing!.LaunchRangeM;
        if (input.Statuses[carrier] != TargetStatus.Flying || !input.Emitter.Emitters[row].Radiating || !near)
        {
            output.Schedule(input.Now + Waiting, EventKind.HomingDue, input.Target);
            return;
        }

        input.Flights[input.Target] = planned.Turned(input.Now, HomingPlanner.Flight(planned.Group.Class, from.Position, from.Velocity, radar, input.Now), kept: false);
        input.Memory[input.Target] = new HomingState { Hears = true, Heard = radar, Aim = radar };
        input.Statuses[input.Target] = TargetStatus.Flying;
        output.Record(input.Now, new TargetAppeared(input.Target));
        Next(in input, output);
    }

    private static void Listen(in HomingInput input, StageOutput output)
    {
        var flight = input.Flights[input.Target];
        ref var memory = ref input.Memory[input.Target];
        var row = flight.Homing!.Emitter;
        var hears = input.Emitter.Emitters[row].Radiating;
        var radar = Place(in input, row);
        if (hears != memory.Hears || (hears && radar.DistanceTo(memory.Heard) > MovedM))
        {
            memory.Hears = hears;
            memory.Turns++;
            if (hears) memory.Heard = radar;
            memory.Aim = hears ? radar : Remembered(in input, in memory, flight);
            var (position, velocity) = flight.StateAt(input.Now);
            input.Flights[input.Target] = flight.Turned(input.Now, HomingPlanner.Flight(flight.Group.Class, position, velocity, memory.Aim, input.Now), kept: true);
            output.Record(input.Now, new HomingChanged(input.Target, row, hears, memory.Aim.X, memory.Aim.Y, memory.Aim.Z));
        }

        Next(in input, output);
    }

    // The remembered place goes wrong in one direction until the impact; hearing the radar again sets it right.
    private static EcefVector Remembered(in HomingInput input, in HomingState memory, PlannedTarget flight)
    {
        var luck = input.Emitter.Random.Open(input.Target, RandomPurpose.HomingError, 2 * memory.Turns);
        var driftM = flight.Group.Class.Homing!.MemoryDriftMPerS * (flight.DepartsAt - input.Now).TotalS;
        var frame = new LocalFrame(Wgs84.ToGeodetic(memory.Heard));
        return memory.Heard + frame.Rotate(new EnuVector(luck.Normal(0, driftM), luck.Normal(0, driftM), 0));
    }

    private static void Impact(in HomingInput input, StageOutput output)
    {
        var flight = input.Flights[input.Target];
        var missile = flight.Group.Class.Homing!;
        var row = flight.Homing!.Emitter;
        var luck = input.Emitter.Random.Open(input.Target, RandomPurpose.HomingError, (2 * input.Memory[input.Target].Turns) + 1);
        var frame = new LocalFrame(Wgs84.ToGeodetic(Place(in input, row)));
        var beside = frame.ToLocal(flight.StateAt(input.Now).Position);
        var (eastM, northM) = (beside.East + luck.Normal(0, missile.HomingSigmaM), beside.North + luck.Normal(0, missile.HomingSigmaM));
        var missM = Math.Sqrt((eastM * eastM) + (northM * northM));
        var hits = luck.NextUnit() < Lethality.KillProbability(missM, missile.LethalRadiusM) && !input.Emitter.Emitters[row].Destroyed;
        input.Statuses[input.Target] = TargetStatus.Gone;
        output.Record(input.Now, new TargetDeparted(input.Target, hits ? DepartureReason.ReachedObjective : DepartureReason.MissedRadar, -1));
        if (hits) EmitterDesk.Destroy(input.Now, row, input.Emitter, output);
    }

    private static EcefVector Place(in HomingInput input, int row) => input.Emitter.PositionOf(row, input.Emitter.Emitters[row].At);

    private static void Next(in HomingInput input, StageOutput output) =>
        output.Schedule(SimTime.Min(input.Now + Listening, input.Flights[input.Target].DepartsAt), EventKind.HomingDue, input.Target);
}
