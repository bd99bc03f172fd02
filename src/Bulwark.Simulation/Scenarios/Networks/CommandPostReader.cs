using Bulwark.Core.Units;
using Bulwark.Operations.Decisions.Assignment;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>Reads the command posts of a network, who coordinates, and what gives power.</summary>
internal static class CommandPostReader
{
    /// <summary>The posts as assets, for attackers whose objective they are. Read before everything else, so that groups find them.</summary>
    public static IReadOnlyList<DefendedAsset> Assets(MappingReader? network, ReadingContext context)
    {
        if (network is null) return [];
        var assets = new List<DefendedAsset>();
        foreach (var reader in network.Sections(NetworkKeys.Posts))
        {
            var id = context.TakeId(reader);
            assets.Add(new DefendedAsset(id, NameOf(reader, id), BatteryReader.Site(reader, context), reader.Get(NetworkKeys.PostRadius), reader.Get(ScenarioKeys.Value)));
        }

        foreach (var reader in network.Sections(NetworkKeys.Power)) _ = context.TakeId(reader);
        return assets;
    }

    /// <summary>Reads the posts; wrong ones are reported and left out.</summary>
    public static IReadOnlyList<CommandPost> Read(MappingReader network, IReadOnlyList<string> batteries, ReadingContext context)
    {
        var posts = new List<CommandPost>();
        var commanded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reader in network.Sections(NetworkKeys.Posts))
        {
            var id = reader.Get(ScenarioKeys.Id);
            if (!reader.TryGet(NetworkKeys.Commands, out var commands)) continue;
            foreach (var battery in commands)
            {
                if (!batteries.Contains(battery, StringComparer.Ordinal)) TellNoBattery(reader, battery, batteries, context);
                else if (!commanded.TryAdd(battery, id)) context.Problems.Error(reader.PlaceOf(NetworkKeys.Commands), $"'{battery}' is commanded twice", "one command post for each battery", $"'{commanded[battery]}' commands it already");
            }

            posts.Add(new CommandPost
            {
                Id = id,
                Name = NameOf(reader, id),
                Position = BatteryReader.Site(reader, context),
                Commands = commands,
                FallBack = reader.Get(NetworkKeys.FallBack),
                EvaluationPeriod = reader.Get(NetworkKeys.Evaluation),
                PkFloorProbability = reader.Get(NetworkKeys.PkFloor),
                Assignment = reader.Get(DoctrineKeys.Assignment),
                Withstands = (int)reader.Get(NetworkKeys.Withstands),
            });
        }

        return posts;
    }

    /// <summary>Who knows of whose engagements.</summary>
    public static CoordinationMode Coordination(MappingReader network, IReadOnlyList<CommandPost> posts)
    {
        if (!network.TryGet(NetworkKeys.Coordination, out var mode)) return posts.Count > 0 ? CoordinationMode.Central : CoordinationMode.StatusShared;
        if (mode == CoordinationMode.Central && !network.Has(NetworkKeys.Posts))
            network.Problems.Error(network.PlaceOf(NetworkKeys.Coordination), "nobody is there to decide centrally", "command-posts, or coordination: decentralised");
        return mode;
    }

    /// <summary>Reads what gives power.</summary>
    public static IReadOnlyList<PowerSource> Power(MappingReader network, IReadOnlyList<string> nodes, ProblemList problems)
    {
        var sources = new List<PowerSource>();
        foreach (var reader in network.Sections(NetworkKeys.Power))
        {
            if (!reader.TryGet(NetworkKeys.Feeds, out var feeds)) continue;
            foreach (var fed in feeds.Where(fed => !nodes.Contains(fed, StringComparer.Ordinal)))
            {
                problems.Error(
                    reader.PlaceOf(NetworkKeys.Feeds),
                    $"there is no battery, radar, command post or relay {QuotedText.Of(fed)}",
                    nodes.Count == 0 ? "the id of one of them; the scenario has none" : "one of " + string.Join(", ", nodes),
                    NearestMatch.Hint(fed, nodes));
            }

            sources.Add(new PowerSource(reader.Get(ScenarioKeys.Id), feeds, reader.TryGet(NetworkKeys.Backup, out var backup) ? backup : null));
        }

        return sources;
    }

    private static string NameOf(MappingReader reader, string id) => reader.TryGet(ScenarioKeys.Name, out var name) ? name : id;

    private static void TellNoBattery(MappingReader reader, string battery, IReadOnlyList<string> batteries, ReadingContext context)
    {
        var under = context.Wired.ContainsKey(battery);
        context.Problems.Error(
            reader.PlaceOf(NetworkKeys.Commands),
            under ? $"{QuotedText.Of(battery)} is under the command of another battery" : $"there is no battery {QuotedText.Of(battery)} to command",
            batteries.Count == 0 ? "the id of a battery; the scenario has none" : "one of " + string.Join(", ", batteries),
            under ? $"'superior: none' at '{battery}' makes it a command of its own" : NearestMatch.Hint(battery, batteries));
    }
}
