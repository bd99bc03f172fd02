using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Programmes;

/// <summary>
/// What readiness is worth: the state of the units at a date, sampled from the replications of a programme, is the state in which the
/// batteries of a study's scenario meet a raid. Equal states are fought once, as the settings of one study, with its replications or its
/// rule to stop; with pairing, engagements of different states share their luck.
/// </summary>
public static class EffectStudy
{
    private const string Kind = "bulwark-effect/1";

    /// <summary>Fights the raid over the years, as far as the results file does not have it already.</summary>
    /// <param name="study">The programme's replications.</param>
    /// <param name="question">The study of the raid; each unit of the programme is the battery of the same id.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">When to stop; finished engagements are in the results file.</param>
    /// <exception cref="ArgumentException">The scenario has no battery of a unit's id.</exception>
    /// <exception cref="DocumentException">A setting makes no valid scenario.</exception>
    /// <exception cref="Results.ResultsException">The results file is of something else or cannot be written.</exception>
    public static EffectResult Run(ProgrammeStudyResult study, EffectQuestion question, EffectOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(options);
        if (options.EveryMonths < 1 || options.Threads < 1) throw new ArgumentOutOfRangeException(nameof(options), "Dates are a month or more apart, and there is a thread.");
        var mapping = new UnitMapping(study.Plan, question.Scenario);
        List<int> months = [.. Enumerable.Range(0, (study.Plan.MonthCount / options.EveryMonths) + 1).Select(step => step * options.EveryMonths)];
        var states = new Dictionary<string, int>(StringComparer.Ordinal);
        var fought = new List<(string Key, IReadOnlyDictionary<string, UnitReadiness> State)>();
        var full = IndexOf(mapping.All(UnitReadiness.Full));
        var nothing = IndexOf(mapping.All(UnitReadiness.Nothing));
        var at = study.Cases.Select(outcome => months.Select(month => outcome.Samples.Select(sample => IndexOf(mapping.Of(sample, month))).ToArray()).ToArray()).ToArray();

        var plan = StudyPlanner.Repeat(
            question.Plan,
            [.. fought.Select(static pair => pair.Key)],
            ProgrammeFingerprint.Of([Kind, question.Plan.Hash, .. fought.Select(static pair => pair.Key)]),
            (scenario, part) => ReadyScenario.With(scenario, fought[states[part]].State));
        using var store = StudyStore.Open(options.File, plan);
        StudyRunner.Run(plan, store, options.Threads, options.Progress, cancellation: cancellation);
        var table = new StateTable(plan, store, fought.Count, question.Stopped);
        var cases = at.Select(dates => (IReadOnlyList<EffectPoint>)[.. dates.Select((sample, index) => table.Point(months[index], sample))]).ToList();
        var measures = question.Plan.Study.Measures;
        return new EffectResult(
            question.Plan.Study.Title, measures.All[question.Stopped].Description, [.. measures.All.Take(measures.WantedCount)], cases, fought.Count, table.RunCount, table.Chance(full), table.Chance(nothing), store.ContentHash());

        int IndexOf(IReadOnlyDictionary<string, UnitReadiness> state)
        {
            var key = UnitMapping.Key(state);
            if (states.TryGetValue(key, out var index)) return index;
            states[key] = fought.Count;
            fought.Add((key, state));
            return fought.Count - 1;
        }
    }
}
