using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Programmes.Reading;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Studies.Files;

namespace Bulwark.Cli.Documents;

/// <summary>Checks files of any kind and collects what is wrong with them. Mutable.</summary>
/// <param name="catalogue">The systems that scenarios may use.</param>
internal sealed class DocumentCheck(CatalogueStore catalogue)
{
    private const string FormatKey = "bulwark";
    private const string CatalogueFormat = "catalogue/";
    private const string PartFormat = "scenario-part/";
    private const string DoctrineFormat = "doctrine/";

    private static readonly HashSet<string> CatalogueFolders = new(StringComparer.OrdinalIgnoreCase) { "aircraft", "batteries", "launchers", "missiles", "radars", "vehicles" };

    private readonly List<Problem> _problems = [];
    private readonly List<(string File, Scenario Scenario)> _scenarios = [];
    private readonly List<(string File, DoctrineFile Doctrine)> _doctrines = [];

    /// <summary>Files checked.</summary>
    public int Files { get; private set; }

    /// <summary>Every error and warning, by file and place.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The scenarios among the files that have no errors.</summary>
    public IReadOnlyList<(string File, Scenario Scenario)> Scenarios => _scenarios;

    /// <summary>The doctrines among the files that have no errors.</summary>
    public IReadOnlyList<(string File, DoctrineFile Doctrine)> Doctrines => _doctrines;

    /// <summary>Number of errors.</summary>
    public int Errors => _problems.Count(static problem => problem.Severity == Severity.Error);

    /// <summary>Number of warnings.</summary>
    public int Warnings => _problems.Count(static problem => problem.Severity == Severity.Warning);

    /// <summary>Checks a file, or all YAML files of a folder.</summary>
    /// <param name="path">The file or folder.</param>
    public void Take(string path)
    {
        if (!Directory.Exists(path))
        {
            TakeFile(path);
            return;
        }

        string[] files = [.. Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            _problems.Add(new Problem(path, 0, 0, Severity.Error, "the folder holds nothing to check", "files that end in .yaml"));
        }
        else if (files.All(IsCatalogue))
        {
            Files += files.Length;
            _problems.AddRange(CatalogueStore.Check(path));
        }
        else
        {
            foreach (var file in files) TakeFile(file);
        }
    }

    private static bool IsCatalogue(string file) => IsOf(file, CatalogueFormat);

    private static bool IsOf(string file, string wanted) =>
        DocumentLoader.LoadFile(file, new ProblemList()) is MappingNode mapping
        && mapping.Find(FormatKey)?.Value is ScalarNode format
        && format.Text.StartsWith(wanted, StringComparison.Ordinal);

    private void TakeFile(string file)
    {
        Files++;
        var document = DocumentLoader.LoadFile(file, new ProblemList());
        _problems.AddRange(
            ProgrammeReader.IsProgramme(document) ? ProgrammeReader.Check(file).Problems
            : StudyReader.IsStudy(document) ? StudyReader.Check(file, catalogue).Problems
            : IsCatalogue(file) ? CheckEntry(file)
            : IsOf(file, DoctrineFormat) ? CheckDoctrine(file)
            : IsOf(file, PartFormat) ? ScenarioReader.CheckPart(file)
            : CheckScenario(file));
    }

    private IReadOnlyList<Problem> CheckScenario(string file)
    {
        var reading = ScenarioReader.Check(file, catalogue);
        if (reading.Scenario is { } scenario) _scenarios.Add((file, scenario));
        return reading.Problems;
    }

    private IReadOnlyList<Problem> CheckDoctrine(string file)
    {
        var (doctrine, problems) = DoctrineFile.Check(file);
        if (doctrine is not null) _doctrines.Add((file, doctrine));
        return problems;
    }

    private static string IdOf(string text) =>
        DocumentLoader.LoadText(text, "", new ProblemList()) is MappingNode mapping && mapping.Find("id")?.Value is ScalarNode id ? id.Text : "";

    // An entry makes sense only beside the entries it refers to: those of its folder and, for what is not there, the built-in ones; or those of the whole catalogue it lies in.
    private static IEnumerable<Problem> CheckEntry(string file)
    {
        var shown = file.Replace('\\', '/');
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (CatalogueFolders.Contains(Path.GetFileName(folder)) && Path.GetDirectoryName(folder) is { } above)
        {
            var name = Path.GetFullPath(file).Replace('\\', '/');
            return CatalogueStore.Check(above).Where(problem => problem.File == name).Select(problem => problem with { File = shown });
        }

        List<(string Name, string Text)> texts = [.. Directory.EnumerateFiles(folder, "*.yaml").Where(IsCatalogue)
            .Select(other => (Name: Path.GetFullPath(other) == Path.GetFullPath(file) ? shown : other, Text: File.ReadAllText(other)))];
        var own = texts.Select(static text => IdOf(text.Text)).ToHashSet(StringComparer.Ordinal);
        try
        {
            CatalogueStore.LoadTexts([.. texts, .. CatalogueStore.EmbeddedTexts().Where(text => !own.Contains(IdOf(text.Text)))]);
            return [];
        }
        catch (DocumentException wrong)
        {
            return wrong.Problems.Where(problem => problem.File == shown);
        }
    }
}
