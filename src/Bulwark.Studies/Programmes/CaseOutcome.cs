using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Programmes;

/// <summary>What one case came to over all replications. Immutable once made.</summary>
public sealed class CaseOutcome
{
    /// <summary>The quantiles of the bands.</summary>
    public static IReadOnlyList<double> BandProbability { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Identifier of the case.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>Share of the units there that were ready, by month: one curve for each of <see cref="BandProbability"/>; NaN while no unit is there.</summary>
    public required IReadOnlyList<double[]> ReadyBandsShare { get; init; }

    /// <summary>Its mean over the replications; NaN while no unit is there.</summary>
    public required double[] ReadyMeanShare { get; init; }

    /// <summary>Mean share of each month in which a unit was ready, by unit; counts replications in which it was not there as not ready.</summary>
    public required IReadOnlyList<double[]> UnitReadyShare { get; init; }

    /// <summary>Share of each month in which a unit was ready while it was there, by unit: one curve for each of <see cref="BandProbability"/>; NaN while it is there in no replication.</summary>
    public required IReadOnlyList<IReadOnlyList<double[]>> UnitBandsShare { get; init; }

    /// <summary>Parts that units waited for, mean by month.</summary>
    public required double[] WaitingCount { get; init; }

    /// <summary>Money, mean by category and year, US dollars.</summary>
    public required IReadOnlyList<double[]> CostUsd { get; init; }

    /// <summary>Money of a year, 5 and 95 per cent points, US dollars.</summary>
    public required IReadOnlyList<double[]> CostBandsUsd { get; init; }

    /// <summary>What kept units from being ready, by component, the worst first.</summary>
    public required IReadOnlyList<StopCause> ByComponent { get; init; }

    /// <summary>The same by supplier.</summary>
    public required IReadOnlyList<StopCause> BySupplier { get; init; }

    /// <summary>The same by country.</summary>
    public required IReadOnlyList<StopCause> ByCountry { get; init; }

    /// <summary>Recovery after each event that ended.</summary>
    public required IReadOnlyList<RecoveryTime> Recovery { get; init; }

    /// <summary>When each delivery arrived: 5, 50 and 95 per cent points, seconds from the start; NaN where it never did.</summary>
    public required IReadOnlyList<double[]> ArrivedS { get; init; }

    /// <summary>When each unit was there and manned: 5, 50 and 95 per cent points, seconds from the start; NaN where it never was.</summary>
    public required IReadOnlyList<double[]> ActiveS { get; init; }

    /// <summary>Share of the replications in which each unit came.</summary>
    public required double[] CameShare { get; init; }

    /// <summary>The state of the units at the beginning of each month, by replication.</summary>
    public required IReadOnlyList<ReadinessSample> Samples { get; init; }

    /// <summary>Share of the units there that were ready, by month, of each replication; NaN while no unit is there.</summary>
    internal IReadOnlyList<double[]> ReadyOfEach { get; init; } = [];

    /// <summary>Mean readiness of a span of months with its interval over the replications in which any unit was there.</summary>
    /// <param name="fromMonth">First month.</param>
    /// <param name="toMonth">Month after the last.</param>
    /// <param name="levelProbability">Confidence level, such as 0.95.</param>
    public Estimate ReadyEstimate(int fromMonth, int toMonth, double levelProbability)
    {
        var moments = default(RunningMoments);
        foreach (var ready in ReadyOfEach)
        {
            var months = ready.Skip(fromMonth).Take(toMonth - fromMonth).Where(static share => !double.IsNaN(share)).ToList();
            if (months.Count > 0) moments.Add(months.Average());
        }

        return moments.MeanEstimate(levelProbability);
    }

    /// <summary>Mean readiness of a span of months: of the units there, over the months in which any were.</summary>
    /// <param name="fromMonth">First month.</param>
    /// <param name="toMonth">Month after the last.</param>
    public double MeanShare(int fromMonth, int toMonth)
    {
        var months = ReadyMeanShare.Skip(fromMonth).Take(toMonth - fromMonth).Where(static share => !double.IsNaN(share)).ToList();
        return months.Count == 0 ? double.NaN : months.Average();
    }
}
