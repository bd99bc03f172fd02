using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Plots;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// A rotating antenna has finished a sector: each target that the beam crossed in it is looked at, at the exact time of the crossing,
/// and false alarms are added. The plots go to the tracker.
/// </summary>
internal sealed class SweepStage : IStage<SweepInput>
{
    // A crossing that one sector placed just after its end, the next, starting from a slightly different motion, may place just before
    // its beginning. Sectors therefore reach back this far; the last crossing remembered keeps anything from being counted twice.
    private static readonly SimDuration ReachBack = SimDuration.FromSeconds(0.002);

    /// <summary>More than any target of the catalogue can accelerate, m/s²: bounds how far a prediction of the next crossing can be off.</summary>
    private const double LargestAccelerationMPerS2 = 150;

    private const uint BlocksPerNoise = 2;
    private const uint BlocksPerSector = 4096;

    private readonly List<(SimTime Time, Plot Plot, double SnrDb)> _looks = [];

    public void Execute(in SweepInput input, StageOutput output)
    {
        var from = input.Plan.SectorEnd(input.Sector - 1);
        _looks.Clear();
        for (var target = 0; target < input.Targets.Length; target++)
        {
            if (input.Statuses[target] == TargetStatus.Flying && input.Node.Looks[target].NotBefore < input.Now) Cross(in input, from, target, output);
        }

        AddFalseAlarms(in input, from);
        _looks.Sort(static (left, right) => (left.Time, left.Plot.Id).CompareTo((right.Time, right.Plot.Id)));
        foreach (var (time, plot, snrDb) in _looks)
        {
            input.Node.Plots.Add(plot);
            output.Record(time, new PlotMade(
                input.Plan.Index, PlotTag.Target(plot.Id), plot.RangeM, plot.AzimuthRad, plot.ElevationRad, snrDb));
        }

        output.Schedule(input.Now, EventKind.PlotsReady, input.Plan.Index);
        output.Schedule(input.Plan.SectorEnd(input.Sector + 1), EventKind.SectorSwept, input.Plan.Index, input.Sector + 1);
    }

    private void Cross(in SweepInput input, SimTime from, int target, StageOutput output)
    {
        ref var look = ref input.Node.Looks[target];
        var frame = input.Plan.Site.Frame.Local;
        var state = input.Targets[target].StateAt(from);
        var position = frame.ToLocal(state.Position);
        var velocity = frame.Rotate(state.Velocity);
        var half = new SimDuration(input.Plan.Period.Nanoseconds / 2);
        var after = SimTime.Max(SimTime.Max(from - ReachBack, look.LastCrossing + half), input.Targets[target].AppearsAt);
        var crossing = input.Plan.Antenna.NextCrossing(position, velocity, from, after);
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

    private void Look(in SweepInput input, int target, SimTime time, ref LookMemory look, StageOutput output)
    {
        var radar = input.Plan.Radar;
        var planned = input.Targets[target];
        var view = input.Plan.Site.View(planned.StateAt(time).Position);
        var visibility = radar.Check(input.Plan.Site, in view);
        if (look.Visibility != visibility)
        {
            look.Visibility = visibility;
            output.Record(time, new VisibilityChanged(input.Plan.Index, target, visibility, view.RangeM));
        }

        if (visibility != Visibility.Visible) return;
        var snr = radar.SnrRatio(view.RangeM, planned.Group.Class.RcsM2);
        var luck = input.Random.Open(input.Plan.Index, target, RandomPurpose.Detection, look.Crossings);
        if (luck.NextUnit() >= radar.DetectionProbability(snr)) return;

        var noise = input.Random.Open(input.Plan.Index, target, RandomPurpose.MeasurementNoise, BlocksPerNoise * look.Crossings);
        var replied = planned.Group.Class.HasTransponder
            && input.Random.Open(input.Plan.Index, target, RandomPurpose.TransponderReply, look.Crossings).NextUnit() < radar.Parameters.ReplyProbability;
        var measured = radar.Measure(in view, snr, ref noise);
        _looks.Add((time, PlotOf(in measured, time, PlotTag.Of(target), replied), 10 * Math.Log10(snr)));
    }

    private void AddFalseAlarms(in SweepInput input, SimTime from)
    {
        var radar = input.Plan.Radar;
        var widthRad = 2 * Math.PI / PlannedNode.SectorsPerRotation;
        var random = input.Random.Open(input.Plan.Index, RandomPurpose.FalseAlarms, BlocksPerSector * (uint)input.Sector);
        var count = radar.DrawFalseAlarmCount(widthRad, ref random);
        var beginsRad = input.Plan.Antenna.AzimuthRad(from);
        for (var alarm = 0; alarm < count; alarm++)
        {
            var measured = radar.DrawFalseAlarm(beginsRad, widthRad, ref random);
            var time = SimTime.Min(input.Plan.Antenna.NextPass(measured.AzimuthRad, from), input.Now);
            _looks.Add((time, PlotOf(in measured, time, PlotTag.Of(-1), replied: false), double.NaN));
        }
    }

    private static Plot PlotOf(in RadarMeasurement measured, SimTime time, long tag, bool replied) => new()
    {
        Time = time,
        Sensor = 0,
        RangeM = measured.RangeM,
        AzimuthRad = measured.AzimuthRad,
        ElevationRad = measured.ElevationRad,
        RangeSigmaM = measured.RangeSigmaM,
        AzimuthSigmaRad = measured.AzimuthSigmaRad,
        ElevationSigmaRad = measured.ElevationSigmaRad,
        Replied = replied,
        Id = tag,
    };
}
