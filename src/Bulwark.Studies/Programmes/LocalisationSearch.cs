using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Studies.Programmes;

/// <summary>
/// Looks for the cheapest components to make at home with which readiness stays above a floor in the simulation. The analytic model has
/// typical figures and parts that are missing independently of each other, so what it promises is tried: when the simulation's interval
/// does not lie above the floor, more is asked of the model, until it does. Between the last choice that failed and the first that
/// held, cheaper ones are looked for.
/// </summary>
internal sealed class LocalisationSearch
{
    private const int MostTrials = 12;
    private const double Level = 0.95;
    private const int LastMonths = 3;

    private readonly Programme _programme;
    private readonly LocalisationQuestion _question;
    private readonly double _floor;
    private readonly ProgrammeStudyOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly SupportAnalysis _analysis;
    private readonly List<LocalisationTrial> _trials = [];
    private readonly int _endMonth;

    public LocalisationSearch(Programme programme, LocalisationQuestion question, double floor, ProgrammeStudyOptions options, CancellationToken cancellation)
    {
        (_programme, _question, _floor, _options, _cancellation) = (programme, question, floor, options, cancellation);
        var plan = ProgrammePlan.Of(programme);
        _analysis = new SupportAnalysis(plan);
        var embargo = programme.Events.First(one => one.Id == question.Event);
        _endMonth = (int)Math.Clamp(Math.Round(programme.At(embargo.ToUtc!.Value).TotalS / ProgrammePlan.MonthS), 1, plan.MonthCount);
    }

    public LocalisationAdvice Run()
    {
        var (first, items) = _analysis.Localise(_question, _floor);
        var (trial, chosen) = (Try(_floor, first, items), -1);
        var most = first.EverythingShare * (1 - 1e-12);
        if (Holds(trial)) chosen = 0;
        var failed = first.AvailabilityShare;
        while (chosen < 0 && trial.Plan.IsFeasible && failed < most && _trials.Count < MostTrials)
        {
            // As much more as the simulation fell short, and at least the next choice.
            var asked = Math.Min(most, Math.Max(failed * (1 + 1e-9), failed * _floor / Math.Max(trial.Ready.Low, _floor / 4)));
            trial = Try(asked, _analysis.Localise(_question, asked).Plan, items);
            if (Holds(trial)) chosen = _trials.Count - 1;
            else failed = trial.Plan.AvailabilityShare;
        }

        // Step by step back, as long as a cheaper choice lies between.
        while (chosen > 0 && _trials.Count < MostTrials)
        {
            var asked = Math.Max(failed * (1 + 1e-9), Math.Sqrt(failed * Math.Min(_trials[chosen].Plan.AvailabilityShare, _trials[chosen].AskedShare)));
            var plan = _analysis.Localise(_question, asked).Plan;
            if (plan.CostUsd >= _trials[chosen].Plan.CostUsd)
            {
                // Nothing between the middle and what held: look below it, until only the next choice is left.
                asked = failed * (1 + 1e-9);
                plan = _analysis.Localise(_question, asked).Plan;
                if (plan.CostUsd >= _trials[chosen].Plan.CostUsd) break;
            }

            trial = Try(asked, plan, items);
            if (Holds(trial)) chosen = _trials.Count - 1;
            else failed = plan.AvailabilityShare;
        }

        _options.Progress?.Invoke(1);
        return new LocalisationAdvice(_question, _floor, _trials, chosen, items, _endMonth);
    }

    private bool Holds(LocalisationTrial trial) => trial.Plan.IsFeasible && trial.Ready.Low >= _floor;

    private LocalisationTrial Try(double asked, LocalisationPlan plan, IReadOnlyList<(Component Component, LocalisationItem Item)> items)
    {
        List<string> home = [.. items.Where((_, at) => plan.AtHome[at]).Select(static pair => pair.Component.Id)];
        var way = new ProgrammeCase("chosen", $"embargo, {home.Count} components made at home", [], home.Count > 0, home);
        var before = _trials.Count;
        var options = _options with { Progress = share => _options.Progress?.Invoke((before + share) / MostTrials) };
        var simulated = ProgrammeStudy.Run(_programme with { Cases = [way] }, options, _cancellation).Cases[0];
        var trial = new LocalisationTrial(asked, plan, simulated, simulated.ReadyEstimate(Math.Max(0, _endMonth - LastMonths), _endMonth, Level));
        _trials.Add(trial);
        return trial;
    }
}
