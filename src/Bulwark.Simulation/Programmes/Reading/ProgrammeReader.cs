using Bulwark.Core.Timing;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>Reads programme files. One pass reports every problem with its line and column.</summary>
public static class ProgrammeReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="DocumentException">The file is missing or wrong; carries every problem.</exception>
    public static Programme Read(string path)
    {
        var (programme, problems) = Check(path);
        return programme ?? throw new DocumentException(problems);
    }

    /// <summary>Reads a file and reports warnings too. Throws nothing because of what the file holds.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>The programme, or null when there are errors, and every problem.</returns>
    public static (Programme? Programme, IReadOnlyList<Problem> Problems) Check(string path)
    {
        var problems = new ProblemList();
        return Read(DocumentLoader.LoadFile(path, problems), problems);
    }

    /// <summary>Reads a text and reports warnings too. Throws nothing because of what the text holds.</summary>
    /// <param name="text">The content of a file.</param>
    /// <param name="name">Its name for messages.</param>
    public static (Programme? Programme, IReadOnlyList<Problem> Problems) CheckText(string text, string name)
    {
        var problems = new ProblemList();
        return Read(DocumentLoader.LoadText(text, name, problems), problems);
    }

    /// <summary>Whether a text begins like a programme file.</summary>
    /// <param name="node">The top of a read file.</param>
    public static bool IsProgramme(DocumentNode? node) =>
        node is MappingNode mapping && mapping.Find(ProgrammeKeys.Format.Name)?.Value is ScalarNode format && format.Text.StartsWith("programme/", StringComparison.Ordinal);

    /// <summary>The JSON schema of programme files, made from the definitions the reader uses.</summary>
    public static string Schema()
    {
        var definitions = new SchemaDefinitions();
        return definitions.Write("Bulwark programme", definitions.Mapping(ProgrammeKeys.Keys));
    }

    private static (Programme? Programme, IReadOnlyList<Problem> Problems) Read(DocumentNode? node, ProblemList problems)
    {
        if (node is null || MappingReader.Open(node, ProgrammeKeys.Keys, problems) is not { } reader) return (null, problems.Sorted());
        var programme = ReadAll(reader, new ProgrammeContext(problems));
        return (problems.HasErrors ? null : programme, problems.Sorted());
    }

    private static Programme ReadAll(MappingReader reader, ProgrammeContext context)
    {
        _ = reader.Get(ProgrammeKeys.Format);
        var before = context.Problems.ErrorCount;
        var start = reader.Get(ProgrammeKeys.Start);
        var duration = SimDuration.FromSeconds(reader.Get(ProgrammeKeys.Duration));

        // Without a first day or a duration nothing can be said of other dates.
        var years = (start, context.Problems.ErrorCount == before ? start.AddTicks(duration.Nanoseconds / 100) : DateTimeOffset.MaxValue);
        var home = reader.TryGet(ProgrammeKeys.Home, out var country) ? country : "";
        List<ProgrammeFact> facts = [.. reader.Sections(ProgrammeKeys.Facts).Select(item => Fact(item, context))];
        List<ProgrammeAssumption> assumptions = [.. reader.Sections(ProgrammeKeys.Assumptions).Select(item => Assumption(item, context))];
        List<Supplier> suppliers = [.. reader.Sections(ProgrammeKeys.Suppliers).Select(item => SupportReader.Supplier(item, context))];
        var countries = suppliers.GroupBy(static supplier => supplier.Id, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Country, StringComparer.Ordinal);
        List<(Component Component, MappingReader Reader)> components = [.. reader.Sections(ProgrammeKeys.Components).Select(item => (ComponentReader.Read(item, countries, home, context), item))];
        List<(SupportSite Site, MappingReader Reader)> sites = [.. reader.Sections(ProgrammeKeys.Sites).Select(item => (SupportReader.Site(item, context), item))];
        List<(ProgrammeUnit Unit, MappingReader Reader)> units = [.. reader.Sections(ProgrammeKeys.Units).Select(item => (SupportReader.Unit(item, context), item))];
        List<Contract> contracts = [.. reader.Sections(ProgrammeKeys.Contracts).Select(item => ContractReader.Read(item, years, context))];
        List<SupplyEvent> events = [.. reader.Sections(ProgrammeKeys.Events).Select(item => EventReader.Read(item, years, countries, context))];
        List<ProgrammeCase> cases = [.. reader.Sections(ProgrammeKeys.Cases).Select(item => EventReader.Case(item, context))];
        var question = EventReader.Question(reader.Section(ProgrammeKeys.Localisation), events, context);
        var backtest = BacktestReader.Read(reader.Section(ProgrammeKeys.Backtest), context);
        context.CheckUses();
        if (StructureCheck.Check(components, units, context.Problems, out var order)) LoadCheck.Check(components, order, units, duration.TotalS, context.Problems);
        PlaceCheck.Check(components, sites, units, context.Problems);
        if (units.Count == 0 && backtest is null) context.Problems.Error(reader.Place, "the programme has neither units nor a back-test", "units: what has to be ready");
        return new Programme
        {
            Id = reader.TryGet(ProgrammeKeys.FileId, out var id) ? id : IdOf(reader.Place.File),
            Title = reader.Get(ProgrammeKeys.Title),
            Description = reader.Get(ProgrammeKeys.Description),
            Seed = (ulong)reader.Get(ProgrammeKeys.Seed),
            Replications = (int)reader.Get(ProgrammeKeys.Replications),
            StartUtc = start,
            Duration = duration,
            Home = home,
            FailsWhileDown = reader.Get(ProgrammeKeys.FailsWhileDown),
            RepairTimes = reader.Get(ProgrammeKeys.RepairTimes),
            SupplyTimes = reader.Get(ProgrammeKeys.SupplyTimes),
            Facts = facts,
            Assumptions = assumptions,
            Components = [.. components.Select(static pair => pair.Component)],
            Suppliers = suppliers,
            Sites = [.. sites.Select(static pair => pair.Site)],
            Units = [.. units.Select(static pair => pair.Unit)],
            Contracts = contracts,
            Events = events,
            Cases = cases,
            Localisation = question,
            Backtest = backtest,
        };
    }

    private static ProgrammeFact Fact(MappingReader reader, ProgrammeContext context) =>
        new(context.TakeId(reader, "fact"), reader.Get(ProgrammeKeys.FactDate), reader.Get(ProgrammeKeys.FactText), reader.Get(ProgrammeKeys.FactValue), reader.Get(ProgrammeKeys.FactSource));

    private static ProgrammeAssumption Assumption(MappingReader reader, ProgrammeContext context) =>
        new(context.TakeId(reader, "assumption"), reader.Get(ProgrammeKeys.AssumptionText), reader.Get(ProgrammeKeys.AssumptionWhy));

    // File names may hold anything; identifiers may not.
    private static string IdOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).ToLowerInvariant();
        var id = new string([.. name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' ? character : '-')]).Trim('-', '.');
        return IdentifierKey.IsValid(id) ? id : "programme";
    }
}
