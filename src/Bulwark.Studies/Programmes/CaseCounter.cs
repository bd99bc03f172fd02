using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Programmes;

/// <summary>Adds up the replications of one case, in their order.</summary>
internal sealed class CaseCounter(ProgrammePlan plan, ProgrammeCase way)
{
    private readonly CaseBlock _sums = new(plan);

    /// <summary>Adds the next block.</summary>
    public void Add(CaseBlock block) => _sums.Add(block);

    public CaseOutcome Finish()
    {
        var (count, months, programme) = (_sums.Count, plan.MonthCount, plan.Programme);
        var years = (months + 11) / 12;
        var bands = CaseOutcome.BandProbability.Select(_ => new double[months]).ToArray();
        var mean = new double[months];
        for (var month = 0; month < months; month++)
        {
            var at = month;
            var sorted = Sorted(_sums.Ready.Select(fleet => fleet[at]));
            mean[month] = sorted.Length == 0 ? double.NaN : sorted.Average();
            for (var band = 0; band < bands.Length; band++) bands[band][month] = Quantile(sorted, CaseOutcome.BandProbability[band]);
        }

        var causes = Causes();
        return new CaseOutcome
        {
            Id = way.Id,
            Title = way.Title,
            ReadyBandsShare = bands,
            ReadyMeanShare = mean,
            ReadyOfEach = _sums.Ready,
            UnitBandsShare = [.. Enumerable.Range(0, programme.Units.Count).Select(UnitBands)],
            UnitReadyShare = [.. Enumerable.Range(0, programme.Units.Count).Select(unit => _sums.UnitReady.Skip(unit * months).Take(months).Select(sum => sum / count).ToArray())],
            WaitingCount = [.. _sums.Waiting.Select(sum => sum / count)],
            CostUsd = [.. Enumerable.Range(0, _sums.CostSums.Length / years).Select(category => _sums.CostSums.Skip(category * years).Take(years).Select(sum => sum / count).ToArray())],
            CostBandsUsd = QuantileBands.Of(_sums.Costs, [0.05, 0.95]),
            ByComponent = Group(causes, static cause => cause.Name),
            BySupplier = Group(causes, static cause => cause.Supplier),
            ByCountry = Group(causes, static cause => cause.Country),
            Recovery = [.. Enumerable.Range(0, programme.Events.Count).Select(Recovered).OfType<RecoveryTime>()],
            ArrivedS = Points(_sums.Arrived),
            ActiveS = Points(_sums.Active),
            CameShare = [.. Enumerable.Range(0, programme.Units.Count).Select(unit => _sums.Active.Count(active => !double.IsNaN(active[unit])) / (double)count)],
            Samples = _sums.Samples,
        };
    }

    private IReadOnlyList<double[]> UnitBands(int unit)
    {
        var months = plan.MonthCount;
        var bands = CaseOutcome.BandProbability.Select(_ => new double[months]).ToArray();
        for (var month = 0; month < months; month++)
        {
            var slot = (unit * months) + month;
            var sorted = Sorted(_sums.ReadyByUnit.Select(row => (double)row[slot]));
            for (var band = 0; band < bands.Length; band++) bands[band][month] = Quantile(sorted, CaseOutcome.BandProbability[band]);
        }

        return bands;
    }

    private static double[] Sorted(IEnumerable<double> values)
    {
        var sorted = values.Where(static value => !double.IsNaN(value)).ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static double Quantile(double[] sorted, double probability) => sorted.Length == 0 ? double.NaN : SampleQuantiles.At(sorted, probability);

    private static IReadOnlyList<double[]> Points(List<double[]> samples) =>
    [
        .. Enumerable.Range(0, samples[0].Length).Select(at =>
        {
            var sorted = Sorted(samples.Select(sample => sample[at]));
            return new[] { Quantile(sorted, 0.05), Quantile(sorted, 0.5), Quantile(sorted, 0.95) };
        }),
    ];

    private RecoveryTime? Recovered(int at)
    {
        var entry = plan.Programme.Events[at];
        if (entry.ToUtc is not { } to || to >= plan.Programme.EndUtc || way.Without.Contains(entry.Id, StringComparer.Ordinal)) return null;
        var times = _sums.Recovery.Select(recovery => double.IsNaN(recovery[at]) ? double.PositiveInfinity : recovery[at]).ToArray();
        Array.Sort(times);
        return new RecoveryTime(at, times[times.Length / 2], times[(int)Math.Min(times.Length - 1, Math.Ceiling(0.95 * times.Length))], times.Count(double.IsPositiveInfinity) / (double)times.Length);
    }

    private List<StopCause> Causes()
    {
        var yearsOfAll = _sums.Count * plan.Programme.Duration.TotalS / (12 * ProgrammePlan.MonthS);
        var unitTimeS = Math.Max(1, _sums.UnitTimeS);
        return
        [
            .. plan.Components.Select((component, part) =>
            {
                var supplier = plan.Programme.Suppliers[plan.Sources[component.FirstSource].Supplier];
                return new StopCause(
                    component.Entry.Name,
                    supplier.Name,
                    supplier.Country,
                    _sums.WaitingDown[part] / unitTimeS,
                    _sums.BarredDown[part] / unitTimeS,
                    _sums.FittingDown[part] / unitTimeS,
                    _sums.Failures[part] / yearsOfAll,
                    _sums.StockOuts[part] / yearsOfAll);
            }),
        ];
    }

    private static IReadOnlyList<StopCause> Group(List<StopCause> causes, Func<StopCause, string> key) =>
    [
        .. causes.GroupBy(key, StringComparer.Ordinal).Select(group => new StopCause(
                group.Key,
                One(group.Select(static cause => cause.Supplier)),
                One(group.Select(static cause => cause.Country)),
                group.Sum(static cause => cause.WaitingShare),
                group.Sum(static cause => cause.BarredShare),
                group.Sum(static cause => cause.FittingShare),
                group.Sum(static cause => cause.FailuresPerYearCount),
                group.Sum(static cause => cause.StockOutsPerYearCount)))
            .OrderByDescending(static cause => cause.TotalShare).ThenBy(static cause => cause.Name, StringComparer.Ordinal),
    ];

    private static string One(IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        return distinct.Count == 1 ? distinct[0] : "";
    }
}
