using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Programmes.Years;

/// <summary>Counts what a record came to, from the record alone. Reused from one replication to the next.</summary>
/// <param name="plan">The plan of the record.</param>
internal sealed class ReadinessTally(ProgrammePlan plan)
{
    private readonly ReadinessTree _tree = new(plan.Layout.Groups, plan.Layout.ParentOfNode, plan.Layout.RootOfUnit);
    private readonly UnitTally[] _units = [.. plan.Programme.Units.Select(static _ => new UnitTally())];
    private readonly int[] _barred = new int[plan.Programme.Suppliers.Count];
    private readonly bool[] _qualified = new bool[plan.Sources.Count];
    private readonly bool[] _recovering = new bool[plan.Programme.Events.Count];
    private readonly double[] _recoverFromS = new double[plan.Programme.Events.Count];
    private readonly double _endS = plan.Programme.Duration.TotalS;
    private ReplicationResult _result = new(plan);
    private int _waiting;
    private double _waitingFromS;
    private int _month;

    /// <summary>Counts a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="way">The case it is of.</param>
    /// <param name="runningUsdPerS">Running costs of each unit.</param>
    public ReplicationResult Count(List<ProgrammeEvent> record, ProgrammeCase way, double[] runningUsdPerS)
    {
        Begin(way);
        foreach (ref readonly var happened in CollectionsMarshal.AsSpan(record))
        {
            var timeS = happened.Time.TotalS;
            TakeStates(timeS);
            Take(in happened, timeS);
        }

        TakeStates(double.PositiveInfinity);
        for (var unit = 0; unit < _units.Length; unit++)
        {
            Accrue(unit, _endS);
            Running(unit, runningUsdPerS[unit]);
        }

        SpreadWaiting(_endS);
        _result.Hash = SHA256.HashData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(record)));
        return _result;
    }

    private void Begin(ProgrammeCase way)
    {
        _result = new ReplicationResult(plan);
        _tree.Reset();
        foreach (var unit in _units) unit.Clear();
        Array.Clear(_barred);
        Array.Clear(_recovering);
        (_waiting, _waitingFromS, _month) = (0, 0, 0);
        for (var source = 0; source < _qualified.Length; source++)
        {
            var planned = plan.Sources[source];
            var component = plan.Components[planned.Component].Entry;
            var isAllowed = !planned.Entry.IsHome || (way.HasHome && !component.IsForeignOnly && (way.Home.Count == 0 || way.Home.Contains(component.Id, StringComparer.Ordinal)));
            _qualified[source] = planned.Entry.FromUtc is null && planned.Event < 0 && isAllowed;
        }
    }

    private void Take(in ProgrammeEvent happened, double timeS)
    {
        var unit = happened.Unit;
        switch (happened.Kind)
        {
            case ProgrammeEventKind.UnitDelivered:
                _result.ArrivedS[happened.Other] = timeS;
                break;
            case ProgrammeEventKind.UnitActivated:
                _result.ActiveS[unit] = timeS;
                _units[unit].IsActive = true;
                _units[unit].SinceS = timeS;
                break;
            case ProgrammeEventKind.UnitDown or ProgrammeEventKind.UnitUp:
                Accrue(unit, timeS);
                _units[unit].IsReady = happened.Kind == ProgrammeEventKind.UnitUp;
                if (_units[unit].IsReady) Recovered(timeS);
                break;
            case ProgrammeEventKind.PartFailed:
                Accrue(unit, timeS);
                _result.FailureCount[happened.Component]++;
                _tree.Fail(happened.Other);
                _units[unit].Missing.Add(new MissingPart(happened.Other, happened.Component, IsFitting: false));
                Waits(1, timeS);
                break;
            case ProgrammeEventKind.FitStarted:
                Accrue(unit, timeS);
                _units[unit].StartFitting(happened.Other);
                Waits(-1, timeS);
                break;
            case ProgrammeEventKind.PartFitted:
                Accrue(unit, timeS);
                _tree.Mend(happened.Other);
                _units[unit].EndFitting(happened.Other);
                break;
            case ProgrammeEventKind.StockOut:
                _result.StockOutCount[happened.Component]++;
                break;
            case ProgrammeEventKind.OrderReceived:
                _result.ReceivedCount[happened.Component]++;
                break;
            case ProgrammeEventKind.RoundFired:
                _units[unit].Rounds--;
                break;
            case ProgrammeEventKind.RoundsDelivered:
                _units[unit].Rounds += happened.Other;
                break;
            case ProgrammeEventKind.Paid:
                _result.CostUsd[(happened.Other * _result.YearCount) + Math.Min(_result.YearCount - 1, (int)(timeS / (12 * ProgrammePlan.MonthS)))] += happened.AmountUsd;
                break;
            case ProgrammeEventKind.SourceQualified:
                AccrueAll(timeS);
                _qualified[happened.Other] = true;
                break;
            case ProgrammeEventKind.SupplyEventBegan or ProgrammeEventKind.SupplyEventEnded:
                AccrueAll(timeS);
                SupplyEvent(happened.Other, happened.Kind == ProgrammeEventKind.SupplyEventEnded, timeS);
                break;
            default:
                break;
        }
    }

    private void SupplyEvent(int at, bool ends, double timeS)
    {
        var change = plan.Programme.Events[at];
        if (change.Kind is SupplyEventKind.Embargo or SupplyEventKind.SupplierLoss)
        {
            for (var supplier = 0; supplier < _barred.Length; supplier++)
            {
                var entry = plan.Programme.Suppliers[supplier];
                if (change.Country.Length > 0 ? entry.Country == change.Country : entry.Id == change.Supplier) _barred[supplier] += ends ? -1 : 1;
            }
        }

        if (!ends) return;
        (_recovering[at], _recoverFromS[at]) = (true, timeS);
        Recovered(timeS);
    }

    private void Recovered(double timeS)
    {
        if (!Array.Exists(_recovering, static one => one) || Array.Exists(_units, static unit => unit.IsActive && !unit.IsReady)) return;
        for (var at = 0; at < _recovering.Length; at++)
        {
            if (_recovering[at]) _result.RecoveryS[at] = timeS - _recoverFromS[at];
            _recovering[at] = false;
        }
    }

    private void AccrueAll(double timeS)
    {
        for (var unit = 0; unit < _units.Length; unit++) Accrue(unit, timeS);
    }

    // Everything since the last change: ready time goes to its months, the rest to the parts that stop the unit, in equal shares.
    private void Accrue(int unit, double timeS)
    {
        var tally = _units[unit];
        if (!tally.IsActive || timeS <= tally.SinceS) return;
        var fromS = tally.SinceS;
        tally.SinceS = timeS;
        if (tally.IsReady)
        {
            SpreadMonths(fromS, timeS, 1, _result.ReadyShare.AsSpan(unit * plan.MonthCount, plan.MonthCount));
            return;
        }

        var stopping = 0;
        foreach (var part in tally.Missing) stopping += _tree.Stops(part.Group) ? 1 : 0;
        foreach (var part in tally.Missing)
        {
            if (!_tree.Stops(part.Group)) continue;
            var sums = part.IsFitting ? _result.FittingDownS : IsBarred(part.Component) ? _result.BarredDownS : _result.WaitingDownS;
            sums[part.Component] += (timeS - fromS) / stopping;
        }
    }

    private bool IsBarred(int part)
    {
        var component = plan.Components[part];
        for (var source = component.FirstSource; source < component.FirstSource + component.SourceCount; source++)
        {
            if (_qualified[source] && _barred[plan.Sources[source].Supplier] == 0) return false;
        }

        return true;
    }

    private void Waits(int change, double timeS)
    {
        SpreadWaiting(timeS);
        _waiting += change;
    }

    private void SpreadWaiting(double timeS)
    {
        if (_waiting > 0) SpreadMonths(_waitingFromS, timeS, _waiting, _result.WaitingCount);
        _waitingFromS = timeS;
    }

    private static void SpreadMonths(double fromS, double toS, double weight, Span<float> months)
    {
        for (var month = (int)(fromS / ProgrammePlan.MonthS); month < months.Length; month++)
        {
            var beginS = Math.Max(fromS, month * ProgrammePlan.MonthS);
            var endS = Math.Min(toS, (month + 1) * ProgrammePlan.MonthS);
            if (beginS >= toS) break;
            if (endS > beginS) months[month] += (float)(weight * (endS - beginS) / ProgrammePlan.MonthS);
        }
    }

    // The state at the beginning of each month up to a time.
    private void TakeStates(double timeS)
    {
        for (; _month <= plan.MonthCount && _month * ProgrammePlan.MonthS < timeS; _month++)
        {
            var lines = _result.Equipment.Length / (plan.MonthCount + 1);
            var at = _month * lines;
            for (var unit = 0; unit < _units.Length; unit++)
            {
                _result.Rounds[(_month * _units.Length) + unit] = _units[unit].Rounds;
                foreach (var line in plan.Equipment[unit]) _result.Equipment[at++] = _units[unit].IsActive ? (byte)Math.Clamp(_tree.Up(line.Group), 0, 255) : (byte)0;
            }
        }
    }

    private void Running(int unit, double usdPerS)
    {
        if (double.IsNaN(_result.ActiveS[unit]) || usdPerS <= 0) return;
        const double YearS = 12 * ProgrammePlan.MonthS;
        for (var year = (int)(_result.ActiveS[unit] / YearS); year < _result.YearCount; year++)
        {
            var seconds = Math.Min(_endS, (year + 1) * YearS) - Math.Max(_result.ActiveS[unit], year * YearS);
            if (seconds > 0) _result.CostUsd[((int)CostCategory.Running * _result.YearCount) + year] += seconds * usdPerS;
        }
    }

    private readonly record struct MissingPart(int Group, int Component, bool IsFitting);

    private sealed class UnitTally
    {
        public List<MissingPart> Missing { get; } = [];

        public bool IsActive { get; set; }

        public bool IsReady { get; set; }

        public double SinceS { get; set; }

        public int Rounds { get; set; }

        public void Clear()
        {
            Missing.Clear();
            (IsActive, IsReady, SinceS, Rounds) = (false, false, 0, 0);
        }

        public void StartFitting(int group)
        {
            var at = Missing.FindIndex(part => part.Group == group && !part.IsFitting);
            Missing[at] = Missing[at] with { IsFitting = true };
        }

        public void EndFitting(int group) => Missing.RemoveAt(Missing.FindIndex(part => part.Group == group && part.IsFitting));
    }
}
