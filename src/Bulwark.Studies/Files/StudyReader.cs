using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Measures;
using Bulwark.Studies.Plans;

namespace Bulwark.Studies.Files;

/// <summary>Reads study files. One pass reports every problem with its line and column, also those that a factor's values cause in the scenario.</summary>
public static class StudyReader
{
    private const int MostValues = 100_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is; its scenario is found from its folder.</param>
    /// <param name="catalogue">The systems it may use.</param>
    /// <exception cref="DocumentException">The file is missing or wrong; carries every problem.</exception>
    public static Study Read(string path, CatalogueStore catalogue)
    {
        var reading = Check(path, catalogue);
        return reading.Study ?? throw new DocumentException(reading.Problems);
    }

    /// <summary>Reads a file and reports warnings too. Throws nothing because of what the file holds.</summary>
    /// <param name="path">Where it is; its scenario is found from its folder.</param>
    /// <param name="catalogue">The systems it may use.</param>
    public static StudyReading Check(string path, CatalogueStore catalogue)
    {
        var problems = new ProblemList();
        var folder = Path.GetDirectoryName(path) ?? "";
        return Read(DocumentLoader.LoadFile(path, problems), catalogue, problems, Load);

        DocumentNode? Load(string file, DocumentPlace place)
        {
            var found = Path.Combine(folder, file);
            if (File.Exists(found)) return DocumentLoader.LoadFile(found, problems);
            problems.Error(place, $"the scenario file {QuotedText.Of(file)} does not exist", "a path seen from the study file's folder");
            return null;
        }
    }

    /// <summary>Reads a text with the text of its scenario. Throws nothing because of what they hold.</summary>
    /// <param name="text">The content of a study file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <param name="scenarioText">The content of the scenario file.</param>
    /// <param name="catalogue">The systems it may use.</param>
    public static StudyReading CheckText(string text, string name, string scenarioText, CatalogueStore catalogue)
    {
        var problems = new ProblemList();
        return Read(DocumentLoader.LoadText(text, name, problems), catalogue, problems, (file, _) => DocumentLoader.LoadText(scenarioText, file, problems));
    }

    /// <summary>Whether a document says that it is a study.</summary>
    /// <param name="node">The top node of a file.</param>
    public static bool IsStudy(DocumentNode? node) =>
        node is MappingNode mapping && mapping.Find(StudyKeys.Format.Name)?.Value is ScalarNode format && format.Text.StartsWith("study/", StringComparison.Ordinal);

    /// <summary>The JSON schema of study files, made from the definitions the reader uses.</summary>
    public static string Schema() => StudyKeys.Keys.Schema("Bulwark study");

    private static StudyReading Read(DocumentNode? node, CatalogueStore catalogue, ProblemList problems, Func<string, DocumentPlace, DocumentNode?> load)
    {
        if (node is MappingNode other && other.Find(StudyKeys.Format.Name)?.Value is ScalarNode format && format.Text.Split('/') is [("scenario" or "catalogue" or "programme") and var kind, _])
        {
            problems.Error(format.Place, $"this file is a {kind}, not a study", "'study/1'", kind == "scenario" ? "'bulwark run' runs a scenario; a study names it with 'scenario'" : "");
            return new StudyReading(null, problems.Sorted());
        }

        if (node is null || MappingReader.Open(node, StudyKeys.Keys, problems) is not { } reader) return new StudyReading(null, problems.Sorted());
        var study = ReadAll(reader, (MappingNode)node, problems, load);
        if (study is not null && !problems.HasErrors) CellCheck.Check(study, catalogue, problems);
        return new StudyReading(problems.HasErrors ? null : study, problems.Sorted());
    }

    private static Study? ReadAll(MappingReader reader, MappingNode node, ProblemList problems, Func<string, DocumentPlace, DocumentNode?> load)
    {
        _ = reader.Get(StudyKeys.Format);
        var design = reader.Get(StudyKeys.Design);
        List<StudyFactor> factors = [.. reader.Sections(StudyKeys.Factors).Select(item => FactorReader.Read(item, design)).OfType<StudyFactor>()];
        foreach (var twice in factors.GroupBy(static factor => factor.Name).Where(static group => group.Count() > 1)) problems.Error(twice.Last().Place, $"the factor '{twice.Key}' stands twice", "a name of its own");
        if (factors.Aggregate(1.0, static (product, factor) => product * Math.Max(1, factor.Levels.Count)) > MostValues && design == StudyDesign.Factorial)
            problems.Error(reader.PlaceOf(StudyKeys.Factors), "there are more combinations than anybody can run", $"at most {MostValues} settings", "use design: sobol or latin-hypercube");
        List<StudyAlternative> alternatives = [.. reader.Sections(StudyKeys.Alternatives).Select(ReadAlternative)];
        if (alternatives.Count == 1) problems.Error(reader.PlaceOf(StudyKeys.Alternatives), "one alternative compares nothing", "two or more alternatives");
        if (alternatives.Count > 0 && design is StudyDesign.Morris or StudyDesign.SobolIndices) problems.Error(reader.PlaceOf(StudyKeys.Design), "this design compares no alternatives", "another design, or no alternatives");
        var uncertainty = reader.Get(StudyKeys.Uncertainty);
        if (design is StudyDesign.Morris or StudyDesign.SobolIndices or StudyDesign.Sobol or StudyDesign.LatinHypercube && !reader.Has(StudyKeys.Factors) && uncertainty != UncertaintyMode.Sample)
            problems.Error(reader.PlaceOf(StudyKeys.Design), "this design has nothing to vary", "factors, or uncertainty: sample");
        var measures = MeasureReader.Read(Wanted(reader), reader.Entries(StudyKeys.Define), problems);
        foreach (var name in factors.Where(factor => measures?.All.Any(measure => measure.Name == factor.Name) == true)) problems.Error(name.Place, $"'{name.Name}' names a factor and a measure", "names of their own");
        var replications = ReadReplications(reader, measures, alternatives.Count, problems);
        var erlang = ReadErlang(reader, factors, measures, problems);
        if (!reader.TryGet(StudyKeys.Scenario, out var scenarioFile)) return null;
        if (load(scenarioFile, reader.PlaceOf(StudyKeys.Scenario)) is not { } loaded || measures is null) return null;
        var scenario = ScenarioReader.Compose(loaded, problems);
        return new Study
        {
            Id = reader.TryGet(StudyKeys.Id, out var id) ? id : IdOf(reader.Place.File),
            Title = reader.Get(StudyKeys.Title),
            Question = reader.Get(StudyKeys.Question),
            ScenarioFile = scenarioFile,
            Scenario = scenario,
            Seed = (ulong)reader.Get(StudyKeys.Seed),
            Factors = factors,
            Alternatives = alternatives,
            Design = design,
            Points = (int)reader.Get(StudyKeys.Points),
            Uncertainty = uncertainty,
            UncertainFigures = reader.Get(StudyKeys.Figures),
            FiguresPlace = reader.PlaceOf(StudyKeys.Figures),
            Samples = (int)reader.Get(StudyKeys.Samples),
            Replications = replications,
            Paired = reader.Get(StudyKeys.Pairing),
            LevelProbability = reader.Get(StudyKeys.Level),
            Measures = measures,
            Erlang = erlang,
            Text = DocumentText.Of(node),
            DecisiveText = string.Join('\n', node.Entries.Where(static entry => !StudyKeys.Undecisive.Contains(entry.Key.Text)).Select(static entry => $"{entry.Key.Text}: {DocumentText.Of(entry.Value)}")),
        };
    }

