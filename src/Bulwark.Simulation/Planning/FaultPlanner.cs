using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Faults;

namespace Bulwark.Simulation.Planning;

/// <summary>Makes faults ready: which nodes, radars and fire units each means, and which of them attackers bring about.</summary>
internal sealed class FaultPlanner(Scenario scenario, PlannedPicture[] pictures, PlannedNode[] nodes, PlannedBattery[] batteries, PlannedNetwork? network)
{
    public PlannedFault[] Plan()
    {
        var faults = new List<PlannedFault>();
        foreach (var fault in scenario.Faults) Add(fault, faults);
        foreach (var (link, index) in (network?.Network.Links ?? []).Select(static (link, index) => (link, index)))
        {
            if (link.FailsAt is { } fails) faults.Add(new PlannedFault { At = fails, Action = FaultAction.Destroy, Nodes = [], Emitters = [], Link = index });
            if (link.RepairedAt is { } repaired) faults.Add(new PlannedFault { At = repaired, Action = FaultAction.Repair, Nodes = [], Emitters = [], Link = index });
        }

        foreach (var post in network?.Posts ?? [])
            faults.Add(new PlannedFault { Action = FaultAction.Destroy, Nodes = [post.Picture], Emitters = [], Objective = post.Post.Id, Hits = post.Post.Withstands });
        return [.. faults];
    }

    private void Add(Fault fault, List<PlannedFault> faults)
    {
        if (fault.Link >= 0)
        {
            // Without sharing there is no network whose links could fail.
            if (network is null) return;
            faults.Add(new PlannedFault { At = fault.At, Objective = fault.Reached, Hits = fault.Hits, Action = fault.Action, Nodes = [], Emitters = [], Link = fault.Link, LossProbability = fault.LossProbability, CapacityShare = fault.CapacityShare });
            return;
        }

        var name = fault.Node!;
        if (scenario.Network?.Power.FirstOrDefault(power => power.Id == name) is not { } source)
        {
            faults.Add(new PlannedFault { At = fault.At, Objective = fault.Reached, Hits = fault.Hits, Action = fault.Action, Nodes = NodesOf(name), Emitters = EmittersOf(name) });
            return;
        }

        int[] fed = [.. source.Feeds.SelectMany(NodesOf)];
        int[] emitters = [.. source.Feeds.SelectMany(EmittersOf)];
        faults.Add(new PlannedFault { At = fault.At, Objective = fault.Reached, Hits = fault.Hits, Action = fault.Action, Nodes = fed, Emitters = emitters, IsPower = true });
        if (fault.Action == FaultAction.Destroy && fault.At is { } at && source.Backup is { } backup)
            faults.Add(new PlannedFault { At = at + backup, Action = FaultAction.Repair, Nodes = fed, Emitters = emitters, IsPower = true });
    }

    // A battery or radar that is a command of its own, a post, or a relay; nothing for a part.
    private int[] NodesOf(string name)
    {
        var picture = Array.FindIndex(pictures, picture => picture.Id == name);
        if (picture >= 0) return [picture];
        var relay = network?.Network.Relays.ToList().IndexOf(name) ?? -1;
        return relay >= 0 ? [pictures.Length + relay] : [];
    }

    private int[] EmittersOf(string name)
    {
        var (head, part) = Place(name);
        if (head < 0) return [];
        if (head >= batteries.Length) return pictures[head].Nodes;
        var battery = batteries[head].Battery;
        List<string> others = part.Length > 0 ? [] : [.. scenario.Wiring.Where(link => link.Superior is not null && HeadOf(link.Unit) == battery.Id).Select(link => PathOf(link.Unit))];
        bool Means(string id) => part.Length > 0 ? id == part || id.StartsWith(part + ".", StringComparison.Ordinal) : !others.Exists(other => id == other || id.StartsWith(other + ".", StringComparison.Ordinal));
        return
        [
            .. pictures[head].Nodes.Where((_, ordinal) => Means(battery.Radars[ordinal].Id)),
            .. batteries[head].Units.Where(unit => Means(unit.Unit.Id)).Select(unit => nodes.Length + unit.Index),
        ];
    }

    // The picture that a unit belongs to, and its name there; empty for the command itself.
    private (int Picture, string Part) Place(string name)
    {
        var own = Array.FindIndex(pictures, picture => picture.Id == name);
        if (own >= 0) return (own, "");
        var unit = scenario.Wiring.Select(static link => link.Unit).Where(id => name == id || name.StartsWith(id + ".", StringComparison.Ordinal)).MaxBy(static id => id.Length);
        if (unit is null) return (-1, "");
        var rest = name.Length == unit.Length ? "" : name[(unit.Length + 1)..];
        var path = PathOf(unit);
        return (Array.FindIndex(pictures, picture => picture.Id == HeadOf(unit)), path.Length == 0 ? rest : rest.Length == 0 ? path : $"{path}.{rest}");
    }

    private string? SuperiorOf(string unit) => scenario.Wiring.FirstOrDefault(link => link.Unit == unit)?.Superior;

    private string HeadOf(string unit)
    {
        var head = unit;
        while (SuperiorOf(head) is { } superior) head = superior;
        return head;
    }

    // What a unit under others is called in the battery at the head.
    private string PathOf(string unit)
    {
        if (SuperiorOf(unit) is null) return "";
        var path = unit;
        for (var superior = SuperiorOf(unit); superior is not null && SuperiorOf(superior) is not null; superior = SuperiorOf(superior)) path = $"{superior}.{path}";
        return path;
    }
}
