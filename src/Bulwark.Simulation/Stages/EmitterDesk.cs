using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Orders;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Moves radars and fire units from one posture to the next, and records it.</summary>
internal static class EmitterDesk
{
    /// <summary>Roads wind: what a march is longer than the straight line. A planning figure of ours.</summary>
    public const double RoadFactor = 1.3;

    /// <summary>Orders a radar or fire unit to another place, or out of action.</summary>
    public static void Leave(SimTime now, int row, int place, bool hides, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        if (emitter.Destroyed) return;
        var driving = emitter.Posture is SitePosture.Marching or SitePosture.Hidden;
        emitter.Hides = hides;
        if (driving && !hides)
        {
            // What is packed already drives off at once; its place until then is where it was going or hid.
            March(now, row, place, in input, output);
            return;
        }

        if (driving) return;
        emitter.Place = hides ? emitter.Place : place;
        Begin(now, row, SitePosture.Leaving, Draw(row, emitter.Step, input.MovementOf(row).Leave, in input), in input, output);
    }

    /// <summary>Orders a hidden radar or fire unit into action where it is.</summary>
    public static void Deploy(SimTime now, int row, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        if (emitter.Posture is not (SitePosture.Hidden or SitePosture.Leaving)) return;
        emitter.Hides = false;
        emitter.Place = emitter.At;
        Begin(now, row, SitePosture.Deploying, Draw(row, emitter.Step, input.MovementOf(row).Deploy, in input), in input, output);
    }

    /// <summary>Switches a radar off or on.</summary>
    public static void Silence(SimTime now, int row, bool silent, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        if (emitter.Silent == silent || emitter.Destroyed) return;
        emitter.Silent = silent;
        Record(now, row, in input, output);
    }

    /// <summary>The doctrine switches a radar off or on; it cannot switch one on that was ordered to be silent.</summary>
    public static void Darken(SimTime now, int row, bool dark, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        if (emitter.Dark == dark || emitter.Destroyed) return;
        emitter.Dark = dark;
        Record(now, row, in input, output);
        if (!dark && row >= input.Nodes.Length) output.Schedule(now, EventKind.LaunchOpportunity, row - input.Nodes.Length);
    }

    /// <summary>A radar is destroyed, and with it what it guides.</summary>
    public static void Destroy(SimTime now, int row, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        if (emitter.Destroyed) return;
        emitter.Posture = SitePosture.Destroyed;
        emitter.Step++;
        Record(now, row, in input, output);
        output.Happened(now, OrderCondition.RadarLost, input.PictureOf(row));
        if (IsWipedOut(input.PictureOf(row), in input)) NodeDesk.Destroy(now, input.PictureOf(row), destroyed: true, input.Health, input.Sharing, output);
    }

    /// <summary>A destroyed radar or fire unit is in action again, where it was.</summary>
    public static void Repair(SimTime now, int row, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        if (!emitter.Destroyed) return;
        emitter.Place = emitter.At;
        emitter.Posture = SitePosture.Ready;
        emitter.Step++;
        Record(now, row, in input, output);
        if (row >= input.Nodes.Length) output.Schedule(now, EventKind.LaunchOpportunity, row - input.Nodes.Length);
    }

    /// <summary>A radar loses its power or has it again.</summary>
    public static void CutPower(SimTime now, int row, bool cut, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        if (emitter.Unpowered == cut) return;
        emitter.Unpowered = cut;
        if (emitter.Destroyed) return;
        Record(now, row, in input, output);
        if (!cut && row >= input.Nodes.Length) output.Schedule(now, EventKind.LaunchOpportunity, row - input.Nodes.Length);
    }

    // With the last of its radars and fire units a unit is gone.
    private static bool IsWipedOut(int picture, in EmitterInput input)
    {
        for (var row = 0; row < input.Emitters.Length; row++)
        {
            if (input.PictureOf(row) == picture && !input.Emitters[row].Destroyed) return false;
        }

        return true;
    }

    /// <summary>A step is over: the next one begins.</summary>
    public static void Finish(SimTime now, int row, int step, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        if (emitter.Step != step) return;
        switch (emitter.Posture)
        {
            case SitePosture.Leaving or SitePosture.Marching when emitter.Hides:
                emitter.Posture = SitePosture.Hidden;
                emitter.Step++;
                Record(now, row, in input, output);
                break;
            case SitePosture.Leaving: March(now, row, emitter.Place, in input, output); break;
            case SitePosture.Marching: Begin(now, row, SitePosture.Deploying, Draw(row, emitter.Step, input.MovementOf(row).Deploy, in input), in input, output); break;
            case SitePosture.Deploying:
                emitter.Posture = SitePosture.Ready;
                emitter.Step++;
                Record(now, row, in input, output);
                if (row >= input.Nodes.Length) output.Schedule(now, EventKind.LaunchOpportunity, row - input.Nodes.Length);
                Follow(now, row, in input);
                break;
        }
    }

    /// <summary>Turns a radar to another direction where it stands; it sees nothing meanwhile.</summary>
    public static void Turn(SimTime now, int row, int place, SimDuration lasts, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        (emitter.Place, emitter.At, emitter.Hides) = (place, place, false);
        Begin(now, row, SitePosture.Deploying, lasts, in input, output);
    }

    /// <summary>Records whether a fire unit has missiles in flight.</summary>
    public static void Fire(SimTime now, int row, int nodes, bool firing, EmitterState[] emitters, StageOutput output)
    {
        ref var emitter = ref emitters[row];
        if (emitter.Posture != (firing ? SitePosture.Ready : SitePosture.Firing)) return;
        emitter.Posture = firing ? SitePosture.Firing : SitePosture.Ready;
        output.Record(now, new SiteChanged(-1, row - nodes, emitter.Posture, emitter.Radiating, emitter.Place));
    }

    private static void March(SimTime now, int row, int place, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        var from = input.PositionOf(row, emitter.At);
        var distanceM = RoadFactor * from.DistanceTo(input.PositionOf(row, place));
        emitter.Place = place;
        emitter.At = place;
        Begin(now, row, SitePosture.Marching, SimDuration.FromSeconds(distanceM / input.MovementOf(row).RoadSpeedMPerS), in input, output);
    }

    private static void Begin(SimTime now, int row, SitePosture posture, SimDuration lasts, in EmitterInput input, StageOutput output)
    {
        ref var emitter = ref input.Emitters[row];
        emitter.Posture = posture;
        emitter.Step++;
        Record(now, row, in input, output);
        output.Schedule(now + lasts, EventKind.PostureDue, row, emitter.Step);
    }

    private static SimDuration Draw(int row, int step, CrewTime time, in EmitterInput input)
    {
        var luck = input.Random.Open(row, RandomPurpose.MovementTime, (uint)step);
        return time.Draw(ref luck);
    }

    // The node of the network goes where the first of its unit's radars and fire units goes.
    private static void Follow(SimTime now, int row, in EmitterInput input)
    {
        var picture = input.PictureOf(row);
        for (var other = 0; other < row; other++)
        {
            if (input.PictureOf(other) == picture) return;
        }

        input.Sharing?.Network.Place(now, picture, input.PositionOf(row, input.Emitters[row].Place));
    }

    private static void Record(SimTime now, int row, in EmitterInput input, StageOutput output)
    {
        var emitter = input.Emitters[row];
        var isNode = row < input.Nodes.Length;
        if (isNode && !emitter.Radiating) output.Forget(row);
        output.Record(now, new SiteChanged(isNode ? row : -1, isNode ? -1 : row - input.Nodes.Length, emitter.Posture, emitter.Radiating, emitter.Place));
    }
}
