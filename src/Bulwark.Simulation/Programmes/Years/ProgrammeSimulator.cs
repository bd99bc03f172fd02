using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;

namespace Bulwark.Simulation.Programmes.Years;

/// <summary>
/// Simulates the years of a programme event by event: parts fail, spares are fitted, failed parts are repaired, stocks are ordered one
/// for one from the depot and its suppliers. One object runs one case of one replication at a time and is reused.
/// </summary>
internal sealed class ProgrammeSimulator
{
    private readonly ProgrammeWorld _world;
    private readonly ProgrammeDraw _draw;
    private readonly SupplyDesk _supply;
    private readonly ProgrammeCalendar _calendar;
    private readonly int _parts;
    private readonly int _sites;

    public ProgrammeSimulator(ProgrammePlan plan)
    {
        _world = new ProgrammeWorld(plan);
        _draw = new ProgrammeDraw(plan);
        _supply = new SupplyDesk(_world, _draw, Receive, ReceiveRounds);
        _calendar = new ProgrammeCalendar(_world, _draw, _supply);
        (_parts, _sites) = (plan.Components.Count, plan.Programme.Sites.Count);
    }

    /// <summary>The figures of the replication.</summary>
    public ProgrammeDraw Draw => _draw;

    /// <summary>Runs one case.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="replication">Number of the replication, from 0; its figures must have been drawn.</param>
    /// <param name="way">The case.</param>
    /// <returns>The record, in order of time; valid until the next run.</returns>
    public List<ProgrammeEvent> Run(ulong seed, uint replication, ProgrammeCase way)
    {
        _world.Reset(seed, replication);
        _calendar.Begin(way);
        var end = SimTime.Start + _world.Plan.Programme.Duration;
        while (_world.Queue.TryPop(end, out var next))
        {
            _world.Now = next.Time;
            Handle(in next);
        }

        return _world.Record;
    }

    private void Handle(in QueuedEvent next)
    {
        switch (next.Kind)
        {
            case EventKind.PartFails: PartFails(next.Subject, next.Detail); break;
            case EventKind.PartFitted: PartFitted(next.Subject); break;
            case EventKind.SpareArrives: Receive(next.Subject, next.Detail); break;
            case EventKind.ShopReceives: ShopReceives(next.Subject, next.Detail); break;
            case EventKind.RepairEnds: RepairEnds(next.Subject, next.Detail); break;
            case EventKind.OrderArrives: _supply.Arrive(next.Subject, next.Detail); break;
            case EventKind.RoundFires: RoundFires(next.Subject); break;
            case EventKind.SupplyChanges: _calendar.SupplyChanges(next.Subject, next.Detail == 1); break;
            case EventKind.SourceQualifies: _calendar.SourceQualifies(next.Subject, next.Detail == 1); break;
            case EventKind.DeliveryArrives: _calendar.DeliveryArrives(next.Subject); break;
            case EventKind.InstalmentDue: _calendar.InstalmentDue(next.Subject, next.Detail); break;
            case EventKind.UnitActivates: UnitActivates(next.Subject); break;
            default: throw new InvalidOperationException($"The years of a programme have no event {next.Kind}.");
        }
    }

    private void UnitActivates(int unit)
    {
        if (_world.IsActive[unit]) return;
        _world.IsActive[unit] = true;
        _world.Note(ProgrammeEventKind.UnitActivated, unit, -1, -1);
        SetReady(unit, true);
        for (var part = 0; part < _parts; part++) NextFailure(unit, part);
        NextRound(unit);
    }

    private void NextFailure(int unit, int part)
    {
        var slot = (unit * _parts) + part;
        var rate = _draw.FailureHz[slot];
        if (rate > 0) _world.After(_world.Failures[slot].Exponential(1 / rate), EventKind.PartFails, unit, part);
    }

    // Failures come at the rate of all parts together; one that would hit a part that does not work is passed over, which gives each
    // working part its own rate.
    private void PartFails(int unit, int part)
    {
        NextFailure(unit, part);
        var slot = (unit * _parts) + part;
        ref var stream = ref _world.Failures[slot];
        var place = (int)Math.Min(_world.Plan.Layout.CountOf[slot] - 1, Math.Floor(stream.NextUnit() * _world.Plan.Layout.CountOf[slot]));
        var batch = BatchSize(ref stream, _world.Plan.Components[part].Entry.BatchCount);
        if (!_world.Plan.Programme.FailsWhileDown && !_world.IsReady[unit]) return;
        foreach (var group in _world.Plan.Layout.GroupsOf[slot])
        {
            var size = _world.Plan.Layout.Groups[group].Size;
            if (place >= size)
            {
                place -= size;
                continue;
            }

            if (place >= _world.Working[group]) return;
            for (var item = Math.Min(batch, _world.Working[group]); item > 0; item--) FailOne(unit, part, group);
            return;
        }
    }

    private static int BatchSize(ref RandomStream stream, double mean) =>
        mean <= 1 ? 1 : 1 + (int)Math.Min(1_000_000, Math.Floor(Math.Log(stream.NextUnit()) / Math.Log(1 - (1 / mean))));

    private void FailOne(int unit, int part, int group)
    {
        _world.Working[group]--;
        _world.Note(ProgrammeEventKind.PartFailed, unit, part, group);
        if (_world.Tree.Fail(group)) SetReady(unit, _world.Tree.IsReady(unit));
        var site = _world.Plan.SiteOfUnit[unit];
        var slot = (site * _parts) + part;
        if (_world.OnHand[slot] > 0)
        {
            _world.OnHand[slot]--;
            Fit(unit, part, group);
        }
        else
        {
            _world.Note(ProgrammeEventKind.StockOut, unit, part, site);
            _world.Waiting.Add(slot, group);
        }

        Replenish(site, part);
    }

