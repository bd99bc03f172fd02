using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios.Composition;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Simulation.Scenarios.Faults;
using Bulwark.Simulation.Scenarios.Identification;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Simulation.Scenarios.Orders;
using Bulwark.Simulation.Scenarios.Raids;
using Bulwark.Simulation.Scenarios.Wiring;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Reads scenario files. One pass reports every problem with its line and column.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="catalogue">The systems it may use.</param>
    /// <exception cref="DocumentException">The file is missing or wrong; carries every problem.</exception>
    public static Scenario Read(string path, CatalogueStore catalogue) => Require(Check(path, catalogue));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The content of a file.</param>
    /// <param name="name">Its name for messages; without folder and ending it is the identifier of a scenario that gives none.</param>
    /// <param name="catalogue">The systems it may use.</param>
    /// <exception cref="DocumentException">The text is wrong; carries every problem.</exception>
    public static Scenario ReadText(string text, string name, CatalogueStore catalogue) => Require(CheckText(text, name, catalogue));

    /// <summary>Reads a file and reports warnings too. Throws nothing because of what the file holds.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="catalogue">The systems it may use.</param>
    public static ScenarioReading Check(string path, CatalogueStore catalogue)
    {
        var problems = new ProblemList();
        return Read(DocumentLoader.LoadFile(path, problems), catalogue, problems);
    }

    /// <summary>Reads a text and reports warnings too. Throws nothing because of what the text holds.</summary>
    /// <param name="text">The content of a file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <param name="catalogue">The systems it may use.</param>
    public static ScenarioReading CheckText(string text, string name, CatalogueStore catalogue)
    {
        var problems = new ProblemList();
        return Read(DocumentLoader.LoadText(text, name, problems), catalogue, problems);
    }

    /// <summary>Checks a file that scenarios include, by itself: its keys and values, not what it refers to. Throws nothing because of what the file holds.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>Every error and warning.</returns>
    public static IReadOnlyList<Problem> CheckPart(string path)
    {
        var problems = new ProblemList();
        if (DocumentLoader.LoadFile(path, problems) is { } node) MappingReader.CheckAll(node, ScenarioKeys.PartKeys, problems);
        return problems.Sorted();
    }

    /// <summary>Puts a scenario together: included files, templates and named doctrines become plain mappings, whose values can then be changed by their paths.</summary>
    /// <param name="document">The top node of a scenario file.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The whole; putting it together again changes nothing.</returns>
    public static DocumentNode Compose(DocumentNode document, ProblemList problems) => new ScenarioComposer(problems).Compose(document);

    /// <summary>Reads a document that was loaded, and perhaps changed, before. Throws nothing because of what it holds.</summary>
    /// <param name="document">The top node of a scenario file.</param>
    /// <param name="catalogue">The systems it may use.</param>
    public static ScenarioReading Check(DocumentNode document, CatalogueStore catalogue) => Read(document, catalogue, new ProblemList());

    /// <summary>The JSON schema of scenario files, made from the definitions the reader uses.</summary>
    public static string Schema()
    {
        var definitions = new SchemaDefinitions();
        return definitions.Write("Bulwark scenario", definitions.Mapping(ScenarioKeys.Keys));
    }

    /// <summary>The JSON schema of files that scenarios include.</summary>
    public static string PartSchema()
    {
        var definitions = new SchemaDefinitions();
        return definitions.Write("Bulwark scenario part", definitions.Mapping(ScenarioKeys.PartKeys));
    }

    private static Scenario Require(ScenarioReading reading) => reading.Scenario ?? throw new DocumentException(reading.Problems);

    private static ScenarioReading Read(DocumentNode? node, CatalogueStore catalogue, ProblemList problems)
    {
        if (node is null || MappingReader.Open(new ScenarioComposer(problems).Compose(node), ScenarioKeys.Keys, problems) is not { } reader) return new ScenarioReading(null, problems.Sorted());
        var scenario = ReadAll(reader, new ReadingContext(catalogue, problems));
        return new ScenarioReading(problems.HasErrors ? null : scenario, problems.Sorted());
    }

    private static Scenario ReadAll(MappingReader reader, ReadingContext context)
    {
        _ = reader.Get(ScenarioKeys.Format);
        (var surroundings, context.Terrain) = SurroundingsKeys.Read(reader);
        context.TerrainGaps = surroundings.TerrainGaps;
        var duration = reader.Get(ScenarioKeys.Duration);
        var identification = IdentificationKeys.Read(reader.Section(IdentificationKeys.Section));
        context.TellsKinds = identification?.Kinds is not null;
        var networkSection = reader.Section(ScenarioKeys.Network);
        List<DefendedAsset> assets = [.. reader.Sections(ScenarioKeys.Assets).Select(item => ReadAsset(item, context)), .. CommandPostReader.Assets(networkSection, context)];
        List<Battery> batteries = [.. reader.Sections(ScenarioKeys.Batteries).Select(item => BatteryReader.Read(item, context)).OfType<Battery>()];
        List<SurveillanceSite> radars = [.. reader.Sections(ScenarioKeys.Radars).Select(item => BatteryReader.ReadRadar(item, context)).OfType<SurveillanceSite>()];
        List<FlightGroup> groups = [.. reader.Sections(ScenarioKeys.Groups).Select(item => GroupReader.Read(item, assets, duration, context)).OfType<FlightGroup>()];
        HomingReader.Check(reader.Sections(ScenarioKeys.Groups), groups, batteries, radars);
        List<Raid> raids = [.. reader.Sections(ScenarioKeys.Raids).Select(item => RaidReader.Read(item, assets, duration, context)).OfType<Raid>()];
        var orders = OrderReader.Read(reader.Sections(ScenarioKeys.Orders), duration, context);
        var wiring = new CommandWiring(batteries, radars, context.Wired, context.Problems).Apply(reader.Get(WiringKeys.Command), reader.Get(WiringKeys.Reach));
        if (!TellCommanded(orders, wiring.Links, context.Problems)) OrderChecks.Check(orders, wiring.Batteries, wiring.Sites, context.Problems);
        var network = networkSection is { } section ? NetworkReader.Read(section, [.. wiring.Batteries.Select(static battery => battery.Id)], [.. wiring.Sites.Select(static site => site.Id)], context) : null;
        CheckReporters(reader, network, [.. wiring.Batteries.Select(static battery => battery.Id), .. wiring.Sites.Select(static site => site.Id)]);
        var faults = FaultReader.Read(reader.Sections(ScenarioKeys.Faults), network, assets, duration, context);
        new BehaviourChecks(assets, network, context.Problems).Check(batteries, radars, wiring);
        WarnEmpty(reader, context.Problems);
        if (!context.Problems.HasErrors) HomingChecks.Check(reader.Sections(ScenarioKeys.Groups), groups, wiring.Batteries, wiring.Sites, (ulong)reader.Get(ScenarioKeys.Seed), context.Problems);
        return new Scenario
        {
            Id = reader.TryGet(ScenarioKeys.ScenarioId, out var id) ? id : IdOf(reader.Place.File),
            Title = reader.Get(ScenarioKeys.Title),
            Description = reader.Get(ScenarioKeys.Description),
            Seed = (ulong)reader.Get(ScenarioKeys.Seed),
            StartUtc = reader.Get(ScenarioKeys.Start),
            Duration = duration,
            Surroundings = surroundings,
            Assets = assets,
            Batteries = wiring.Batteries,
            Surveillance = wiring.Sites,
            Wiring = wiring.Links,
            Groups = groups,
            Raids = raids,
            Orders = orders,
            Faults = faults,
            Identification = identification,
            Network = network,
            Sources = context.Sources,
        };
    }

    private static DefendedAsset ReadAsset(MappingReader reader, ReadingContext context)
    {
        var id = context.TakeId(reader);
        var name = reader.TryGet(ScenarioKeys.Name, out var written) ? written : id;
        return new DefendedAsset(id, name, BatteryReader.Site(reader, context), reader.Get(ScenarioKeys.Radius), reader.Get(ScenarioKeys.Value));
    }

    // Orders go to commands; what is under one moves and radiates with it.
    private static bool TellCommanded(IReadOnlyList<UnitOrder> orders, IReadOnlyList<CommandLink> links, ProblemList problems)
    {
        var errors = problems.ErrorCount;
        foreach (var order in orders)
        {
            foreach (var unit in order.WhenOf is null ? order.Units : [.. order.Units, order.WhenOf])
            {
                if (links.FirstOrDefault(link => link.Unit == unit || unit.StartsWith(link.Unit + ".", StringComparison.Ordinal))?.Superior is { } superior)
                    problems.Error(order.Place, $"'{unit}' is under the command of '{superior}' and takes no orders of its own", $"unit: {superior}, or 'superior: none' at '{unit}'");
            }
        }

        return problems.ErrorCount > errors;
    }

    // Who reports to a node needs the node.
    private static void CheckReporters(MappingReader reader, SharingNetwork? network, List<string> nodes)
    {
        if (network is not null) nodes.AddRange([.. network.Posts.Select(static post => post.Id), .. network.Relays]);
        foreach (var group in reader.Sections(ScenarioKeys.Groups))
        {
            if (!group.TryGet(GroupKeys.ReportsTo, out var node) || (network is not null && nodes.Contains(node, StringComparer.Ordinal))) continue;
            var expected = network is null ? "a network; the scenario has none" : "one of " + string.Join(", ", nodes);
            reader.Problems.Error(group.PlaceOf(GroupKeys.ReportsTo), $"the network has no node '{node}'", expected, NearestMatch.Hint(node, nodes));
        }
    }

    private static void WarnEmpty(MappingReader reader, ProblemList problems)
    {
        if (!reader.Has(ScenarioKeys.Batteries) && !reader.Has(ScenarioKeys.Radars))
            problems.Warning(reader.Place, "nobody watches: the scenario has neither batteries nor surveillance radars");
        if (!reader.Has(ScenarioKeys.Groups) && !reader.Has(ScenarioKeys.Raids)) problems.Warning(reader.Place, "nothing flies: the scenario has neither groups nor raids");
    }

    // File names may hold anything; identifiers may not.
    private static string IdOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).ToLowerInvariant();
        var id = new string([.. name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' ? character : '-')]).Trim('-', '.');
        return IdentifierKey.IsValid(id) ? id : "scenario";
    }
}
