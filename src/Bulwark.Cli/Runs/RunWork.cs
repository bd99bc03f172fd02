using System.Diagnostics;
using Bulwark.Cli.Manner;
using Bulwark.Core.Timing;
using Bulwark.Core.Units;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Cli.Runs;

/// <summary>Runs a scenario with a progress bar of simulated time.</summary>
internal static class RunWork
{
    private const int Steps = 400;

    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="explained">The target to be explained, or null; refused before the run when there is none such.</param>
    /// <param name="report">Shows the progress.</param>
    /// <returns>The run and the processor time it took, seconds.</returns>
    /// <exception cref="UsageException">There is no such target.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static (RunResult Result, double CpuTimeS) Run(Scenario scenario, RunOptions options, string? explained, Report report)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var plan = RunPlanner.Plan(scenario, options);
        if (explained is not null) RequireTarget(plan, explained);
        var result = report.Progress($"running {scenario.Id}", progress =>
        {
            var simulator = new Simulator(plan, options.Recording);
            for (var step = 1; step <= Steps; step++)
            {
                simulator.RunUntil(SimTime.Start + new SimDuration((long)((Int128)scenario.Duration.Nanoseconds * step / Steps)), report.Cancellation);
                report.Cancellation.ThrowIfCancellationRequested();
                progress(step / (double)Steps);
            }

            return simulator.Result();
        });
        process.Refresh();
        return (result, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static void RequireTarget(RunPlan plan, string id)
    {
        if (Array.Exists(plan.Targets, target => string.Equals(target.Id, id, StringComparison.OrdinalIgnoreCase))) return;
        var hint = NearestMatch.Hint(id, plan.Targets.Select(static target => target.Id).Concat(plan.Pictures.Select(static picture => picture.Id)));
        var groups = plan.Targets.Select(static target => target.Group).DistinctBy(static group => group.Id).Select(static group => group.Count == 1 ? $"{group.Id}-01" : $"{group.Id}-01 to {group.Id}-{group.Count:00}");
        if (UnitLedger.Knows(plan, id)) return;
        throw new UsageException($"the scenario has no target '{id}', and no battery or radar of that name; {(hint.Length > 0 ? hint + " " : "")}expected one of {string.Join(", ", [.. groups, .. plan.Pictures.Select(static picture => picture.Id)])}");
    }
}
