using Bulwark.Core.Timing;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Networks;

namespace Bulwark.Simulation.Scenarios.Faults;

/// <summary>Reads faults.</summary>
internal static class FaultReader
{
    /// <summary>Reads all faults; wrong ones are reported and left out.</summary>
    /// <param name="readers">The faults of the file.</param>
    /// <param name="network">The network; null when there is none.</param>
    /// <param name="assets">What attackers may reach.</param>
    /// <param name="duration">How long the run is.</param>
    /// <param name="context">Knows the units.</param>
    public static IReadOnlyList<Fault> Read(IReadOnlyList<MappingReader> readers, SharingNetwork? network, IReadOnlyList<DefendedAsset> assets, SimDuration duration, ReadingContext context)
    {
        List<string> nodes = [.. context.Units];
        if (network is not null) nodes.AddRange([.. network.Posts.Select(static post => post.Id), .. network.Power.Select(static power => power.Id), .. network.Relays]);
        nodes.Sort(StringComparer.Ordinal);
        var faults = new List<Fault>();
        foreach (var reader in readers)
        {
            var errors = context.Problems.ErrorCount;
            var fault = ReadFault(reader, nodes, network, assets, duration, context.Problems);
            if (context.Problems.ErrorCount == errors) faults.Add(fault);
        }

        return faults;
    }

    private static Fault ReadFault(MappingReader reader, List<string> nodes, SharingNetwork? network, IReadOnlyList<DefendedAsset> assets, SimDuration duration, ProblemList problems)
    {
        if (reader.Has(FaultKeys.At) == reader.Has(FaultKeys.Reached))
            problems.Error(reader.Place, reader.Has(FaultKeys.At) ? "the fault has both 'at' and 'reached'" : "the fault has neither 'at' nor 'reached'", "at: 2 min, or reached: the id of an asset");
        if (reader.TryGet(FaultKeys.Reached, out var asset) && assets.All(one => one.Id != asset))
            problems.Error(reader.PlaceOf(FaultKeys.Reached), $"there is no asset {QuotedText.Of(asset)}", assets.Count == 0 ? "the id of an asset; the scenario has none" : "one of " + string.Join(", ", assets.Select(static one => one.Id)), NearestMatch.Hint(asset, [.. assets.Select(static one => one.Id)]));
        if (reader.Has(FaultKeys.Hits) && !reader.Has(FaultKeys.Reached)) problems.Error(reader.PlaceOf(FaultKeys.Hits), "'hits' belongs to a fault that attackers bring about", "reached: the id of an asset");
        if (reader.TryGet(FaultKeys.At, out var at) && at >= duration) problems.Warning(reader.PlaceOf(FaultKeys.At), "it happens after the end of the run", $"a time before {duration}");
        var hasAction = reader.TryGet(FaultKeys.Do, out var action);
        if (reader.Has(FaultKeys.Node) == reader.Has(FaultKeys.Link))
            problems.Error(reader.Place, reader.Has(FaultKeys.Node) ? "the fault has both 'node' and 'link'" : "the fault has neither 'node' nor 'link'", "node: east, or link: [east, west]");
        string? node = null;
        if (reader.TryGet(FaultKeys.Node, out var name))
        {
            node = name;
            if (!nodes.Contains(name, StringComparer.Ordinal))
                problems.Error(reader.PlaceOf(FaultKeys.Node), $"there is no battery, radar, command post, relay or power source {QuotedText.Of(name)}", nodes.Count == 0 ? "the id of one; the scenario has none" : "one of " + string.Join(", ", nodes), NearestMatch.Hint(name, nodes));
            if (hasAction && action is FaultAction.Jam or FaultAction.Overload)
                problems.Error(reader.PlaceOf(FaultKeys.Do), $"a node is not {(action == FaultAction.Jam ? "jammed" : "overloaded")}: its links are", "do: destroy or repair, or link: [east, west]");
        }

        var link = reader.TryGet(FaultKeys.Link, out var ends) ? FindLink(reader, ends, network, problems) : -1;
        foreach (var (key, of) in (ReadOnlySpan<(KeyDefinition, FaultAction)>)[(FaultKeys.Loss, FaultAction.Jam), (FaultKeys.Capacity, FaultAction.Overload)])
        {
            if (reader.Has(key) && hasAction && action != of)
                problems.Error(reader.PlaceOf(key), $"'{key.Name}' belongs to another fault", of == FaultAction.Jam ? "do: jam" : "do: overload");
        }

        return new Fault
        {
            At = reader.Has(FaultKeys.Reached) ? null : SimTime.Start + at,
            Reached = reader.Has(FaultKeys.Reached) ? asset : null,
            Hits = (int)reader.Get(FaultKeys.Hits),
            Action = action,
            Node = node,
            Link = link,
            LossProbability = action == FaultAction.Jam ? reader.Get(FaultKeys.Loss) : 0,
            CapacityShare = action == FaultAction.Overload ? reader.Get(FaultKeys.Capacity) : 1,
        };
    }

    private static int FindLink(MappingReader reader, IReadOnlyList<string> ends, SharingNetwork? network, ProblemList problems)
    {
        var links = network?.Links ?? [];
        if (ends.Count == 2)
        {
            for (var index = 0; index < links.Count; index++)
            {
                if ((links[index].From, links[index].To) == (ends[0], ends[1]) || (links[index].From, links[index].To) == (ends[1], ends[0])) return index;
            }
        }

        var expected = links.Count == 0 ? "the two ends of a link; the network has none" : "one of " + string.Join(", ", links.Take(12).Select(static link => $"[{link.From}, {link.To}]"));
        problems.Error(reader.PlaceOf(FaultKeys.Link), ends.Count == 2 ? $"there is no link between {QuotedText.Of(ends[0])} and {QuotedText.Of(ends[1])}" : "a link has two ends", expected);
        return -1;
    }
}
