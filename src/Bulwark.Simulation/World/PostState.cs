using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Planning;

namespace Bulwark.Simulation.World;

/// <summary>What changes about a command post: what its batteries last told it, what it has ordered, and why it waits with other tracks.</summary>
internal sealed class PostState
{
    public PostState(PlannedPost plan)
    {
        Latest = new int[plan.Batteries.Length];
        Array.Fill(Latest, -1);
        Ordered = [];
        Deferrals = [];
        Offers = [.. plan.Batteries.SelectMany((battery, index) => battery.Units.Select(unit => new FireUnitOffer(unit.Geometry, unit.Doctrine, plan.FirstCap[index] + PlannedBattery.CapOf(unit))))];
    }

    private PostState(PostState other, PlannedPost plan)
        : this(plan)
    {
        other.Latest.CopyTo(Latest, 0);
        Ordered = [.. other.Ordered];
        Deferrals = new Dictionary<int, DeferralReason>(other.Deferrals);
    }

    /// <summary>By its batteries, the row of the latest status that arrived; -1 before the first.</summary>
    public int[] Latest { get; }

    /// <summary>Orders that may still be on their way or being taken up.</summary>
    public List<FireOrder> Ordered { get; }

    /// <summary>By track, the last recorded reason for not ordering its engagement.</summary>
    public Dictionary<int, DeferralReason> Deferrals { get; }

    /// <summary>Room for what the fire units can do, as the post believes; its contents mean nothing between two evaluations.</summary>
    public FireUnitOffer[] Offers { get; }

    public PostState Copy(PlannedPost plan) => new(this, plan);
}
