using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Studies.Programmes;

/// <summary>
/// What a block of replications of one case came to: sums, and of every replication what bands and samples need. The unit in which years
/// are added up and stored, so that the result is the same to the bit however often a study was stopped. Not thread-safe.
/// </summary>
internal sealed class CaseBlock
{
    // Less than a day of one unit says nothing about a month.
    private const double LeastThere = 0.03;

    private readonly ProgrammePlan _plan;

    public CaseBlock(ProgrammePlan plan)
    {
        _plan = plan;
        var (units, parts) = (plan.Programme.Units.Count, plan.Components.Count);
        UnitReady = new double[units * plan.MonthCount];
        Waiting = new double[plan.MonthCount];
        (WaitingDown, BarredDown, FittingDown) = (new double[parts], new double[parts], new double[parts]);
        (Failures, StockOuts) = (new long[parts], new long[parts]);
        CostSums = new double[Enum.GetValues<CostCategory>().Length * YearCount];
    }

    public double[] UnitReady { get; }

    public double[] Waiting { get; }

    public double[] WaitingDown { get; }

    public double[] BarredDown { get; }

    public double[] FittingDown { get; }

    public long[] Failures { get; }

    public long[] StockOuts { get; }

    public double[] CostSums { get; }

    public double UnitTimeS { get; private set; }

    public int Count => Ready.Count;

    public List<double[]> Ready { get; } = [];

    /// <summary>Share of each month in which each unit was ready, while it was there, at unit times months plus month; NaN while it was not.</summary>
    public List<float[]> ReadyByUnit { get; } = [];

    public List<double[]> Costs { get; } = [];

    public List<double[]> Recovery { get; } = [];

    public List<double[]> Arrived { get; } = [];

    public List<double[]> Active { get; } = [];

    public List<byte[]> Hashes { get; } = [];

    /// <summary>States of readiness, of the first replications of a study only.</summary>
    public List<ReadinessSample> Samples { get; } = [];

    private int YearCount => (_plan.MonthCount + 11) / 12;

    /// <summary>Adds a replication.</summary>
    /// <param name="result">What it came to.</param>
    /// <param name="isSample">Whether its states of readiness are kept.</param>
    public void Add(ReplicationResult result, bool isSample)
    {
        var (units, months) = (_plan.Programme.Units.Count, _plan.MonthCount);
        var (fleet, byUnit) = (new double[months], new float[units * months]);
        for (var month = 0; month < months; month++)
        {
            var (ready, there) = (0.0, 0.0);
            for (var unit = 0; unit < units; unit++)
            {
                var (slot, present) = ((unit * months) + month, There(result.ActiveS[unit], month));
                ready += result.ReadyShare[slot];
                there += present;
                byUnit[slot] = present > LeastThere ? (float)Math.Min(1, result.ReadyShare[slot] / present) : float.NaN;
            }

            fleet[month] = there > LeastThere ? Math.Min(1, ready / there) : double.NaN;
            Waiting[month] += result.WaitingCount[month];
        }

        for (var slot = 0; slot < UnitReady.Length; slot++) UnitReady[slot] += result.ReadyShare[slot];
        Sum(WaitingDown, result.WaitingDownS);
        Sum(BarredDown, result.BarredDownS);
        Sum(FittingDown, result.FittingDownS);
        Sum(CostSums, result.CostUsd);
        for (var part = 0; part < Failures.Length; part++)
        {
            Failures[part] += result.FailureCount[part];
            StockOuts[part] += result.StockOutCount[part];
        }

        var costs = new double[YearCount];
        for (var slot = 0; slot < result.CostUsd.Length; slot++) costs[slot % YearCount] += result.CostUsd[slot];
        foreach (var active in result.ActiveS) UnitTimeS += double.IsNaN(active) ? 0 : _plan.Programme.Duration.TotalS - active;
        Ready.Add(fleet);
        ReadyByUnit.Add(byUnit);
        Costs.Add(costs);
        Recovery.Add(result.RecoveryS);
        Arrived.Add(result.ArrivedS);
        Active.Add(result.ActiveS);
        Hashes.Add(result.Hash);
        if (isSample) Samples.Add(new ReadinessSample(result.Equipment, result.Rounds));
    }

