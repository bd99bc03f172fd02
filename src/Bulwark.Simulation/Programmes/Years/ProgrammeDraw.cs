using Bulwark.Core.Randomness;

namespace Bulwark.Simulation.Programmes.Years;

/// <summary>The uncertain figures of one replication, drawn once and used by every case. Reused from one replication to the next.</summary>
internal sealed class ProgrammeDraw
{
    private readonly ProgrammePlan _plan;
    private ulong _seed;
    private uint _replication;

    public ProgrammeDraw(ProgrammePlan plan)
    {
        _plan = plan;
        var (parts, sources, sites, programme) = (plan.Components.Count, plan.Sources.Count, plan.Programme.Sites.Count, plan.Programme);
        FailureHz = new double[programme.Units.Count * parts];
        (RepairS, ReplaceS, CondemnedShare, PriceUsd) = (new double[parts], new double[parts], new double[parts], new double[parts]);
        (BaseRepairShare, BaseRepairS) = (new double[parts], new double[parts]);
        (LeadS, QualificationS, CostFactor, SetUpUsd) = (new double[sources], new double[sources], new double[sources], new double[sources]);
        (ShipS, ReturnS) = (new double[sites], new double[sites]);
        (CapacityPerS, GrowthShare, RepairCapacityPerS) = (new double[programme.Suppliers.Count], new double[programme.Suppliers.Count], new double[programme.Suppliers.Count]);
        (RoundsPerS, RunningUsdPerS) = (new double[programme.Units.Count], new double[programme.Units.Count]);
        Deliveries = [.. programme.Contracts.SelectMany(static (contract, index) => contract.Deliveries.Select(delivery => (index, delivery)))];
        (DelayS, SetUpS, CrewDelayS) = (new double[Deliveries.Count], new double[Deliveries.Count], new double[Deliveries.Count]);
        (ValueUsd, LoanS, InterestShare, IsExercised) = (new double[programme.Contracts.Count], new double[programme.Contracts.Count], new double[programme.Contracts.Count], new bool[programme.Contracts.Count]);
    }

    /// <summary>Failures per second of all parts of a number in a unit, at unit times part numbers plus part number.</summary>
    public double[] FailureHz { get; }

    public double[] RepairS { get; }

    public double[] BaseRepairShare { get; }

    public double[] BaseRepairS { get; }

    public double[] ReplaceS { get; }

    public double[] CondemnedShare { get; }

    public double[] PriceUsd { get; }

    public double[] LeadS { get; }

    public double[] QualificationS { get; }

    public double[] CostFactor { get; }

    public double[] SetUpUsd { get; }

    public double[] ShipS { get; }

    public double[] ReturnS { get; }

    public double[] CapacityPerS { get; }

    public double[] GrowthShare { get; }

    /// <summary>Repairs a second of each supplier's shop; 0 for one that is never busy.</summary>
    public double[] RepairCapacityPerS { get; }

    public double[] RoundsPerS { get; }

    public double[] RunningUsdPerS { get; }

    public IReadOnlyList<(int Contract, Delivery Delivery)> Deliveries { get; }

    public double[] DelayS { get; }

    public double[] SetUpS { get; }

    public double[] CrewDelayS { get; }

    public double[] ValueUsd { get; }

    public double[] LoanS { get; }

    public double[] InterestShare { get; }

    public bool[] IsExercised { get; }

