using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Planning;

namespace Bulwark.Simulation.World;

/// <summary>What changes about a battery as a whole during a run: how much of the caps above its fire units is used.</summary>
internal sealed class BatteryState
{
    private readonly PlannedBattery _plan;
    private readonly int[] _engaged;
    private readonly int[] _flying;
    private readonly CommandCap[] _caps;
    private RulesOfEngagement? _rules;

    /// <summary>Makes the state of a fresh battery.</summary>
    /// <param name="plan">The battery.</param>
    public BatteryState(PlannedBattery plan)
    {
        _plan = plan;
        Doctrine = plan.Doctrine;
        _engaged = new int[plan.Caps.Length];
        _flying = new int[plan.Caps.Length];
        _caps = new CommandCap[plan.Caps.Length];
        Offers = Array.ConvertAll(plan.Units, static unit => new FireUnitOffer(unit.Geometry, unit.Doctrine, PlannedBattery.CapOf(unit)));
    }

    private BatteryState(BatteryState other, PlannedBattery plan)
        : this(plan)
    {
        other._engaged.CopyTo(_engaged, 0);
        other._flying.CopyTo(_flying, 0);
        Rules = other.Rules;
    }

    /// <summary>How it fights now.</summary>
    public EngagementDoctrine Doctrine { get; private set; }

    /// <summary>When it may fire, once an order has said so.</summary>
    public RulesOfEngagement? Rules
    {
        get => _rules;
        set
        {
            _rules = value;
            Doctrine = value is { } rules ? _plan.Doctrine with { Rules = rules } : _plan.Doctrine;
        }
    }

    /// <summary>Room for what the fire units offer at an evaluation; its contents mean nothing between two.</summary>
    public FireUnitOffer[] Offers { get; }

    /// <summary>What is free of the caps now.</summary>
    public ReadOnlySpan<CommandCap> FreeCaps()
    {
        for (var cap = 0; cap < _caps.Length; cap++) _caps[cap] = new CommandCap(_plan.Caps[cap].Parent, Math.Max(0, _plan.Caps[cap].Targets - _engaged[cap]));
        return _caps;
    }

    /// <summary>A fire unit of the battery has taken on a target, or is done with one.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="change">+1 or -1.</param>
    public void Engage(PlannedFireUnit unit, int change) => Count(_engaged, unit, change);

    /// <summary>A missile of a fire unit of the battery has been launched, or its flight has ended.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="change">+1 or -1.</param>
    public void Fly(PlannedFireUnit unit, int change) => Count(_flying, unit, change);

    /// <summary>Whether the caps above a fire unit let another missile fly.</summary>
    /// <param name="unit">The unit.</param>
    public bool MayLaunch(PlannedFireUnit unit)
    {
        for (var cap = PlannedBattery.CapOf(unit); cap >= 0; cap = _plan.Caps[cap].Parent)
        {
            if (_flying[cap] >= _plan.Caps[cap].Missiles) return false;
        }

        return true;
    }

    /// <summary>An independent copy, possibly with other caps (a what-if).</summary>
    /// <param name="plan">The battery as it goes on.</param>
    public BatteryState Copy(PlannedBattery plan) => new(this, plan);

    private void Count(int[] counts, PlannedFireUnit unit, int change)
    {
        for (var cap = PlannedBattery.CapOf(unit); cap >= 0; cap = _plan.Caps[cap].Parent) counts[cap] += change;
    }
}
