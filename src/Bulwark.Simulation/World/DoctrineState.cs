using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Planning;

namespace Bulwark.Simulation.World;

/// <summary>What a unit that follows a doctrine remembers.</summary>
internal sealed class DoctrineState
{
    public static readonly SimTime LongAgo = new(long.MinValue / 2);

    public DoctrineState(PlannedDoctrine plan)
    {
        Radars = new DarkReason[plan.Rows.Length];
        for (var row = 0; row < Radars.Length; row++) (Radars[row].HeldUntil, Radars[row].WaitsSince) = (LongAgo, SimTime.Never);
        Suspects = [];
        SupplyLeft = plan.Behaviours.Reload?.Supply ?? 0;
    }

    private DoctrineState(DoctrineState other)
    {
        Radars = (DarkReason[])other.Radars.Clone();
        Suspects = [.. other.Suspects];
        Ambush = other.Ambush;
        Cue = other.Cue;
        AttackTrack = other.AttackTrack;
        AttackTimeToGoS = other.AttackTimeToGoS;
        IsAlone = other.IsAlone;
        RulesBefore = other.RulesBefore;
        StayedUp = other.StayedUp;
        Move = other.Move;
        IsAway = other.IsAway;
        WaitsSince = other.WaitsSince;
        RoundsAtArrival = other.RoundsAtArrival;
        FiredAt = other.FiredAt;
        LoadedAt = other.LoadedAt;
        SupplyLeft = other.SupplyLeft;
    }

    /// <summary>By row of the plan, what the doctrine does with the radar.</summary>
    public DarkReason[] Radars { get; }

    /// <summary>By track that flies like an anti-radiation missile, or did, the evidence so far.</summary>
    public List<(int Track, double Score, SimTime Seen)> Suspects { get; }

    /// <summary>The last track inside the ambush: when, which, and how far away when it sprang it, metres.</summary>
    public (SimTime At, int Track, double RangeM) Ambush { get; set; } = (LongAgo, -1, double.NaN);

    /// <summary>The last track that was a cue: when, which, and how far away the first one was, metres.</summary>
    public (SimTime At, int Track, double RangeM) Cue { get; set; } = (LongAgo, -1, double.NaN);

    /// <summary>The track that is taken for an anti-radiation missile on its way here; -1 for none.</summary>
    public int AttackTrack { get; set; } = -1;

    /// <summary>Its believed time to arrival, seconds.</summary>
    public double AttackTimeToGoS { get; set; }

    /// <summary>Whether it has fallen back on itself.</summary>
    public bool IsAlone { get; set; }

    /// <summary>What the orders said about its rules before it fell back.</summary>
    public RulesOfEngagement? RulesBefore { get; set; }

    /// <summary>Whether it was recorded that it stays up under the present attack.</summary>
    public bool StayedUp { get; set; }

    /// <summary>Where it is in a move.</summary>
    public DoctrineMove Move { get; set; }

    /// <summary>Whether it is at its other position.</summary>
    public bool IsAway { get; set; }

    /// <summary>Since when it should leave and waits for its missiles; never when it does not.</summary>
    public SimTime WaitsSince { get; set; } = SimTime.Never;

    /// <summary>Rounds left when it came to its position; -1 before the first look.</summary>
    public int RoundsAtArrival { get; set; } = -1;

    /// <summary>When it was first found to have fired from its position; never when it has not.</summary>
    public SimTime FiredAt { get; set; } = SimTime.Never;

    /// <summary>When it is loaded.</summary>
    public SimTime LoadedAt { get; set; }

    /// <summary>Rounds that are still there to load it with.</summary>
    public int SupplyLeft { get; set; }

    public DoctrineState Copy() => new(this);
}
