using Bulwark.Studies.Plotting.Programmes;
using Bulwark.Studies.Programmes;
using Bulwark.Studies.Reports.Programmes;

namespace Bulwark.Studies.Results;

/// <summary>The results folder of a programme: <c>summary.json</c>, <c>report.html</c> and its pictures as SVG files. Documented in docs/results.md.</summary>
public static class ProgrammeFolder
{
    /// <summary>Refuses a folder that <see cref="Write"/> would leave alone, so that nobody waits for results that cannot be kept.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="ResultsException">It is a file, or a folder that is neither empty nor a results folder of ours.</exception>
    public static void RequireUsable(string folder) => ResultsDirectory.RequireUsable(folder);

    /// <summary>Writes the folder. It appears only when it is complete; an older results folder of that name is replaced.</summary>
    /// <param name="findings">What was found out.</param>
    /// <param name="folder">Where to. An existing folder that is neither empty nor a results folder of ours is left alone.</param>
    /// <param name="cpuTimeS">Processor time, seconds, or null.</param>
    /// <exception cref="ResultsException">The folder cannot be written, or is something else. Nothing half-written is left.</exception>
    public static void Write(ProgrammeFindings findings, string folder, double? cpuTimeS = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ResultsDirectory.Write(folder, inside =>
        {
            var pictures = ProgrammePictures.Draw(findings);
            foreach (var picture in pictures) ResultsDirectory.WriteText(inside, picture.FileName, picture.Svg);
            ResultsDirectory.WriteText(inside, "report.html", ProgrammeReport.Compose(findings, pictures));
            ResultsDirectory.WriteText(inside, ResultsDirectory.SummaryFile, ProgrammeJson.Of(findings, cpuTimeS));
        });
    }
}
