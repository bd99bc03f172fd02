using Bulwark.Cli.Manner;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Results;
using Bulwark.Studies.Store;

namespace Bulwark.Cli.Studies;

/// <summary>Does what a study lacks, with a progress bar, and writes its report.</summary>
internal static class StudyRun
{
    /// <summary>Goes on with a study from wherever it is.</summary>
    public static int Continue(StudyPlan plan, string folder, int threads, Report report)
    {
        using var store = StudyStore.Open(StudyArguments.FileIn(folder), plan);
        var before = store.Count;
        if (before > 0) report.Note($"{before} runs are in already");
        try
        {
            Work(plan, store, threads, WorkShare.All(plan), report);
        }
        catch (OperationCanceledException) when (report.Cancellation.IsCancellationRequested)
        {
            report.Note($"bulwark: interrupted; {store.Count} runs are stored, and 'bulwark study resume' goes on from there");
            return ExitCode.Interrupted;
        }

        report.Note("writing the report");
        var answers = StudyFolder.WriteReport(plan, store, folder);
        StudyText.Write(answers, store, report);
        report.Line($"results: {folder} (report.html is the place to start)");
        report.Object(() => StudyJson.Of(answers, store, folder));
        return ExitCode.Done;
    }

    /// <summary>Does a part of a study.</summary>
    public static void Work(StudyPlan plan, StudyStore store, int threads, WorkShare share, Report report) => report.Progress($"study {plan.Study.Id}", progress =>
    {
        StudyRunner.Run(plan, store, threads, step => progress(step.DoneShare), share, report.Cancellation);
        return true;
    });
}
