using Bulwark.Simulation;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Studies.Programmes;

/// <summary>
/// What readiness is worth: the state of the units at a date, sampled from the replications of a programme, is the state in which the
/// batteries of a scenario meet a raid. Equal states are fought once; engagements of different states share their luck.
/// </summary>
public static class EffectStudy
{
    /// <summary>Fights the raid over the years.</summary>
    /// <param name="study">The programme's replications.</param>
    /// <param name="scenario">The scenario; each unit of the programme is the battery of the same id.</param>
    /// <param name="everyMonths">Months between the dates.</param>
    /// <param name="runsPerState">Engagements for each state, at least 2.</param>
    /// <param name="samples">Replications of the programme to sample the states from, at least 2.</param>
    /// <param name="threads">Threads; the result is the same for any number.</param>
    /// <param name="progress">Is told the share done, 0 to 1.</param>
    /// <param name="cancellation">When to stop.</param>
    /// <exception cref="ArgumentException">The scenario has no battery of a unit's id, or nothing hostile.</exception>
    public static EffectResult Run(ProgrammeStudyResult study, Scenario scenario, int everyMonths, int runsPerState, int samples, int threads, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(scenario);
        if (everyMonths < 1 || runsPerState < 2 || samples < 2 || threads < 1) throw new ArgumentOutOfRangeException(nameof(runsPerState), "Dates are a month or more apart; a state has two runs or more, a date two samples or more.");
        var mapping = new UnitMapping(study.Plan, scenario);
        var used = Math.Min(samples, study.Replications);
        List<int> months = [.. Enumerable.Range(0, (study.Plan.MonthCount / everyMonths) + 1).Select(step => step * everyMonths)];
        var states = new Dictionary<string, int>(StringComparer.Ordinal);
        var fought = new List<IReadOnlyDictionary<string, UnitReadiness>>();
        var full = IndexOf(mapping.All(UnitReadiness.Full));
        var nothing = IndexOf(mapping.All(UnitReadiness.Nothing));
        var at = study.Cases.Select(outcome => months.Select(month => Enumerable.Range(0, used).Select(replication => IndexOf(mapping.Of(outcome.Samples[replication], month))).ToArray()).ToArray()).ToArray();

        var won = new int[fought.Count];
        var leaked = new double[fought.Count];
        var done = 0;
        Parallel.For(0, fought.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, state =>
        {
            var prepared = ReadyScenario.With(scenario, fought[state]);
            for (var run = 0; run < runsPerState; run++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (stopped, share) = Fight(prepared, (uint)run, cancellation);
                won[state] += stopped ? 1 : 0;
                leaked[state] += share / runsPerState;
            }

            progress?.Invoke(Interlocked.Increment(ref done) / (double)fought.Count);
        });
        var chance = won.Select(count => count / (double)runsPerState).ToArray();
        var cases = at.Select(dates => (IReadOnlyList<EffectPoint>)[.. dates.Select((sample, index) => Point(months[index], sample, chance, leaked, runsPerState))]).ToList();
        return new EffectResult(scenario.Title, cases, fought.Count, fought.Count * runsPerState, chance[full], chance[nothing]);

        int IndexOf(IReadOnlyDictionary<string, UnitReadiness> state)
        {
            var key = UnitMapping.Key(state);
            if (states.TryGetValue(key, out var index)) return index;
            states[key] = fought.Count;
            fought.Add(state);
            return fought.Count - 1;
        }
    }

    private static (bool Stopped, double LeakedShare) Fight(Scenario scenario, uint replication, CancellationToken cancellation)
    {
        var targets = Simulator.Run(scenario, new RunOptions { Replication = replication, Threads = 1 }, cancellation).Summary.Targets;
        return (targets.Leaked == 0, targets.Total == 0 ? 0 : targets.Leaked / (double)targets.Total);
    }

    private static EffectPoint Point(int month, int[] sample, double[] chance, double[] leaked, int runs)
    {
        var mean = sample.Average(state => chance[state]);
        var spread = sample.Sum(state => (chance[state] - mean) * (chance[state] - mean)) / (sample.Length - 1) / sample.Length;

        // The engagements of one state are shared by all samples that are in it.
        var luck = sample.GroupBy(static state => state).Sum(group => Math.Pow(group.Count() / (double)sample.Length, 2) * chance[group.Key] * (1 - chance[group.Key]) / runs);
        return new EffectPoint(month, mean, Math.Sqrt(spread + luck), sample.Average(state => leaked[state]));
    }
}
