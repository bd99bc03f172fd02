using Bulwark.Core.Randomness;
using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Events;

namespace Bulwark.Simulation.Programmes.Years;

/// <summary>
/// Orders with suppliers: who may and can make a part now, what is under way, what embargoes, bans, sanctions and losses do to it, and
/// who takes it over. Works on the tables of a world.
/// </summary>
internal sealed class SupplyDesk
{
    private const double YearS = 365.25 * 86400;

    private readonly ProgrammeWorld _world;
    private readonly ProgrammeDraw _draw;
    private readonly Action<int, int> _receive;
    private readonly Action<int, int> _receiveRounds;
    private readonly LearningCurve[] _learning;
    private readonly LearningCurve[] _priceLearning;
    private readonly List<int> _looked = [];

    /// <summary>Opens the desk.</summary>
    /// <param name="world">The tables.</param>
    /// <param name="draw">The figures.</param>
    /// <param name="receive">Takes a part into the stock of a site.</param>
    /// <param name="receiveRounds">Hands rounds to a unit.</param>
    public SupplyDesk(ProgrammeWorld world, ProgrammeDraw draw, Action<int, int> receive, Action<int, int> receiveRounds)
    {
        (_world, _draw, _receive, _receiveRounds) = (world, draw, receive, receiveRounds);
        _priceLearning = [.. world.Plan.Programme.Suppliers.Select(static supplier => new LearningCurve(supplier.PriceLearningRatio))];
        _learning = [.. world.Plan.Programme.Suppliers.Select(static supplier => new LearningCurve(supplier.LearningRatio))];
    }

    /// <summary>A site wants another part; it orders when it wants enough.</summary>
    public void Buy(int site, int part)
    {
        var slot = (site * _world.Plan.Components.Count) + part;
        var quantity = _world.Plan.Components[part].Entry.OrderQuantity;
        if (++_world.ToOrder[slot] < quantity) return;
        _world.ToOrder[slot] = 0;
        Place(_world.AddOrder(new SupplyOrder { Component = part, Site = site, Unit = -1, Count = quantity, Parent = -1, Source = -1 }));
    }

    /// <summary>A unit wants another round.</summary>
    public void BuyRound(int unit, int part) =>
        Place(_world.AddOrder(new SupplyOrder { Component = part, Site = -1, Unit = unit, Count = 1, Parent = -1, Source = -1 }));

    /// <summary>A failed part goes to its maker and comes back to a site.</summary>
    public void Send(int site, int part) =>
        Place(_world.AddOrder(new SupplyOrder { Component = part, Site = site, Unit = -1, Count = 1, IsRepair = true, Parent = -1, Source = -1 }));

    /// <summary>An order is due.</summary>
    public void Arrive(int order, int placed)
    {
        ref var row = ref _world.Orders[order];
        if (row.Placed != placed || row.State != OrderState.UnderWay) return;
        if (_world.ShippingBarred[_world.Plan.Sources[row.Source].Supplier] > 0) Hold(order);
        else Complete(order);
    }

    /// <summary>Something happened to the supply: what was stuck may move, by the same source or another.</summary>
    public void LookAgain()
    {
        _looked.Clear();
        _looked.AddRange(_world.Open);
        _world.Open.Clear();
        foreach (var order in _looked)
        {
            ref var row = ref _world.Orders[order];
            if (row.State == OrderState.Held && !_world.SupplierGone[_world.Plan.Sources[row.Source].Supplier] && _world.ShippingBarred[_world.Plan.Sources[row.Source].Supplier] == 0) Complete(order);
            else if (row.State == OrderState.Held) Hold(order);
            else Place(order);
        }
    }

    /// <summary>A supplier is gone: what it owes is ordered elsewhere.</summary>
    public void Lose(int supplier)
    {
        _world.SupplierGone[supplier] = true;
        for (var order = 0; order < _world.OrderCount; order++)
        {
            ref var row = ref _world.Orders[order];
            if (row.Source < 0 || row.State is not (OrderState.UnderWay or OrderState.WaitingForInputs) || _world.Plan.Sources[row.Source].Supplier != supplier) continue;
            row.Waiting = 0;
            Place(order);
        }
    }

    /// <summary>The source that would make a part now, or -1.</summary>
    public int SourceOf(int part)
    {
        var component = _world.Plan.Components[part];
        var abroad = -1;
        for (var source = component.FirstSource; source < component.FirstSource + component.SourceCount; source++)
        {
            if (!IsOpen(source)) continue;
            if (_world.Plan.Sources[source].Entry.IsHome) return source;
            if (abroad < 0) abroad = source;
        }

        return abroad;
    }

