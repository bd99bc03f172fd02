using Bulwark.Core.Earth;
using Bulwark.Operations.Decisions.Assignment;
using Bulwark.Operations.Networks;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Tracking.Plots;

namespace Bulwark.Simulation.Planning;

/// <summary>Makes a scenario's network ready.</summary>
internal static class NetworkPlanner
{
    /// <summary>Plans it and gives every battery's picture the sensor that reports come from.</summary>
    /// <returns>Null when the scenario has none, or shares nothing.</returns>
    public static PlannedNetwork? Plan(Scenario scenario, PlannedPicture[] pictures, PlannedNode[] nodes, PlannedBattery[] batteries)
    {
        if (Shared(scenario) is not { } network) return null;
        var firstPost = batteries.Length + scenario.Surveillance.Count;
        List<string> names = [.. pictures.Select(static picture => picture.Id), .. network.Relays];
        var places = new EcefVector?[names.Count];
        var (receivers, sensors) = (new RadarSite?[pictures.Length], new int[pictures.Length]);
        Array.Fill(sensors, -1);
        for (var picture = 0; picture < pictures.Length; picture++)
        {
            var battery = picture < scenario.Batteries.Count ? scenario.Batteries[picture] : null;
            var isSite = battery is null && picture < firstPost;
            var position = battery?.Position ?? (isSite ? scenario.Surveillance[picture - batteries.Length].Position : network.Posts[picture - firstPost].Position);
            places[picture] = Wgs84.ToEcef(position);
            if (isSite) continue;
            var site = new RadarSite(position, PlannedNetwork.ReceiverHeightM);
            receivers[picture] = site;
            sensors[picture] = pictures[picture].SensorCount;
            pictures[picture].AddSensor(new SensorDescription(site.Frame, RevisitS(network, picture, nodes), MeasuresElevation: true) { HearsReplies = network.Sharing == SharingMode.Integrated, ShortestRevisitS = 0 });
        }

        var links = network.Links.Select(link => new LinkDescription(names.IndexOf(link.From), names.IndexOf(link.To), link.Parameters)).ToArray();
        // Posts decide where the network is coordinated centrally; otherwise they only see.
        PlannedPost[] posts = [.. network.Posts.Select((post, index) => new PlannedPost(
            index, firstPost + index, post, network.Coordination == CoordinationMode.Central ? [.. post.Commands.Select(id => Array.Find(batteries, battery => battery.Battery.Id == id)!)] : []))];
        return new PlannedNetwork(network, links, places, receivers, sensors, posts, batteries.Length)
        {
            Registration = network.Registers ? PlannedRegistration.Plan(pictures, nodes) : null,
            SaysAlive = scenario.Batteries.Any(static battery => battery.Behaviours is { Listens: true }),
            Reporters = [.. scenario.Groups.Where(static group => group.ReportsTo is not null).Select(group => (group.Id, names.IndexOf(group.ReportsTo!)))],
        };
    }

    /// <summary>The network of a scenario that shares something; null when nothing is shared.</summary>
    public static SharingNetwork? Shared(Scenario scenario) => scenario.Network is { Sharing: not SharingMode.StandAlone } network ? network : null;

    // Reports come as often as the slowest radar of the others sees, and not more often than they are sent.
    private static double RevisitS(SharingNetwork network, int picture, PlannedNode[] nodes) =>
        nodes.Where(node => node.Picture != picture).Select(static node => node.Period.TotalS).Append(network.ReportPeriod.TotalS).Max();
}