    private static StudyAlternative ReadAlternative(MappingReader reader)
    {
        var id = reader.Get(StudyKeys.AlternativeId);
        return new StudyAlternative(
            id,
            reader.TryGet(StudyKeys.AlternativeTitle, out var title) ? title : id,
            [.. reader.Entries(StudyKeys.Set).Select(static pair => new StudySetting(pair.Name.Text, pair.Value))]);
    }

    private static List<(string Name, DocumentPlace Place)> Wanted(MappingReader reader) =>
        [.. reader.Get(StudyKeys.Measures).Select(name => (name, reader.PlaceOf(StudyKeys.Measures)))];

    private static ReplicationPlan ReadReplications(MappingReader reader, MeasureSet? measures, int alternatives, ProblemList problems)
    {
        var count = (int)reader.Get(StudyKeys.Replications);
        if (reader.Section(StudyKeys.Stop) is not { } stop) return new ReplicationPlan { AtLeast = count, AtMost = count };
        var on = stop.Get(StudyKeys.On);
        var place = stop.PlaceOf(StudyKeys.On);
        foreach (var name in on.Where(name => measures?.All.All(measure => measure.Name != name) == true))
            problems.Error(place, $"the study takes no measure {QuotedText.Of(name)}", "one of " + string.Join(", ", measures!.All.Select(static measure => measure.Name)), NearestMatch.Hint(name, measures.All.Select(static measure => measure.Name)));
        var plan = new ReplicationPlan
        {
            AtLeast = count,
            AtMost = (int)stop.Get(StudyKeys.AtMost),
            Batch = (int)stop.Get(StudyKeys.Batch),
            On = on,
            HalfWidthSi = stop.TryGet(StudyKeys.HalfWidth, out var half) ? half : null,
            UntilDecided = stop.Get(StudyKeys.Decided),
        };
        if (!plan.IsSequential) problems.Error(stop.Place, "the rule says when to stop on nothing", "half-width: …, or decided: yes");
        if (plan.UntilDecided && alternatives != 2) problems.Error(stop.PlaceOf(StudyKeys.Decided), "only two alternatives can be decided between", "two alternatives");
        if (plan.UntilDecided && !reader.Get(StudyKeys.Pairing)) problems.Error(reader.PlaceOf(StudyKeys.Pairing), "the decision is by pairs", "pairing: yes");
        if (stop.Has(StudyKeys.AtMost) && plan.AtMost < count) problems.Error(stop.PlaceOf(StudyKeys.AtMost), $"at most {plan.AtMost} are fewer than the {count} replications there are at least", $"{count} or more");
        return plan;
    }

    private static ErlangBeside? ReadErlang(MappingReader reader, List<StudyFactor> factors, MeasureSet? measures, ProblemList problems)
    {
        if (reader.Section(StudyKeys.Erlang) is not { } beside) return null;
        var names = factors.Select(static factor => factor.Name).ToList();
        Require(StudyKeys.Servers, names);
        Require(StudyKeys.Arrivals, names);
        if (measures is not null) Require(StudyKeys.Held, [.. measures.All.Select(static measure => measure.Name)]);
        return new ErlangBeside(beside.Get(StudyKeys.Servers), beside.Get(StudyKeys.Arrivals), beside.Get(StudyKeys.Within), beside.Get(StudyKeys.Held));

        void Require(TextKey key, List<string> known)
        {
            var name = beside.Get(key);
            if (!known.Contains(name)) problems.Error(beside.PlaceOf(key), $"there is no {QuotedText.Of(name)}", "one of " + string.Join(", ", known), NearestMatch.Hint(name, known));
        }
    }

    // File names may hold anything; identifiers may not.
    private static string IdOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).ToLowerInvariant();
        var id = new string([.. name.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '-')]).Trim('-', '.');
        return IdentifierKey.IsValid(id) ? id : "study";
    }
}