    /// <summary>Draws a replication.</summary>
    public void Take(ulong seed, uint replication)
    {
        (_seed, _replication) = (seed, replication);
        var programme = _plan.Programme;
        for (var part = 0; part < _plan.Components.Count; part++) Component(part, _plan.Components[part].Entry);
        for (var source = 0; source < _plan.Sources.Count; source++)
        {
            var entry = _plan.Sources[source].Entry;
            LeadS[source] = Value(entry.LeadS, Group.Lead, source);
            QualificationS[source] = Value(entry.QualificationS, Group.Qualification, source);
            CostFactor[source] = Value(entry.CostFactor, Group.CostFactor, source);
            SetUpUsd[source] = Value(entry.SetUpUsd, Group.Line, source);
        }

        for (var site = 0; site < programme.Sites.Count; site++)
        {
            ShipS[site] = Value(programme.Sites[site].ShipS, Group.Ship, site);
            ReturnS[site] = Value(programme.Sites[site].ReturnS, Group.Return, site);
        }

        for (var supplier = 0; supplier < programme.Suppliers.Count; supplier++)
        {
            CapacityPerS[supplier] = programme.Suppliers[supplier].CapacityPerS is { } capacity ? Value(capacity, Group.Capacity, supplier) : 0;
            RepairCapacityPerS[supplier] = programme.Suppliers[supplier].RepairCapacityPerS is { } repairs ? Value(repairs, Group.RepairCapacity, supplier) : 0;
            GrowthShare[supplier] = Value(programme.Suppliers[supplier].GrowthShare, Group.Growth, supplier);
        }

        for (var delivery = 0; delivery < Deliveries.Count; delivery++)
        {
            var entry = Deliveries[delivery].Delivery;
            DelayS[delivery] = Value(entry.DelayS, Group.Delay, delivery);
            SetUpS[delivery] = Value(entry.SetUpS, Group.SetUp, delivery);
            CrewDelayS[delivery] = Value(entry.CrewDelayS, Group.Crew, delivery);
        }

        for (var contract = 0; contract < programme.Contracts.Count; contract++)
        {
            var entry = programme.Contracts[contract];
            ValueUsd[contract] = Value(entry.ValueUsd, Group.Value, contract);
            LoanS[contract] = Value(entry.LoanS, Group.Loan, contract);
            InterestShare[contract] = Value(entry.InterestShare, Group.Interest, contract);
            IsExercised[contract] = Stream(Group.Exercised, contract).NextUnit() < entry.ExercisedProbability;
        }

        for (var unit = 0; unit < programme.Units.Count; unit++) Unit(unit, programme.Units[unit]);
    }

    private void Component(int part, Component entry)
    {
        RepairS[part] = Value(entry.RepairS, Group.Repair, part);
        ReplaceS[part] = Value(entry.ReplaceS, Group.Replace, part);
        BaseRepairShare[part] = Value(entry.BaseRepairShare, Group.BaseRepairShare, part);
        BaseRepairS[part] = Value(entry.BaseRepairS, Group.BaseRepair, part);
        CondemnedShare[part] = Value(entry.CondemnedShare, Group.Condemned, part);
        PriceUsd[part] = Value(entry.PriceUsd, Group.Price, part);
    }

    private void Unit(int unit, ProgrammeUnit entry)
    {
        var use = Value(entry.UseRatio, Group.Use, unit);
        var moves = Value(entry.MovesPerS, Group.Moves, unit);
        RoundsPerS[unit] = Value(entry.RoundsPerS, Group.Rounds, unit);
        RunningUsdPerS[unit] = Value(entry.RunningUsdPerS, Group.Running, unit);
        var parts = _plan.Components.Count;
        for (var part = 0; part < parts; part++)
        {
            var slot = (unit * parts) + part;
            if (_plan.Layout.CountOf[slot] == 0) continue;
            var component = _plan.Components[part].Entry;
            FailureHz[slot] = _plan.Layout.CountOf[slot]
                * ((use / Value(component.BetweenFailuresS, Group.BetweenFailures, part)) + (moves / Value(component.BetweenMovesCount, Group.BetweenMoves, part)));
        }
    }

    private double Value(Spread spread, Group group, int index)
    {
        if (!spread.IsUncertain) return spread.TypicalSi;
        var stream = Stream(group, index);
        return spread.Draw(ref stream);
    }

    private RandomStream Stream(Group group, int index) => new(_seed, _replication, ((uint)group << 24) | (uint)index, RandomPurpose.ProgrammeFigures);

    // The numbers name streams: they must not move when one is added.
    private enum Group
    {
        BetweenFailures = 0,
        BetweenMoves = 1,
        Repair = 2,
        Replace = 3,
        Condemned = 4,
        Price = 5,
        Lead = 6,
        Qualification = 7,
        CostFactor = 8,
        Line = 9,
        Ship = 10,
        Return = 11,
        Capacity = 12,
        Growth = 13,
        Delay = 14,
        SetUp = 15,
        Crew = 16,
        Value = 17,
        Loan = 18,
        Interest = 19,
        Exercised = 20,
        Use = 21,
        Moves = 22,
        Rounds = 23,
        Running = 24,
        RepairCapacity = 25,
        BaseRepairShare = 26,
        BaseRepair = 27,
    }
}
