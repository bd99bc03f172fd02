using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;
using Bulwark.Simulation.Planning;

namespace Bulwark.Simulation.World;

/// <summary>What changes about a network during a run: messages under way, what they say, and what each battery was told about others' engagements.</summary>
internal sealed class SharingState
{
    public SharingState(PlannedNetwork plan, RandomNames random)
    {
        Network = plan.NewState(random);
        Reports = new StructTable<SharedReport>(256);
        Engaged = Array.ConvertAll(plan.Receivers, static _ => new StructTable<EngagedElsewhere>());
        Due = SimTime.Never;
    }

    private SharingState(SharingState other)
    {
        Network = other.Network.Copy();
        Reports = other.Reports.Copy();
        Engaged = Array.ConvertAll(other.Engaged, static table => table.Copy());
        Due = other.Due;
    }

    public NetworkState Network { get; }

    /// <summary>What the messages say, by the number they carry.</summary>
    public StructTable<SharedReport> Reports { get; }

    /// <summary>By picture, the tracks of others that it was last told are being engaged.</summary>
    public StructTable<EngagedElsewhere>[] Engaged { get; }

    /// <summary>For when the next look at the network is in the queue; never when none is.</summary>
    public SimTime Due { get; set; }

    public SharingState Copy() => new(this);
}
