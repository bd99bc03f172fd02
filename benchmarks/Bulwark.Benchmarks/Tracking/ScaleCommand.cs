using System.Globalization;
using System.Runtime.InteropServices;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>
/// <c>tracking-scale centre|long [MINUTES] [--threads N]</c>: processor time and memory of the tracker over a long time. "centre" is 30 radars of 10 s
/// and 4,000 aircraft, about 2,000 plots a second, for an hour; "long" one radar of 4 s, 10,000 aircraft and 5,000 false plots a turn,
/// for a thousand turns. Prints a line for each tenth.
/// </summary>
internal static class ScaleCommand
{
    public static int Run(string[] arguments)
    {
        var centre = arguments is ["centre", ..];
        var minutes = centre ? 60.0 : 4000 / 60.0;
        var threads = 1;
        var option = Array.IndexOf(arguments, "--threads");
        var isUnderstood = arguments is ["centre" or "long", ..];
        if (isUnderstood && option > 0) isUnderstood = option == arguments.Length - 2 && int.TryParse(arguments[option + 1], CultureInfo.InvariantCulture, out threads) && threads is >= 1 and <= 64;
        if (isUnderstood && arguments.Length > 1 && option != 1) isUnderstood = double.TryParse(arguments[1], CultureInfo.InvariantCulture, out minutes);
        if (!isUnderstood)
        {
            Console.Error.WriteLine("usage: tracking-scale centre|long [MINUTES] [--threads N]");
            return 2;
        }

        var setup = centre
            ? new ScaleSetup(30, 4000, 750e3, 425e3, 10, 30, MeasuresElevation: false)
            : new ScaleSetup(1, 10_000, 240e3, 250e3, 4, 5000, MeasuresElevation: true);
        var traffic = new ScaleTraffic(setup);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var tracker = new Tracker(Settings(setup) with { Threads = threads }, traffic.Sensors);
        Console.WriteLine("| minutes | plots | CPU s | wall s | worst turn CPU s | worst call CPU s | confirmed | tentative | completeness | tracker MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var changes = new List<TrackChange>();
        var deliveries = (int)(minutes * 60 / ScaleTraffic.DeliveryS);
        var perTurn = (int)(setup.PeriodS / ScaleTraffic.DeliveryS);
        var (plots, cpu, wall, worstTurn, worstCall, turn) = (0L, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var delivery = 1; delivery <= deliveries; delivery++)
        {
            var batch = CollectionsMarshal.AsSpan(traffic.Next());
            changes.Clear();
            var (start, clock) = (Environment.CpuUsage.TotalTime, System.Diagnostics.Stopwatch.GetTimestamp());
            tracker.Process(batch, SimTime.FromSeconds(traffic.NowS), changes);
            var spent = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            wall += System.Diagnostics.Stopwatch.GetElapsedTime(clock).TotalSeconds;
            (plots, cpu, turn, worstCall) = (plots + batch.Length, cpu + spent, turn + spent, Math.Max(worstCall, spent));
            if (delivery % perTurn == 0) (worstTurn, turn) = (Math.Max(worstTurn, turn), 0);
            if (delivery % Math.Max(1, deliveries / 10) != 0) continue;
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {traffic.NowS / 60:F1} | {plots} | {cpu:F2} | {wall:F2} | {worstTurn:F3} | {worstCall:F4} | {tracker.ConfirmedCount} | {tracker.Tracks.Length - tracker.ConfirmedCount} | {Completeness(traffic, tracker):F3} | {held / 1e6:F0} |"));
            (plots, cpu, wall, worstTurn, worstCall) = (0, 0, 0, 0, 0);
        }

        return 0;
    }

    private static TrackerParameters Settings(ScaleSetup setup) => new()
    {
        DetectionProbability = 0.9,
        FalsePlotProbability = setup.MeasuresElevation ? 3e-5 : 1e-7,
        FirstLookTargetShare = 0.5,
        NewTargetShare = 0.01,
        MeanStayS = 1800,
        ConfirmationHits = 2,
        ConfirmationWindow = 6,
        ConfirmationProbability = 0.75,
        DeletionProbability = 0.05,
        DeletionMisses = 6,
        AbandonmentProbability = 1e-3,
        MaximumSpeedMPerS = 400,
        MaximumVerticalSpeedMPerS = 60,
        MaximumBallisticSpeedMPerS = 400,
        Association = AssociationMethod.JointProbabilistic,
        Motion = MotionModelSet.AirSurveillance,
    };

    // Aircraft that have a confirmed track within a kilometre.
    private static double Completeness(ScaleTraffic traffic, Tracker tracker)
    {
        var grid = new SpatialGrid();
        grid.Clear(1000);
        var now = SimTime.FromSeconds(traffic.NowS);
        foreach (ref readonly var track in tracker.Tracks)
        {
            if (track.Status != TrackStatus.Confirmed || !tracker.TryPredict(track.Id, now, out var estimate)) continue;
            grid.Add(track.Id, estimate.Position.X, estimate.Position.Y, estimate.Position.Z);
        }

        int[] ids = [];
        var found = 0;
        foreach (var place in traffic.Positions) found += grid.Query(place.X, place.Y, place.Z, 1000, ref ids) > 0 ? 1 : 0;
        return (double)found / traffic.Positions.Length;
    }
}
