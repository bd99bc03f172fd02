using System.Diagnostics;
using Bulwark.Cli.Manner;
using Bulwark.Simulation.Programmes;
using Bulwark.Studies.Programmes;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Programmes;

/// <summary>Runs everything that was asked of a programme, goes on from what its results folder has, and writes the folder.</summary>
internal sealed class ProgrammeWork
{
    private readonly Programme _programme;
    private readonly ProgrammeRequest _request;
    private readonly string _folder;
    private readonly Report _report;
    private long _engagements;

    private ProgrammeWork(Programme programme, ProgrammeRequest request, string folder, Report report) => (_programme, _request, _folder, _report) = (programme, request, folder, report);

    /// <summary>Runs a programme.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="folder">The results folder.</param>
    /// <param name="report">Shows the progress.</param>
    /// <returns>The findings and the processor time they took, seconds; null when it was interrupted.</returns>
    public static (ProgrammeFindings Findings, double CpuTimeS)? Run(Programme programme, ProgrammeRequest request, string folder, Report report) => new ProgrammeWork(programme, request, folder, report).Run();

    private (ProgrammeFindings Findings, double CpuTimeS)? Run()
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var findings = new ProgrammeFindings { Programme = _programme };
        using var store = _programme.Units.Count > 0 ? YearsStore.Open(Path.Combine(_folder, ProgrammeFolder.YearsFile)) : null;
        try
        {
            if (store is not null) findings = Years(findings, store);
        }
        catch (OperationCanceledException) when (_report.Cancellation.IsCancellationRequested)
        {
            var engagements = _engagements > 0 ? $" and {_engagements} engagements" : "";
            _report.Note($"bulwark: interrupted; {store!.FoundCount + store.AddedCount} replications of years{engagements} are stored in {_folder}, and the same command goes on from there");
            return null;
        }

        if (_programme.Backtest is { } backtest) findings = findings with { Backtest = BacktestStudy.Run(backtest) };
        process.Refresh();
        var cpuTimeS = (process.TotalProcessorTime - before).TotalSeconds;
        ProgrammeFolder.Write(findings, _folder, cpuTimeS);
        store?.ForgetOthers();
        return (findings, cpuTimeS);
    }

    private ProgrammeFindings Years(ProgrammeFindings findings, YearsStore store)
    {
        var options = new ProgrammeStudyOptions { Seed = _request.Seed, Replications = _request.Replications, Threads = _request.Threads, Store = store };
        var study = _report.Progress($"running {_programme.Id}", progress => ProgrammeStudy.Run(_programme, options with { Progress = progress }, _report.Cancellation));
        if (store.FoundCount > 0) _report.Note($"{store.FoundCount} replications of years were in already");
        findings = findings with { Study = study, AnalyticReadyShare = new SupportAnalysis(study.Plan).ReadyShare };
        if (_request.Localise || _request.FloorShare is not null)
            findings = findings with { Localisation = _report.Progress("localisation", progress => ProgrammeAdvice.Localise(_programme, _request.FloorShare, options with { Progress = progress }, _report.Cancellation)) };
        if (_request.SpareBudgetUsd is { } budget)
            findings = findings with { Stocks = _report.Progress("spares", progress => ProgrammeAdvice.Stock(_programme, budget, options with { Progress = progress }, _report.Cancellation)) };
        return _request.Effect is { } question ? findings with { Effect = _report.Progress("engagements", progress => Effect(study, question, progress)) } : findings;
    }

    private EffectResult Effect(ProgrammeStudyResult study, EffectQuestion question, Action<double> progress)
    {
        var options = new EffectOptions
        {
            File = Path.Combine(_folder, ProgrammeFolder.EffectFile),
            Threads = _request.Threads,
            Progress = step =>
            {
                _engagements = step.Done;
                progress(step.DoneShare);
            },
        };
        return EffectStudy.Run(study, question, options, _report.Cancellation);
    }
}
