using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios.Networks;

namespace Bulwark.Simulation.Planning;

/// <summary>A network made ready: its nodes are the pictures (of batteries, radars and command posts), in their order, and then the relays. Immutable.</summary>
public sealed class PlannedNetwork
{
    /// <summary>Height of the imagined antenna from which a report is seen when it enters a battery's picture, metres.</summary>
    internal const double ReceiverHeightM = 10;

    internal PlannedNetwork(SharingNetwork network, LinkDescription[] links, EcefVector?[] places, RadarSite?[] receivers, int[] sensors, PlannedPost[] posts, int batteries)
    {
        Posts = posts;
        PostOf = new int[batteries];
        Array.Fill(PostOf, -1);
        foreach (var post in posts)
        {
            foreach (var battery in post.Batteries) PostOf[battery.Index] = post.Index;
        }

        Network = network;
        Links = links;
        Places = places;
        Receivers = receivers;
        Sensors = sensors;
    }

    /// <summary>The network of the scenario.</summary>
    public SharingNetwork Network { get; }

    /// <summary>The links, in the order of the scenario.</summary>
    public LinkDescription[] Links { get; }

    /// <summary>The command posts.</summary>
    public PlannedPost[] Posts { get; }

    /// <summary>Groups whose members report themselves, with the node they report to.</summary>
    internal (string Group, int Node)[] Reporters { get; init; } = [];

    /// <summary>By battery, the index of the post that decides for it; -1 when it decides for itself.</summary>
    internal int[] PostOf { get; }

    /// <summary>By node, where it stands at the start, Earth-fixed, metres; null for a relay.</summary>
    internal EcefVector?[] Places { get; }

    /// <summary>By picture, from where reports are seen; null for one that takes none.</summary>
    internal RadarSite?[] Receivers { get; }

    /// <summary>By picture, the tracker's number of the sensor that reports come from; -1 for none.</summary>
    internal int[] Sensors { get; }

    /// <summary>What is known of the radars' constant errors; null when none is stated or they are not estimated.</summary>
    internal PlannedRegistration? Registration { get; init; }

    /// <summary>Whether units say every period that they are there, because somebody's doctrine listens for that.</summary>
    internal bool SaysAlive { get; init; }

    /// <summary>How long a sensor that is a network takes from one report to the next.</summary>
    internal SimDuration Period => Network.ReportPeriod;

    internal NetworkState NewState(RandomNames random)
    {
        var state = new NetworkState(Places.Length, Links, random.Seed, random.Replication);
        for (var node = 0; node < Places.Length; node++)
        {
            if (Places[node] is { } place) state.Place(SimTime.Start, node, place);
        }

        return state;
    }
}
