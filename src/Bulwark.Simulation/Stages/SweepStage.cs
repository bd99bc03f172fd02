using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// A rotating antenna has finished a sector: each target that the beam crossed in it is looked at, at the exact time of the crossing,
/// and false alarms are added. What the set tells apart goes to the tracker.
/// </summary>
internal sealed class SweepStage : IStage<SweepInput>
{
    // A crossing that one sector placed just after its end, the next, starting from a slightly different motion, may place just before
    // its beginning. Sectors therefore reach back this far; the last crossing remembered keeps anything from being counted twice.
    private static readonly SimDuration ReachBack = SimDuration.FromSeconds(0.002);

    /// <summary>More than any target of the catalogue can accelerate, m/s²: bounds how far a prediction of the next crossing can be off.</summary>
    private const double LargestAccelerationMPerS2 = 150;

    private const uint BlocksPerSector = 4096;

    private readonly PlotExtractor _extractor = new();

    public void Execute(in SweepInput input, StageOutput output)
    {
        var from = input.Plan.SectorEnd(input.Sector - 1);
        if (input.Radiating) Look(in input, from, output);
        output.Schedule(input.Now, EventKind.PlotsReady, input.Plan.Index);
        output.Schedule(input.Plan.SectorEnd(input.Sector + 1), EventKind.SectorSwept, input.Plan.Index, input.Sector + 1);
    }

    private void Look(in SweepInput input, SimTime from, StageOutput output)
    {
        for (var target = 0; target < input.Targets.Length; target++)
        {
            if (input.Statuses[target] == TargetStatus.Flying && input.Node.Looks[target].NotBefore < input.Now) Cross(in input, from, target, output);
        }

        AddFalseAlarms(in input, from);
        var beamS = input.Plan.Period.TotalS * input.Plan.Radar.Parameters.AzimuthBeamwidthRad / (2 * Math.PI);
        _extractor.Extract(input.Plan, input.Node, input.Random, input.Now - SimDuration.FromSeconds(beamS), output);
    }

    private static void Cross(in SweepInput input, SimTime from, int target, StageOutput output)
    {
        ref var look = ref input.Node.Looks[target];
        var frame = input.Plan.Site.Frame.Local;
        var state = input.Targets[target].StateAt(from);
        var position = frame.ToLocal(state.Position);
        var velocity = frame.Rotate(state.Velocity);
        var half = new SimDuration(input.Plan.Period.Nanoseconds / 2);
        var after = SimTime.Max(SimTime.Max(from - ReachBack, look.LastCrossing + half), input.Targets[target].AppearsAt);
        var crossing = input.Plan.Antenna!.NextCrossing(position, velocity, from, after);
        if (crossing < input.Now)
        {
            look.LastCrossing = crossing;
            Look(in input, target, crossing, ref look, output);
            look.Crossings++;
            crossing += input.Plan.Period;
        }

        var aheadS = (crossing - from).TotalS;
        var nearestM = Math.Max(1, Math.Sqrt((position.East * position.East) + (position.North * position.North)) - (velocity.Length * aheadS));
        var rateRadPerS = 2 * Math.PI / input.Plan.Period.TotalS;
        var turnS = velocity.Length * input.Plan.Period.TotalS / nearestM / rateRadPerS;
        var bendS = 0.5 * LargestAccelerationMPerS2 * aheadS * aheadS / nearestM / rateRadPerS;
        var early = SimDuration.FromSeconds(Math.Min(aheadS, turnS + bendS) + ReachBack.TotalS);
        look.NotBefore = crossing - early;
    }

    private static void Look(in SweepInput input, int target, SimTime time, ref LookMemory look, StageOutput output)
    {
        var planned = input.Targets[target];
        var view = input.Plan.Site.View(planned.StateAt(time).Position);
        var radar = new RadarLook(input.Plan, input.Random, input.Jammers, input.Targets, input.Statuses);
        if (!radar.CanSee(ref look, time, target, in view, output)) return;
        radar.Strobe(target, look.Crossings, time, in view, input.Node.Strobes, output);
        if (radar.Detects(target, look.Crossings, time, in view, 1, out var echo)) input.Node.Echoes.Add(echo);
    }

    private void AddFalseAlarms(in SweepInput input, SimTime from)
    {
        var radar = input.Plan.Radar;
        var antenna = input.Plan.Antenna!;
        var widthRad = 2 * Math.PI / PlannedNode.SectorsPerRotation;
        var random = input.Random.Open(input.Plan.Index, RandomPurpose.FalseAlarms, BlocksPerSector * (uint)input.Sector);
        var rates = input.Random.Open(input.Plan.Index, RandomPurpose.FalseRangeRate, BlocksPerSector * (uint)input.Sector);
        var count = radar.DrawFalseAlarmCount(widthRad, ref random);
        var beginsRad = antenna.AzimuthRad(from);
        for (var alarm = 0; alarm < count; alarm++)
        {
            var measured = radar.DrawFalseAlarm(beginsRad, widthRad, ref random);
            _extractor.AddFalseAlarm(input.Plan, in measured, SimTime.Min(antenna.NextPass(measured.AzimuthRad, from), input.Now), ref rates);
        }
    }
}
