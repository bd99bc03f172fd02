using Bulwark.Studies.Plotting.Programmes;
using Bulwark.Studies.Programmes;
using Bulwark.Studies.Reports.Programmes;

namespace Bulwark.Studies.Results;

/// <summary>
/// The results folder of a programme: <c>summary.json</c>, <c>report.html</c>, its pictures as SVG files, and the work done so far, from
/// which the same command goes on after it was stopped. Documented in docs/results.md.
/// </summary>
public static class ProgrammeFolder
{
    /// <summary>Name of the file of finished years in the folder.</summary>
    public const string YearsFile = "years.sqlite";

    /// <summary>Name of the results file of engagements in the folder: that of a study.</summary>
    public const string EffectFile = "effect.sqlite";

    /// <summary>Refuses a folder that <see cref="Write"/> would leave alone, so that nobody waits for results that cannot be kept.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="ResultsException">It is a file, or a folder that is neither empty nor a results folder of ours.</exception>
    public static void RequireUsable(string folder)
    {
        var isWork = !string.IsNullOrWhiteSpace(folder) && YearsStore.IsOne(Path.Combine(folder, YearsFile));
        ResultsDirectory.RequireUsable(folder, isWork ? YearsFile : null);
    }

    /// <summary>Writes what people read. Each file appears when it is complete, the summary last; pictures of before that are not drawn any more go.</summary>
    /// <param name="findings">What was found out.</param>
    /// <param name="folder">Where to. An existing folder that is neither empty nor a results folder of ours is left alone.</param>
    /// <param name="cpuTimeS">Processor time, seconds, or null.</param>
    /// <exception cref="ResultsException">The folder cannot be written, or is something else.</exception>
    public static void Write(ProgrammeFindings findings, string folder, double? cpuTimeS = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        RequireUsable(folder);
        var pictures = ProgrammePictures.Draw(findings);
        ResultsDirectory.Renew(
            folder,
            YearsFile,
            [.. pictures.Select(static picture => (picture.FileName, picture.Svg)), ("report.html", ProgrammeReport.Compose(findings, pictures)), (ResultsDirectory.SummaryFile, ProgrammeJson.Of(findings, cpuTimeS))],
            static name => name.EndsWith(".svg", StringComparison.Ordinal));
    }
}