    /// <summary>Adds another block.</summary>
    public void Add(CaseBlock block)
    {
        foreach (var (sums, values) in ((double[], double[])[])[(UnitReady, block.UnitReady), (Waiting, block.Waiting), (WaitingDown, block.WaitingDown), (BarredDown, block.BarredDown), (FittingDown, block.FittingDown), (CostSums, block.CostSums)]) Sum(sums, values);
        for (var part = 0; part < Failures.Length; part++)
        {
            Failures[part] += block.Failures[part];
            StockOuts[part] += block.StockOuts[part];
        }

        UnitTimeS += block.UnitTimeS;
        foreach (var (rows, others) in ((List<double[]>, List<double[]>)[])[(Ready, block.Ready), (Costs, block.Costs), (Recovery, block.Recovery), (Arrived, block.Arrived), (Active, block.Active)]) rows.AddRange(others);
        ReadyByUnit.AddRange(block.ReadyByUnit);
        Samples.AddRange(block.Samples);
    }

    /// <summary>Writes the block, in this machine's order of bytes.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(Samples.Count);
        writer.Write(UnitTimeS);
        foreach (var sums in (double[][])[UnitReady, Waiting, WaitingDown, BarredDown, FittingDown, CostSums]) writer.Write(MemoryMarshal.AsBytes(sums.AsSpan()));
        foreach (var sums in (long[][])[Failures, StockOuts]) writer.Write(MemoryMarshal.AsBytes(sums.AsSpan()));
        foreach (var rows in (List<double[]>[])[Ready, Costs, Recovery, Arrived, Active])
        {
            foreach (var row in rows) writer.Write(MemoryMarshal.AsBytes(row.AsSpan()));
        }

        foreach (var row in ReadyByUnit) writer.Write(MemoryMarshal.AsBytes(row.AsSpan()));
        foreach (var hash in Hashes) writer.Write(hash);
        foreach (var sample in Samples)
        {
            writer.Write(sample.Equipment);
            writer.Write(MemoryMarshal.AsBytes(sample.Rounds.AsSpan()));
        }
    }

    /// <summary>Reads a block that <see cref="Write"/> wrote for the same plan.</summary>
    /// <exception cref="EndOfStreamException">It is of something else, or damaged.</exception>
    public static CaseBlock Read(ProgrammePlan plan, BinaryReader reader)
    {
        var block = new CaseBlock(plan);
        var (count, samples) = (reader.ReadInt32(), reader.ReadInt32());
        if (count is < 1 or > ProgrammeStudy.Block || samples < 0 || samples > count) throw new EndOfStreamException();
        block.UnitTimeS = reader.ReadDouble();
        foreach (var sums in (double[][])[block.UnitReady, block.Waiting, block.WaitingDown, block.BarredDown, block.FittingDown, block.CostSums]) reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(sums.AsSpan()));
        foreach (var sums in (long[][])[block.Failures, block.StockOuts]) reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(sums.AsSpan()));
        var (programme, units) = (plan.Programme, plan.Programme.Units.Count);
        var deliveries = programme.Contracts.Sum(static contract => contract.Deliveries.Count);
        foreach (var (rows, length) in ((List<double[]>, int)[])[(block.Ready, plan.MonthCount), (block.Costs, block.YearCount), (block.Recovery, programme.Events.Count), (block.Arrived, deliveries), (block.Active, units)])
        {
            for (var row = 0; row < count; row++)
            {
                var values = new double[length];
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
                rows.Add(values);
            }
        }

        for (var row = 0; row < count; row++)
        {
            var values = new float[units * plan.MonthCount];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            block.ReadyByUnit.Add(values);
        }

        for (var row = 0; row < count; row++)
        {
            var hash = new byte[SHA256.HashSizeInBytes];
            reader.BaseStream.ReadExactly(hash);
            block.Hashes.Add(hash);
        }

        for (var row = 0; row < samples; row++)
        {
            var sample = new ReadinessSample(new byte[(plan.MonthCount + 1) * plan.Equipment.Sum(static lines => lines.Count)], new int[(plan.MonthCount + 1) * units]);
            reader.BaseStream.ReadExactly(sample.Equipment);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(sample.Rounds.AsSpan()));
            block.Samples.Add(sample);
        }

        return block;
    }

    private static void Sum(double[] sums, double[] values)
    {
        for (var at = 0; at < sums.Length; at++) sums[at] += values[at];
    }

    private static double There(double activeS, int month) =>
        double.IsNaN(activeS) ? 0 : Math.Clamp(((month + 1) * ProgrammePlan.MonthS - activeS) / ProgrammePlan.MonthS, 0, 1);
}
