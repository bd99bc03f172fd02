using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Networks;

namespace Bulwark.Simulation.Planning;

/// <summary>A command post made ready. Immutable.</summary>
public sealed class PlannedPost
{
    internal PlannedPost(int index, int picture, CommandPost post, PlannedBattery[] batteries)
    {
        Index = index;
        Picture = picture;
        Post = post;
        Batteries = batteries;
        Doctrine = new EngagementDoctrine { PkFloorProbability = post.PkFloorProbability, EvaluationPeriodS = post.EvaluationPeriod.TotalS, Assignment = post.Assignment };
        var caps = new List<UnitCap>();
        FirstCap = new int[batteries.Length];
        for (var battery = 0; battery < batteries.Length; battery++)
        {
            var first = FirstCap[battery] = caps.Count;
            caps.AddRange(batteries[battery].Caps.Select(cap => cap with { Parent = cap.Parent < 0 ? -1 : cap.Parent + first }));
        }

        Caps = [.. caps];
    }

    /// <summary>Index among the command posts.</summary>
    public int Index { get; }

    /// <summary>Index of its picture.</summary>
    public int Picture { get; }

    /// <summary>The post of the scenario.</summary>
    public CommandPost Post { get; }

    /// <summary>The batteries it commands.</summary>
    public PlannedBattery[] Batteries { get; }

    /// <summary>How it decides; each fire unit fights in its own way.</summary>
    public EngagementDoctrine Doctrine { get; }

    /// <summary>The caps above the fire units of all its batteries.</summary>
    internal UnitCap[] Caps { get; }

    /// <summary>By battery, where its caps begin.</summary>
    internal int[] FirstCap { get; }
}
