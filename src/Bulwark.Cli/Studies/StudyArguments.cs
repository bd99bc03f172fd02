using System.CommandLine;
using System.Globalization;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Verbs;
using Bulwark.Simulation.Documents;
using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Studies;

/// <summary>The arguments that the commands of <c>bulwark study</c> share.</summary>
internal sealed class StudyArguments
{
    private readonly CatalogueOption _catalogue = new();

    public Argument<string> Study { get; } = new("STUDY") { Description = "study file" };

    public Argument<string> Results { get; } = new("RESULTS") { Description = "results folder of a study, or its results file" };

    public Option<string?> Out { get; } = new("--out", "-o") { Description = "results folder; results/ID unless given", HelpName = "FOLDER" };

    public Option<int> Threads { get; } = new("--threads")
    {
        Description = "threads; the results are the same for any number",
        HelpName = "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
        CustomParser = static result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is > 0 and <= 1024) return threads;
            result.AddError($"--threads: '{result.Tokens[0].Value}' cannot be used; expected a whole number from 1 to 1024");
            return 1;
        },
    };

    /// <summary>The option that replaces the built-in catalogue.</summary>
    public Option Catalogue => _catalogue.Option;

    /// <summary>Reads the study and plans it; prints its warnings.</summary>
    public StudyPlan Plan(ParseResult parsed, Report report)
    {
        var path = parsed.GetRequiredValue(Study);
        Paths.RequireReadable(path, "a study file");
        var catalogue = _catalogue.Load(parsed);
        var reading = StudyReader.Check(path, catalogue);
        if (reading.Study is not { } study) throw new DocumentException(reading.Problems);
        foreach (var warning in reading.Problems) report.Note(warning.ToString());
        return StudyPlanner.Plan(study, catalogue);
    }

    /// <summary>The results folder that is wanted.</summary>
    public string Folder(ParseResult parsed, StudyPlan plan)
    {
        if (parsed.GetValue(Out) is not { } folder) return Path.Combine("results", plan.Study.Id);
        if (string.IsNullOrWhiteSpace(folder)) throw new UsageException("--out: the name of the folder is empty; expected a folder for the results");
        if (File.Exists(folder)) throw new UsageException($"--out: '{folder}' is a file; expected a folder for the results");
        return folder;
    }

    /// <summary>The results file in a folder.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, StudyFolder.ResultsFile);

    /// <summary>The results file that RESULTS names.</summary>
    public string ResultsFile(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(Results);
        if (!Directory.Exists(path))
        {
            Paths.RequireReadable(path, "a results folder of a study, or its results file");
            return path;
        }

        var file = FileIn(path);
        if (!File.Exists(file)) throw new UsageException($"the folder {path} holds no {StudyFolder.ResultsFile}; expected a results folder of a study, as 'bulwark study run' makes it");
        return file;
    }
}