    private bool IsOpen(int source)
    {
        var planned = _world.Plan.Sources[source];
        return _world.IsQualified[source] && !_world.SupplierGone[planned.Supplier] && _world.ShippingBarred[planned.Supplier] == 0 && _world.OrdersBarred[source] == 0;
    }

    // What may not be sent is made by somebody else, if there is one.
    private void Hold(int order)
    {
        ref var row = ref _world.Orders[order];
        if (SourceOf(row.Component) >= 0)
        {
            Place(order);
            return;
        }

        if (row.State != OrderState.Held) _world.Note(ProgrammeEventKind.OrderHeld, row.Unit, row.Component, row.Source);
        row.State = OrderState.Held;
        _world.Open.Add(order);
    }

    private void Place(int order)
    {
        ref var row = ref _world.Orders[order];
        var (part, isNew) = (row.Component, row.Placed == 0);
        row.Placed++;
        row.Source = SourceOf(part);
        if (row.Source < 0)
        {
            row.State = OrderState.Unplaced;
            _world.Open.Add(order);
            if (isNew) _world.Note(ProgrammeEventKind.OrderHeld, row.Unit, part, -1);
            return;
        }

        _world.Note(ProgrammeEventKind.OrderPlaced, row.Unit, part, row.Source);
        var count = row.Count;
        if (row.IsRepair || _world.Plan.Inputs[part].Count == 0)
        {
            Start(order);
            return;
        }

        row.State = OrderState.WaitingForInputs;
        row.Waiting = _world.Plan.Inputs[part].Count;
        foreach (var (input, quantity) in _world.Plan.Inputs[part])
            Place(_world.AddOrder(new SupplyOrder { Component = input, Site = -1, Unit = -1, Count = quantity * count, Parent = order, Source = -1 }));
    }

    private void Start(int order)
    {
        ref var row = ref _world.Orders[order];
        row.State = OrderState.UnderWay;
        var supplier = _world.Plan.Sources[row.Source].Supplier;
        var now = _world.Now.TotalS;
        var leadS = row.IsRepair ? _draw.RepairS[row.Component] : _draw.LeadS[row.Source];
        var law = row.IsRepair ? _world.Plan.Programme.RepairTimes : _world.Plan.Programme.SupplyTimes;
        if (law == TimeLaw.Exponential) leadS = _world.Supplies[row.Component].Exponential(leadS);
        var readyS = now;
        if (!row.IsRepair && _draw.CapacityPerS[supplier] > 0)
        {
            var startS = Math.Max(now, _world.LineFreeS[supplier]);
            for (var made = 0; made < row.Count; made++)
            {
                var capacity = _draw.CapacityPerS[supplier] * Math.Pow(1 + _draw.GrowthShare[supplier], startS / YearS);
                startS += _learning[supplier].UnitRatio(++_world.LineMade[supplier]) / capacity;
            }

            _world.LineFreeS[supplier] = readyS = startS;
        }
        else if (row.IsRepair && _draw.RepairCapacityPerS[supplier] > 0)
        {
            _world.RepairShopFreeS[supplier] = readyS = Math.Max(now, _world.RepairShopFreeS[supplier]) + (1 / _draw.RepairCapacityPerS[supplier]);
        }

        _world.After(readyS - now + (leadS * _world.LeadFactor[supplier]), EventKind.OrderArrives, order, row.Placed);
    }

    private void Complete(int order)
    {
        ref var row = ref _world.Orders[order];
        row.State = OrderState.Done;
        var (part, site, unit, count, parent) = (row.Component, row.Site, row.Unit, row.Count, row.Parent);
        var price = _draw.PriceUsd[part] * _draw.CostFactor[row.Source];
        var amount = price * (row.IsRepair ? _world.Plan.Components[part].Entry.RepairCostRatio : PriceRatio(row.Source, count));
        _world.Note(ProgrammeEventKind.OrderReceived, unit, part, row.Source);
        if (amount > 0) _world.Note(ProgrammeEventKind.Paid, -1, part, (int)(row.IsRepair ? CostCategory.Repairs : CostCategory.Parts), amount);
        if (parent >= 0)
        {
            ref var waiting = ref _world.Orders[parent];
            if (waiting.State == OrderState.WaitingForInputs && --waiting.Waiting == 0) Start(parent);
            return;
        }

        if (unit >= 0)
        {
            _receiveRounds(unit, count);
            return;
        }

        for (var item = 0; item < count; item++) _receive(site, part);
    }

    // Price of the next units of a source over that of its first one (Wright).
    private double PriceRatio(int source, int count)
    {
        var curve = _priceLearning[_world.Plan.Sources[source].Supplier];
        var ratio = 0.0;
        for (var made = 0; made < count; made++) ratio += curve.UnitRatio(++_world.SourceMade[source]);
        return ratio;
    }
}
