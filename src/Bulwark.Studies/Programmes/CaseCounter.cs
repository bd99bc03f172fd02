using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Programmes;

/// <summary>Adds up the replications of one case, in their order.</summary>
internal sealed class CaseCounter(ProgrammePlan plan, ProgrammeCase way)
{
    private readonly List<double[]> _ready = [];
    private readonly List<double[]> _costs = [];
    private readonly List<double[]> _recovery = [];
    private readonly List<double[]> _arrived = [];
    private readonly List<double[]> _active = [];
    private readonly List<ReadinessSample> _samples = [];
    private readonly double[] _unitReady = new double[plan.Programme.Units.Count * plan.MonthCount];
    private readonly double[] _waiting = new double[plan.MonthCount];
    private readonly double[] _waitingDown = new double[plan.Components.Count];
    private readonly double[] _barredDown = new double[plan.Components.Count];
    private readonly double[] _fittingDown = new double[plan.Components.Count];
    private readonly long[] _failures = new long[plan.Components.Count];
    private readonly long[] _stockOuts = new long[plan.Components.Count];
    private double[] _costSums = [];
    private double _unitTimeS;
    private int _years;

    public void Add(ReplicationResult result)
    {
        var (units, months) = (plan.Programme.Units.Count, plan.MonthCount);
        var fleet = new double[months];
        for (var month = 0; month < months; month++)
        {
            var (ready, there) = (0.0, 0.0);
            for (var unit = 0; unit < units; unit++)
            {
                ready += result.ReadyShare[(unit * months) + month];
                there += There(result.ActiveS[unit], month);
            }

            // Less than a day of one unit says nothing about a month.
            fleet[month] = there > 0.03 ? Math.Min(1, ready / there) : double.NaN;
            _waiting[month] += result.WaitingCount[month];
        }

        for (var slot = 0; slot < _unitReady.Length; slot++) _unitReady[slot] += result.ReadyShare[slot];
        Sum(_waitingDown, result.WaitingDownS);
        Sum(_barredDown, result.BarredDownS);
        Sum(_fittingDown, result.FittingDownS);
        for (var part = 0; part < _failures.Length; part++)
        {
            _failures[part] += result.FailureCount[part];
            _stockOuts[part] += result.StockOutCount[part];
        }

        _years = result.YearCount;
        if (_costSums.Length == 0) _costSums = new double[result.CostUsd.Length];
        Sum(_costSums, result.CostUsd);
        var costs = new double[_years];
        for (var slot = 0; slot < result.CostUsd.Length; slot++) costs[slot % _years] += result.CostUsd[slot];
        foreach (var active in result.ActiveS) _unitTimeS += double.IsNaN(active) ? 0 : plan.Programme.Duration.TotalS - active;
        _ready.Add(fleet);
        _costs.Add(costs);
        _recovery.Add(result.RecoveryS);
        _arrived.Add(result.ArrivedS);
        _active.Add(result.ActiveS);
        _samples.Add(new ReadinessSample(result.Equipment, result.Rounds));
    }

    public CaseOutcome Finish()
    {
        var (count, months, programme) = (_ready.Count, plan.MonthCount, plan.Programme);
        var bands = CaseOutcome.BandProbability.Select(_ => new double[months]).ToArray();
        var mean = new double[months];
        for (var month = 0; month < months; month++)
        {
            var at = month;
            var sorted = Sorted(_ready.Select(fleet => fleet[at]));
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
            UnitReadyShare = [.. Enumerable.Range(0, programme.Units.Count).Select(unit => _unitReady.Skip(unit * months).Take(months).Select(sum => sum / count).ToArray())],
            WaitingCount = [.. _waiting.Select(sum => sum / count)],
            CostUsd = [.. Enumerable.Range(0, _costSums.Length / _years).Select(category => _costSums.Skip(category * _years).Take(_years).Select(sum => sum / count).ToArray())],
            CostBandsUsd = QuantileBands.Of(_costs, [0.05, 0.95]),
            ByComponent = Group(causes, static cause => cause.Name),
            BySupplier = Group(causes, static cause => cause.Supplier),
            ByCountry = Group(causes, static cause => cause.Country),
            Recovery = [.. Enumerable.Range(0, programme.Events.Count).Select(Recovered).OfType<RecoveryTime>()],
            ArrivedS = Points(_arrived),
            ActiveS = Points(_active),
            CameShare = [.. Enumerable.Range(0, programme.Units.Count).Select(unit => _active.Count(active => !double.IsNaN(active[unit])) / (double)count)],
            Samples = _samples,
        };
    }

    private static double There(double activeS, int month) =>
        double.IsNaN(activeS) ? 0 : Math.Clamp(((month + 1) * ProgrammePlan.MonthS - activeS) / ProgrammePlan.MonthS, 0, 1);

    private static void Sum(double[] sums, double[] values)
    {
        for (var at = 0; at < sums.Length; at++) sums[at] += values[at];
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
        var times = _recovery.Select(recovery => double.IsNaN(recovery[at]) ? double.PositiveInfinity : recovery[at]).ToArray();
        Array.Sort(times);
        return new RecoveryTime(at, times[times.Length / 2], times[(int)Math.Min(times.Length - 1, Math.Ceiling(0.95 * times.Length))], times.Count(double.IsPositiveInfinity) / (double)times.Length);
    }

    private List<StopCause> Causes()
    {
        var yearsOfAll = _ready.Count * plan.Programme.Duration.TotalS / (12 * ProgrammePlan.MonthS);
        var unitTimeS = Math.Max(1, _unitTimeS);
        return
        [
            .. plan.Components.Select((component, part) =>
            {
                var supplier = plan.Programme.Suppliers[plan.Sources[component.FirstSource].Supplier];
                return new StopCause(
                    component.Entry.Name,
                    supplier.Name,
                    supplier.Country,
                    _waitingDown[part] / unitTimeS,
                    _barredDown[part] / unitTimeS,
                    _fittingDown[part] / unitTimeS,
                    _failures[part] / yearsOfAll,
                    _stockOuts[part] / yearsOfAll);
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
