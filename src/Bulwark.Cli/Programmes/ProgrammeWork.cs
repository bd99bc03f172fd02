using System.Diagnostics;
using Bulwark.Cli.Manner;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Programmes;

namespace Bulwark.Cli.Programmes;

/// <summary>Runs everything that was asked of a programme.</summary>
internal static class ProgrammeWork
{
    private const int EffectEveryMonths = 6;
    private const int EffectSamples = 200;

    /// <summary>Runs a programme.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="report">Shows the progress.</param>
    /// <returns>The findings and the processor time they took, seconds.</returns>
    public static (ProgrammeFindings Findings, double CpuTimeS) Run(Programme programme, ProgrammeRequest request, Report report)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var findings = new ProgrammeFindings { Programme = programme };
        if (programme.Units.Count > 0) findings = Years(findings, request, report);
        if (programme.Backtest is { } backtest) findings = findings with { Backtest = BacktestStudy.Run(backtest) };
        process.Refresh();
        return (findings, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static ProgrammeFindings Years(ProgrammeFindings findings, ProgrammeRequest request, Report report)
    {
        var programme = findings.Programme;
        var options = new ProgrammeStudyOptions { Seed = request.Seed, Replications = request.Replications, Threads = request.Threads };
        var study = report.Progress($"running {programme.Id}", progress => ProgrammeStudy.Run(programme, options with { Progress = progress }, report.Cancellation));
        findings = findings with { Study = study, AnalyticReadyShare = new SupportAnalysis(study.Plan).ReadyShare };
        if (request.Localise || request.FloorShare is not null)
            findings = findings with { Localisation = report.Progress("localisation", progress => ProgrammeAdvice.Localise(programme, request.FloorShare, options with { Progress = progress }, report.Cancellation)) };
        if (request.SpareBudgetUsd is { } budget)
            findings = findings with { Stocks = report.Progress("spares", progress => ProgrammeAdvice.Stock(programme, budget, options with { Progress = progress }, report.Cancellation)) };
        if (request.Effect is not { } scenario) return findings;
        RequireUnits(programme, scenario);
        return findings with { Effect = report.Progress("engagements", progress => EffectStudy.Run(study, scenario, EffectEveryMonths, request.EffectRuns, EffectSamples, request.Threads, progress, report.Cancellation)) };
    }

    private static void RequireUnits(Programme programme, Scenario scenario)
    {
        if (scenario.Batteries.Any(battery => programme.Units.Any(unit => unit.Id == battery.Id))) return;
        throw new UsageException($"--effect: no battery of '{scenario.Id}' has the id of a unit of the programme; expected one of {string.Join(", ", programme.Units.Select(static unit => unit.Id))}, found {string.Join(", ", scenario.Batteries.Select(static battery => battery.Id))}");
    }
}
