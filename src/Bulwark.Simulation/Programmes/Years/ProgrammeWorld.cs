using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;

namespace Bulwark.Simulation.Programmes.Years;

/// <summary>Everything that changes in the years of a programme: the queue, the record, and flat tables. Reused from one replication to the next.</summary>
internal sealed class ProgrammeWorld
{
    public ProgrammeWorld(ProgrammePlan plan)
    {
        Plan = plan;
        var (programme, parts, layout) = (plan.Programme, plan.Components.Count, plan.Layout);
        Tree = new ReadinessTree(layout.Groups, layout.ParentOfNode, layout.RootOfUnit);
        Working = new int[layout.Groups.Length];
        OnHand = new int[programme.Sites.Count * parts];
        ToOrder = new int[programme.Sites.Count * parts];
        Waiting = new WaitingLines(programme.Sites.Count * parts);
        ShopLine = new WaitingLines(programme.Sites.Count);
        BenchesBusy = new int[programme.Sites.Count];
        IsActive = new bool[programme.Units.Count];
        IsReady = new bool[programme.Units.Count];
        Rounds = new int[programme.Units.Count];
        Failures = new RandomStream[programme.Units.Count * parts];
        Repairs = new RandomStream[parts];
        Supplies = new RandomStream[parts];
        Firings = new RandomStream[programme.Units.Count];
        IsQualified = new bool[plan.Sources.Count];
        SupplierGone = new bool[programme.Suppliers.Count];
        ShippingBarred = new int[programme.Suppliers.Count];
        LeadFactor = new double[programme.Suppliers.Count];
        LineFreeS = new double[programme.Suppliers.Count];
        LineMade = new long[programme.Suppliers.Count];
        RepairShopFreeS = new double[programme.Suppliers.Count];
        SourceMade = new long[plan.Sources.Count];
        OrdersBarred = new int[plan.Sources.Count];
        EventHappens = new bool[programme.Events.Count];
        HomeAllowed = new bool[parts];
        DeliveryHeld = new bool[programme.Contracts.Sum(static contract => contract.Deliveries.Count)];
    }

    public ProgrammePlan Plan { get; }

    public EventQueue Queue { get; } = new();

    public List<ProgrammeEvent> Record { get; } = [];

    public ReadinessTree Tree { get; }

    /// <summary>For each position how many parts work; those being fitted do not.</summary>
    public int[] Working { get; }

    /// <summary>Spares, at site times part numbers plus part number.</summary>
    public int[] OnHand { get; }

    /// <summary>Demands that a site has not ordered yet because it orders several at a time.</summary>
    public int[] ToOrder { get; }

    /// <summary>Who waits for a spare: at a base positions, at a depot bases.</summary>
    public WaitingLines Waiting { get; }

    /// <summary>What waits for a bench.</summary>
    public WaitingLines ShopLine { get; }

    public int[] BenchesBusy { get; }

    public bool[] IsActive { get; }

    public bool[] IsReady { get; }

    public int[] Rounds { get; }

    public RandomStream[] Failures { get; }

    public RandomStream[] Repairs { get; }

    public RandomStream[] Supplies { get; }

    public RandomStream[] Firings { get; }

    public bool[] IsQualified { get; }

    public bool[] SupplierGone { get; }

    public int[] ShippingBarred { get; }

    public double[] LeadFactor { get; }

    public double[] LineFreeS { get; }

    public long[] LineMade { get; }

    /// <summary>When the shop of each supplier has done what it has, seconds.</summary>
    public double[] RepairShopFreeS { get; }

    /// <summary>Components delivered by each source, for what the next one costs.</summary>
    public long[] SourceMade { get; }

    public int[] OrdersBarred { get; }

    public bool[] EventHappens { get; }

    public bool[] HomeAllowed { get; }

    public bool[] DeliveryHeld { get; }

    public SupplyOrder[] Orders { get; private set; } = new SupplyOrder[256];

    public int OrderCount { get; private set; }

    /// <summary>Orders that are unplaced or held.</summary>
    public List<int> Open { get; } = [];

    public SimTime Now { get; set; }

    public void Reset(ulong seed, uint replication)
    {
        var (programme, parts) = (Plan.Programme, Plan.Components.Count);
        Queue.Clear();
        Record.Clear();
        Tree.Reset();
        for (var group = 0; group < Working.Length; group++) Working[group] = Plan.Layout.Groups[group].Size;
        Array.Clear(ToOrder);
        Waiting.Clear();
        ShopLine.Clear();
        Array.Clear(BenchesBusy);
        Array.Clear(IsActive);
        Array.Clear(IsReady);
        Array.Clear(Rounds);
        Array.Clear(IsQualified);
        Array.Clear(SupplierGone);
        Array.Clear(ShippingBarred);
        Array.Fill(LeadFactor, 1);
        Array.Clear(LineFreeS);
        Array.Clear(LineMade);
        Array.Clear(RepairShopFreeS);
        Array.Clear(SourceMade);
        Array.Clear(OrdersBarred);
        Array.Clear(DeliveryHeld);
        OrderCount = 0;
        Open.Clear();
        Now = SimTime.Start;
        for (var site = 0; site < programme.Sites.Count; site++)
        {
            var isBase = programme.Sites[site].Kind == SiteKind.Base;
            for (var part = 0; part < parts; part++) OnHand[(site * parts) + part] = isBase ? Plan.Components[part].Entry.BaseStock : Plan.Components[part].Entry.DepotStock;
        }

        for (var slot = 0; slot < Failures.Length; slot++) Failures[slot] = new RandomStream(seed, replication, (uint)slot, RandomPurpose.PartFailure);
        for (var part = 0; part < parts; part++)
        {
            Repairs[part] = new RandomStream(seed, replication, (uint)part, RandomPurpose.PartRepair);
            Supplies[part] = new RandomStream(seed, replication, (uint)part, RandomPurpose.PartSupply);
        }

        for (var unit = 0; unit < Firings.Length; unit++) Firings[unit] = new RandomStream(seed, replication, (uint)unit, RandomPurpose.TrainingRounds);
    }

    public void Note(ProgrammeEventKind kind, int unit, int component, int other, double amountUsd = 0) => Record.Add(new ProgrammeEvent(Now, kind, unit, component, other, amountUsd));

    public void After(double seconds, EventKind kind, int subject, int detail = 0) => Queue.Push(Now + SimDuration.FromSeconds(Math.Min(seconds, 8e9)), kind, subject, detail);

    public int AddOrder(in SupplyOrder order)
    {
        if (OrderCount == Orders.Length)
        {
            var larger = new SupplyOrder[2 * OrderCount];
            Orders.CopyTo(larger, 0);
            Orders = larger;
        }

        Orders[OrderCount] = order;
        return OrderCount++;
    }
}
