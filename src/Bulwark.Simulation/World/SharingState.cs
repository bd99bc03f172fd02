using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;
using Bulwark.Simulation.Planning;

namespace Bulwark.Simulation.World;

/// <summary>What changes about a network during a run: messages under way, what they say, and what each battery and command post was told.</summary>
internal sealed class SharingState
{
    public SharingState(PlannedNetwork plan, RandomNames random)
    {
        Network = plan.NewState(random);
        Reports = new StructTable<SharedReport>(256);
        Seen = new StructTable<SeenPlot>();
        Seen.Add(default);
        Engaged = Array.ConvertAll(plan.Receivers, static _ => new StructTable<EngagedElsewhere>());
        Fires = new StructTable<FireOrder>();
        Statuses = new StructTable<UnitStatus>();
        Figures = new StructTable<int>(256);
        Posts = Array.ConvertAll(plan.Posts, static post => new PostState(post));
        Commands = Array.ConvertAll(plan.PostOf, static post => post < 0 ? null : new BatteryCommand());
        Heard = Array.ConvertAll(plan.Receivers, receiver => NeverHeard(plan.Receivers.Length));
        Due = SimTime.Never;
    }

    private SharingState(SharingState other, PlannedNetwork plan)
    {
        Network = other.Network.Copy();
        Reports = other.Reports.Copy();
        Seen = other.Seen.Copy();
        Engaged = Array.ConvertAll(other.Engaged, static table => table.Copy());
        Fires = other.Fires.Copy();
        Statuses = other.Statuses.Copy();
        Figures = other.Figures.Copy();
        Posts = [.. other.Posts.Select((post, index) => post.Copy(plan.Posts[index]))];
        Commands = Array.ConvertAll(other.Commands, static command => command?.Copy());
        Heard = Array.ConvertAll(other.Heard, static heard => (SimTime[])heard.Clone());
        Due = other.Due;
    }

    public NetworkState Network { get; }

    /// <summary>What the messages say, by the number they carry.</summary>
    public StructTable<SharedReport> Reports { get; }

    /// <summary>The plots that reports are sent with, by the number in the report; the first stands for none.</summary>
    public StructTable<SeenPlot> Seen { get; }

    /// <summary>By picture, the tracks of others that it was last told are being engaged.</summary>
    public StructTable<EngagedElsewhere>[] Engaged { get; }

    /// <summary>The command posts' orders, by the number that messages carry.</summary>
    public StructTable<FireOrder> Fires { get; }

    /// <summary>What batteries told their command posts about themselves, by the number that messages carry.</summary>
    public StructTable<UnitStatus> Statuses { get; }

    /// <summary>The figures of <see cref="Statuses"/>.</summary>
    public StructTable<int> Figures { get; }

    /// <summary>What the command posts know and have ordered.</summary>
    public PostState[] Posts { get; }

    /// <summary>By battery, what it knows of its command post; null without one.</summary>
    public BatteryCommand?[] Commands { get; }

    /// <summary>By picture, when its unit last heard each of the others; long before the run when it never did.</summary>
    public SimTime[][] Heard { get; }

    /// <summary>A message has reached a unit.</summary>
    public void Hear(SimTime now, int to, int from)
    {
        if (to < Heard.Length && from < Heard.Length) Heard[to][from] = now;
    }

    /// <summary>For when the next look at the network is in the queue; never when none is.</summary>
    public SimTime Due { get; set; }

    public SharingState Copy(PlannedNetwork plan) => new(this, plan);

    private static SimTime[] NeverHeard(int pictures)
    {
        var heard = new SimTime[pictures];
        Array.Fill(heard, DoctrineState.LongAgo);
        return heard;
    }
}
