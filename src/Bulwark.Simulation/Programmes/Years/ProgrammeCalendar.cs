using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;

namespace Bulwark.Simulation.Programmes.Years;

/// <summary>What happens by date: deliveries, payments, measures against the supply, sources that qualify.</summary>
internal sealed class ProgrammeCalendar
{
    private const double YearS = 365.25 * 86400;

    private readonly ProgrammeWorld _world;
    private readonly ProgrammeDraw _draw;
    private readonly SupplyDesk _supply;
    private readonly Programme _programme;
    private readonly int[] _supplierOfContract;
    private readonly int[] _unitOfDelivery;
    private readonly bool[] _isThereFromStart;

    public ProgrammeCalendar(ProgrammeWorld world, ProgrammeDraw draw, SupplyDesk supply)
    {
        (_world, _draw, _supply, _programme) = (world, draw, supply, world.Plan.Programme);
        _supplierOfContract = [.. _programme.Contracts.Select(contract => ProgrammePlan.IndexOf(_programme.Suppliers, contract.Supplier, static supplier => supplier.Id))];
        _unitOfDelivery = [.. draw.Deliveries.Select(pair => ProgrammePlan.IndexOf(_programme.Units, pair.Delivery.Unit, static unit => unit.Id))];
        _isThereFromStart = [.. _programme.Units.Select(unit => !draw.Deliveries.Any(pair => pair.Delivery.Unit == unit.Id && pair.Delivery.Rounds == 0))];
    }

    /// <summary>Puts every date of a case into the queue.</summary>
    public void Begin(ProgrammeCase way)
    {
        for (var at = 0; at < _programme.Events.Count; at++)
        {
            var happens = _programme.Events[at];
            _world.EventHappens[at] = !way.Without.Contains(happens.Id, StringComparer.Ordinal);
            if (!_world.EventHappens[at]) continue;
            _world.Queue.Push(NotBeforeStart(happens.FromUtc), EventKind.SupplyChanges, at);
            if (happens.ToUtc is { } to && _programme.At(to) > SimTime.Start) _world.Queue.Push(_programme.At(to), EventKind.SupplyChanges, at, 1);
        }

        for (var part = 0; part < _world.HomeAllowed.Length; part++)
        {
            var component = _world.Plan.Components[part].Entry;
            _world.HomeAllowed[part] = way.HasHome && !component.IsForeignOnly && (way.Home.Count == 0 || way.Home.Contains(component.Id, StringComparer.Ordinal));
        }

        for (var source = 0; source < _world.Plan.Sources.Count; source++) BeginSource(source);
        for (var delivery = 0; delivery < _draw.Deliveries.Count; delivery++)
        {
            var (contract, entry) = _draw.Deliveries[delivery];
            if (_draw.IsExercised[contract]) _world.Queue.Push(NotBeforeStart(entry.LastUtc) + SimDuration.FromSeconds(_draw.DelayS[delivery]), EventKind.DeliveryArrives, delivery);
        }

        for (var contract = 0; contract < _programme.Contracts.Count; contract++) BeginContract(contract);
        for (var unit = 0; unit < _isThereFromStart.Length; unit++)
        {
            if (_isThereFromStart[unit]) _world.Queue.Push(SimTime.Start, EventKind.UnitActivates, unit);
        }
    }

    public void SupplyChanges(int at, bool ends)
    {
        var change = _programme.Events[at];
        _world.Note(ends ? ProgrammeEventKind.SupplyEventEnded : ProgrammeEventKind.SupplyEventBegan, -1, -1, at);
        var step = ends ? -1 : 1;
        for (var supplier = 0; supplier < _programme.Suppliers.Count; supplier++)
        {
            var entry = _programme.Suppliers[supplier];
            if (change.Country.Length > 0 ? entry.Country != change.Country : entry.Id != change.Supplier) continue;
            switch (change.Kind)
            {
                case SupplyEventKind.Embargo: _world.ShippingBarred[supplier] += step; break;
                case SupplyEventKind.Sanction: _world.LeadFactor[supplier] = ends ? _world.LeadFactor[supplier] / change.LeadFactor : _world.LeadFactor[supplier] * change.LeadFactor; break;
                case SupplyEventKind.SupplierLoss when !ends: _supply.Lose(supplier); break;
                case SupplyEventKind.LicenceBan: Bar(supplier, change, step); break;
                default: break;
            }
        }

        _supply.LookAgain();
        ReleaseDeliveries();
    }

