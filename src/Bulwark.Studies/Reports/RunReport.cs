using System.Text;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Studies.Exposure;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Results;

namespace Bulwark.Studies.Reports;

/// <summary>
/// The report of one run: one HTML file that needs nothing else, no network and no script, and is the same to the byte for the same
/// run. The answer stands first in words; then tables, pictures, the ledgers of all targets, sources, and what the model leaves out.
/// </summary>
public static class RunReport
{
    /// <summary>Writes the report. The file appears only when it is complete.</summary>
    /// <param name="result">The run.</param>
    /// <param name="path">The file to make or replace; its folder must exist.</param>
    /// <exception cref="ResultsException">The file cannot be written.</exception>
    public static void Write(RunResult result, string path)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var html = Compose(result, Ledgers.Of(result), RunPictures.Draw(result), ExposureIndex.Of(result));
        var partial = path + ".partial";
        try
        {
            File.WriteAllText(partial, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(partial, path, overwrite: true);
        }
        catch (IOException problem)
        {
            throw Failed(path, partial, problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw Failed(path, partial, problem);
        }
    }

    internal static string Compose(RunResult result, IReadOnlyList<IReadOnlyList<LedgerEntry>> ledgers, IReadOnlyList<Picture> pictures, IReadOnlyList<ExposureLine> exposure)
    {
        var scenario = result.Plan.Scenario;
        var page = new HtmlPage();
        page.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");

        // The page may not load anything, whatever names and texts a scenario carries.
        page.Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
        page.Element("title", scenario.Title).Markup("<style>\n").Markup(EmbeddedText("report.css")).Markup("</style>\n</head>\n<body>\n");
        page.Element("h1", scenario.Title);
        if (scenario.Description.Length > 0) page.Element("p", scenario.Description.Trim(), "question");
        page.Element("h2", "The answer");
        ReportSections.Answer(page, result.Summary);
        ReportSections.Surroundings(page, scenario);
        ReportSections.Tables(page, result.Summary);
        BatterySections.Write(page, result);
        NetworkSection.Write(page, result);
        PictureTable.Write(page, result.Pictures);
        ExposureTable.Write(page, exposure);
        ReportSections.Figures(page, pictures);
        ReportLedgers.Write(page, result, ledgers);
        ReportSections.Provenance(page, result);
        ReportSections.Limits(page, scenario);
        page.Markup("<script>\n").Markup(EmbeddedText("report.js")).Markup("</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    internal static string EmbeddedText(string fileName)
    {
        var assembly = typeof(RunReport).Assembly;
        var resource = Array.Find(assembly.GetManifestResourceNames(), name => name.EndsWith("." + fileName, StringComparison.Ordinal))
            ?? throw new InvalidDataException($"The data file {fileName} is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static ResultsException Failed(string path, string partial, Exception problem)
    {
        if (File.Exists(partial)) File.Delete(partial);
        return new ResultsException($"The report could not be written to '{path}': {problem.Message.TrimEnd('.')}. Check that its folder exists, may be written to and has room.", problem);
    }
}
