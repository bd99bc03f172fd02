using Bulwark.Studies.Answers;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Plotting.Raster;
using Bulwark.Studies.Reports;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Results;

/// <summary>The folder of a study: <c>results.sqlite</c>, and beside it <c>report.html</c> and every picture as SVG and PNG. Documented in docs/studies.md.</summary>
public static class StudyFolder
{
    /// <summary>Name of the results file in the folder.</summary>
    public const string ResultsFile = "results.sqlite";

    private const double PixelsPerPoint = 2;
    private const int PixelsPerInch = 192;

    /// <summary>Writes the report and its pictures of what the results file holds now. Each file appears when it is complete.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="store">Its results file.</param>
    /// <param name="folder">Where to; made when it is not there.</param>
    /// <returns>What the study found.</returns>
    /// <exception cref="ResultsException">A file cannot be written.</exception>
    public static StudyAnswers WriteReport(StudyPlan plan, StudyStore store, string folder)
    {
        var answers = StudyAnswers.Of(plan, store);
        var pictures = StudyPictures.Draw(answers, Convergence.Of(answers, store));
        StudyProblem.Guard(folder, () =>
        {
            Directory.CreateDirectory(folder);
            foreach (var picture in pictures)
            {
                Write(folder, picture.FileName, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(picture.Svg)));
                Write(folder, Path.ChangeExtension(picture.FileName, ".png"), stream => PngEncoder.Write(stream, SvgRaster.Paint(picture.Svg, PixelsPerPoint), PixelsPerInch));
            }

            Write(folder, "report.html", stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(StudyReport.Compose(answers, pictures, store.ContentHash()))));
            return true;
        });
        return answers;
    }

    private static void Write(string folder, string name, Action<Stream> write)
    {
        var path = Path.Combine(folder, name);
        var partial = path + ".partial";
        try
        {
            using (var stream = File.Create(partial)) write(stream);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
