using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;

namespace Bulwark.Simulation.Stages;

/// <summary>What is in the queue when a run begins.</summary>
internal static class FirstEvents
{
    public static void Schedule(RunPlan plan, StageOutput output)
    {
        foreach (var target in plan.Targets) output.Schedule(target.AppearsAt, target.Homing is null ? EventKind.TargetAppears : EventKind.HomingDue, target.Index);
        foreach (var node in plan.Nodes)
        {
            if (node.Array is null) output.Schedule(node.SectorEnd(0), EventKind.SectorSwept, node.Index);
            else output.Schedule(PlannedArray.FrameEnd(0), EventKind.ArrayLooked, node.Index);
        }

        foreach (var doctrine in plan.Doctrines)
        {
            if (doctrine is { Behaviours.IsReviewed: true }) output.Schedule(SimTime.Start, EventKind.DoctrineReviewed, doctrine.Picture);
        }

        for (var order = 0; order < plan.Orders.Length; order++)
        {
            if (plan.Orders[order].Order.At is { } at) output.Schedule(at + plan.Orders[order].Order.Delay, EventKind.OrderDue, order);
        }

        if (plan.Network is { } network)
        {
            // Not all at once: each picture has its turn within the period.
            for (var picture = 0; picture < plan.Pictures.Length; picture++)
                output.Schedule(SimTime.Start + new SimDuration(network.Period.Nanoseconds * (picture + 1) / plan.Pictures.Length), EventKind.ReportsDue, picture);
            for (var reporter = 0; reporter < network.Reporters.Length; reporter++) output.Schedule(SimTime.Start + network.Period, EventKind.MembersReport, reporter);
            foreach (var post in network.Posts)
            {
                if (post.Batteries.Length > 0) output.Schedule(SimTime.Start + post.Post.EvaluationPeriod, EventKind.PostDecides, post.Index);
            }
        }

        for (var fault = 0; fault < plan.Faults.Length; fault++)
        {
            if (plan.Faults[fault].At is { } at) output.Schedule(at, EventKind.FaultDue, fault);
        }

        for (var battery = 0; battery < plan.Batteries.Length; battery++)
        {
            output.Schedule(SimTime.FromSeconds(plan.Batteries[battery].Doctrine.EvaluationPeriodS), EventKind.PictureEvaluated, battery);
        }
    }
}
