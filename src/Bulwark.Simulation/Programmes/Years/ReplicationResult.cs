using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Programmes.Years;

/// <summary>What one case of one replication came to, counted from its record. Immutable once made.</summary>
public sealed class ReplicationResult
{
    internal ReplicationResult(ProgrammePlan plan)
    {
        var (units, months, parts) = (plan.Programme.Units.Count, plan.MonthCount, plan.Components.Count);
        ReadyShare = new float[units * months];
        WaitingCount = new float[months];
        YearCount = (months + 11) / 12;
        CostUsd = new double[YearCount * Enum.GetValues<CostCategory>().Length];
        (WaitingDownS, BarredDownS, FittingDownS) = (new double[parts], new double[parts], new double[parts]);
        (FailureCount, StockOutCount, ReceivedCount) = (new int[parts], new int[parts], new int[parts]);
        RecoveryS = new double[plan.Programme.Events.Count];
        ArrivedS = new double[plan.Programme.Contracts.Sum(static contract => contract.Deliveries.Count)];
        ActiveS = new double[units];
        Array.Fill(RecoveryS, double.NaN);
        Array.Fill(ArrivedS, double.NaN);
        Array.Fill(ActiveS, double.NaN);
        Equipment = new byte[(months + 1) * plan.Equipment.Sum(static lines => lines.Count)];
        Rounds = new int[(months + 1) * units];
        Hash = [];
    }

    /// <summary>Share of each month in which a unit was ready, at unit times months plus month.</summary>
    public float[] ReadyShare { get; }

    /// <summary>Mean number of parts that units waited for, by month.</summary>
    public float[] WaitingCount { get; }

    /// <summary>Years begun.</summary>
    public int YearCount { get; }

    /// <summary>Money, at category times years plus year.</summary>
    public double[] CostUsd { get; }

    /// <summary>Time that units stood still for want of a part number that somebody could supply, seconds; several wants share the time.</summary>
    public double[] WaitingDownS { get; }

    /// <summary>The same for a part number that nobody could or might supply at the time.</summary>
    public double[] BarredDownS { get; }

    /// <summary>Time that units stood still while a spare of a part number was being fitted, seconds.</summary>
    public double[] FittingDownS { get; }

    /// <summary>Failures by part number.</summary>
    public int[] FailureCount { get; }

    /// <summary>Failures that found no spare at the base, by part number.</summary>
    public int[] StockOutCount { get; }

    /// <summary>Orders received, by part number.</summary>
    public int[] ReceivedCount { get; }

    /// <summary>For each event that ended: time until every unit that was there was ready at once, seconds; NaN when that did not come.</summary>
    public double[] RecoveryS { get; }

    /// <summary>When each delivery of equipment arrived, seconds from the start; NaN for never.</summary>
    public double[] ArrivedS { get; }

    /// <summary>When each unit was set up and manned, seconds from the start; NaN for never.</summary>
    public double[] ActiveS { get; }

    /// <summary>How many of each line of equipment worked at the beginning of each month (and at the end), 0 for a unit that is not there; lines of all units in a row.</summary>
    public byte[] Equipment { get; }

    /// <summary>Rounds of each unit at the beginning of each month, at month times units plus unit.</summary>
    public int[] Rounds { get; }

    /// <summary>SHA-256 of the record.</summary>
    public byte[] Hash { get; internal set; }
}