    // The failed part goes to be repaired, or another is bought; the base orders one from its depot unless the part comes back to it.
    private void Replenish(int site, int part)
    {
        var entry = _world.Plan.Components[part].Entry;
        var depot = _world.Plan.DepotOfSite[site];
        var store = depot >= 0 ? depot : site;
        if (_draw.BaseRepairShare[part] > 0 && _world.Repairs[part].NextUnit() < _draw.BaseRepairShare[part])
        {
            ShopReceives((site * _sites) + site, part + _parts);
            return;
        }

        var isLost = entry.Repair == RepairPlace.Nowhere || _world.Repairs[part].NextUnit() < _draw.CondemnedShare[part];
        if (!isLost && entry.Repair == RepairPlace.Base)
        {
            ShopReceives((site * _sites) + site, part);
            return;
        }

        if (depot >= 0) OrderFromDepot(site, depot, part);
        if (isLost) _supply.Buy(store, part);
        else if (entry.Repair == RepairPlace.Maker) _supply.Send(store, part);
        else if (_draw.ReturnS[site] > 0) _world.After(_draw.ReturnS[site], EventKind.ShopReceives, (store * _sites) + store, part);
        else ShopReceives((store * _sites) + store, part);
    }

    private void OrderFromDepot(int site, int depot, int part)
    {
        var slot = (depot * _parts) + part;
        if (_world.OnHand[slot] == 0)
        {
            _world.Waiting.Add(slot, site);
            return;
        }

        _world.OnHand[slot]--;
        _world.After(_draw.ShipS[site], EventKind.SpareArrives, site, part);
    }

    private void Receive(int site, int part)
    {
        var slot = (site * _parts) + part;
        if (!_world.Waiting.TryTake(slot, out var first)) _world.OnHand[slot]++;
        else if (_world.Plan.Programme.Sites[site].Kind == SiteKind.Depot) _world.After(_draw.ShipS[first], EventKind.SpareArrives, first, part);
        else Fit(_world.Plan.Layout.Groups[first].Unit, part, first);
    }

    private void ReceiveRounds(int unit, int count)
    {
        _world.Rounds[unit] += count;
        _world.Note(ProgrammeEventKind.RoundsDelivered, unit, -1, count);
    }

    private void Fit(int unit, int part, int group)
    {
        _world.Note(ProgrammeEventKind.FitStarted, unit, part, group);
        if (_draw.ReplaceS[part] > 0) _world.After(_draw.ReplaceS[part], EventKind.PartFitted, group);
        else PartFitted(group);
    }

    private void PartFitted(int group)
    {
        var place = _world.Plan.Layout.Groups[group];
        _world.Working[group]++;
        _world.Note(ProgrammeEventKind.PartFitted, place.Unit, place.Component, group);
        if (_world.Tree.Mend(group)) SetReady(place.Unit, _world.Tree.IsReady(place.Unit));
    }

    private void SetReady(int unit, bool isReady)
    {
        if (_world.IsReady[unit] == isReady || !_world.IsActive[unit]) return;
        _world.IsReady[unit] = isReady;
        _world.Note(isReady ? ProgrammeEventKind.UnitUp : ProgrammeEventKind.UnitDown, unit, -1, -1);
    }

    // A job is a part number, or that plus their number for a repair that the base does itself; a route is a shop and where the part goes.
    private void ShopReceives(int route, int job)
    {
        var shop = route / _sites;
        if (_world.Plan.Programme.Sites[shop].Benches is { } benches && _world.BenchesBusy[shop] >= benches) _world.ShopLine.Add(shop, (job * _sites) + (route % _sites));
        else BeginRepair(route, job);
    }

    private void BeginRepair(int route, int job)
    {
        _world.BenchesBusy[route / _sites]++;
        var part = job % _parts;
        var time = job < _parts ? _draw.RepairS[part] : _draw.BaseRepairS[part];
        if (_world.Plan.Programme.RepairTimes == TimeLaw.Exponential) time = _world.Repairs[part].Exponential(time);
        _world.After(time, EventKind.RepairEnds, route, job);
    }

    private void RepairEnds(int route, int job)
    {
        var (shop, part) = (route / _sites, job % _parts);
        _world.BenchesBusy[shop]--;
        if (_world.ShopLine.TryTake(shop, out var next)) BeginRepair((shop * _sites) + (next % _sites), next / _sites);
        _world.Note(ProgrammeEventKind.RepairDone, -1, part, shop);
        var amount = _draw.PriceUsd[part] * _world.Plan.Components[part].Entry.RepairCostRatio;
        if (amount > 0) _world.Note(ProgrammeEventKind.Paid, -1, part, (int)CostCategory.Repairs, amount);
        Receive(route % _sites, part);
    }

    private void NextRound(int unit)
    {
        if (_world.Plan.RoundOfUnit[unit] >= 0 && _draw.RoundsPerS[unit] > 0) _world.After(_world.Firings[unit].Exponential(1 / _draw.RoundsPerS[unit]), EventKind.RoundFires, unit);
    }

    private void RoundFires(int unit)
    {
        NextRound(unit);
        if (_world.Rounds[unit] == 0) return;
        _world.Rounds[unit]--;
        _world.Note(ProgrammeEventKind.RoundFired, unit, _world.Plan.RoundOfUnit[unit], -1);
        _supply.BuyRound(unit, _world.Plan.RoundOfUnit[unit]);
    }
}
