using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;

namespace Bulwark.Simulation.World;

/// <summary>What a unit that follows a doctrine remembers.</summary>
internal sealed class DoctrineState
{
    private static readonly SimTime LongAgo = new(long.MinValue / 2);

    public DoctrineState(PlannedDoctrine plan)
    {
        Radars = new DarkReason[plan.Rows.Length];
        for (var row = 0; row < Radars.Length; row++) Radars[row].HeldUntil = LongAgo;
        AmbushAt = LongAgo;
        Suspects = [];
    }

    private DoctrineState(DoctrineState other)
    {
        Radars = (DarkReason[])other.Radars.Clone();
        AmbushAt = other.AmbushAt;
        AmbushTrack = other.AmbushTrack;
        AmbushRangeM = other.AmbushRangeM;
        Suspects = [.. other.Suspects];
        AttackTrack = other.AttackTrack;
        AttackTimeToGoS = other.AttackTimeToGoS;
    }

    /// <summary>By row of the plan, what the doctrine does with the radar.</summary>
    public DarkReason[] Radars { get; }

    /// <summary>When a track was last believed inside the ambush; long ago when none was.</summary>
    public SimTime AmbushAt { get; set; }

    /// <summary>The track that sprang the ambush.</summary>
    public int AmbushTrack { get; set; } = -1;

    /// <summary>Its range then, metres.</summary>
    public double AmbushRangeM { get; set; }

    /// <summary>By track that flies like an anti-radiation missile, or did, the evidence so far.</summary>
    public List<(int Track, double Score, SimTime Seen)> Suspects { get; }

    /// <summary>The track that is taken for an anti-radiation missile on its way here; -1 for none.</summary>
    public int AttackTrack { get; set; } = -1;

    /// <summary>Its believed time to arrival, seconds.</summary>
    public double AttackTimeToGoS { get; set; }

    public DoctrineState Copy() => new(this);
}