    public void SourceQualifies(int source, bool isDone)
    {
        var part = _world.Plan.Sources[source].Component;
        if (!isDone)
        {
            if (_draw.SetUpUsd[source] > 0) _world.Note(ProgrammeEventKind.Paid, -1, part, (int)CostCategory.Lines, _draw.SetUpUsd[source]);
            _world.After(_draw.QualificationS[source], EventKind.SourceQualifies, source, 1);
            return;
        }

        _world.IsQualified[source] = true;
        _world.Note(ProgrammeEventKind.SourceQualified, -1, part, source);
        _supply.LookAgain();
    }

    public void DeliveryArrives(int delivery)
    {
        var (contract, entry) = _draw.Deliveries[delivery];
        if (_world.ShippingBarred[_supplierOfContract[contract]] > 0)
        {
            _world.DeliveryHeld[delivery] = true;
            return;
        }

        var unit = _unitOfDelivery[delivery];
        if (entry.Rounds > 0)
        {
            _world.Rounds[unit] += entry.Rounds;
            _world.Note(ProgrammeEventKind.RoundsDelivered, unit, -1, entry.Rounds);
            return;
        }

        _world.Note(ProgrammeEventKind.UnitDelivered, unit, -1, delivery);
        var ready = _world.Now + SimDuration.FromSeconds(_draw.SetUpS[delivery]);
        if (entry.CrewReadyUtc is { } crew) ready = SimTime.Max(ready, _programme.At(crew) + SimDuration.FromSeconds(_draw.CrewDelayS[delivery]));
        _world.Queue.Push(ready, EventKind.UnitActivates, unit);
    }

    public void InstalmentDue(int contract, int number)
    {
        var entry = _programme.Contracts[contract];
        var loan = _draw.ValueUsd[contract] * (1 - entry.AdvanceShare);
        var count = Instalments(contract);
        if (number < 0)
        {
            _world.Note(ProgrammeEventKind.Paid, -1, -1, (int)CostCategory.Contracts, _draw.ValueUsd[contract] * entry.AdvanceShare);
            return;
        }

        _world.Note(ProgrammeEventKind.Paid, -1, -1, (int)CostCategory.Contracts, loan / count);
        var interest = loan * (count - number) / count * _draw.InterestShare[contract];
        if (interest > 0) _world.Note(ProgrammeEventKind.Paid, -1, -1, (int)CostCategory.Interest, interest);
    }

    private int Instalments(int contract) => Math.Max(1, (int)Math.Round(_draw.LoanS[contract] / YearS));

    private void BeginContract(int contract)
    {
        if (!_draw.IsExercised[contract] || _draw.ValueUsd[contract] <= 0) return;
        var entry = _programme.Contracts[contract];
        _world.Queue.Push(NotBeforeStart(entry.SignedUtc), EventKind.InstalmentDue, contract, -1);
        if (entry.AdvanceShare >= 1) return;
        var first = entry.Deliveries.Count > 0 ? entry.Deliveries.Min(static delivery => delivery.FirstUtc) : entry.SignedUtc;
        for (var number = 0; number < Instalments(contract); number++)
            _world.Queue.Push(NotBeforeStart(first) + SimDuration.FromSeconds((number + 1) * YearS), EventKind.InstalmentDue, contract, number);
    }

    private void BeginSource(int source)
    {
        var planned = _world.Plan.Sources[source];
        if (planned.Event >= 0 && !_world.EventHappens[planned.Event]) return;
        if (planned.Entry.IsHome && !_world.HomeAllowed[planned.Component]) return;
        if (planned.Entry.FromUtc is { } from) _world.Queue.Push(NotBeforeStart(from), EventKind.SourceQualifies, source);
        else _world.IsQualified[source] = true;
    }

    private void Bar(int supplier, SupplyEvent change, int step)
    {
        for (var source = 0; source < _world.Plan.Sources.Count; source++)
        {
            var planned = _world.Plan.Sources[source];
            if (planned.Supplier == supplier && (change.Components.Count == 0 || change.Components.Contains(_world.Plan.Components[planned.Component].Entry.Id, StringComparer.Ordinal))) _world.OrdersBarred[source] += step;
        }
    }

    private void ReleaseDeliveries()
    {
        for (var delivery = 0; delivery < _world.DeliveryHeld.Length; delivery++)
        {
            if (!_world.DeliveryHeld[delivery] || _world.ShippingBarred[_supplierOfContract[_draw.Deliveries[delivery].Contract]] > 0) continue;
            _world.DeliveryHeld[delivery] = false;
            DeliveryArrives(delivery);
        }
    }

    private SimTime NotBeforeStart(DateTimeOffset date) => SimTime.Max(SimTime.Start, _programme.At(date));
}
