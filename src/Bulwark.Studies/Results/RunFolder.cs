using Bulwark.Simulation;
using Bulwark.Studies.Exposure;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Reports;

namespace Bulwark.Studies.Results;

/// <summary>
/// The results folder of a run: <c>events.sqlite</c>, <c>summary.json</c>, <c>report.html</c>, its pictures as SVG files, <c>exposure.csv</c> when
/// low-observable friends flew, and whatever
/// the caller adds. Documented in docs/results.md.
/// </summary>
public static class RunFolder
{
    /// <summary>Refuses a folder that <see cref="Write"/> would leave alone, so that nobody waits for results that cannot be kept.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="ResultsException">It is a file, or a folder that is neither empty nor a results folder of ours.</exception>
    public static void RequireUsable(string folder) => ResultsDirectory.RequireUsable(folder);

    /// <summary>Writes the folder. It appears only when it is complete; an older results folder of that name is replaced.</summary>
    /// <param name="result">The run.</param>
    /// <param name="folder">Where to. An existing folder that is neither empty nor a results folder of ours is left alone.</param>
    /// <param name="cpuTimeS">Processor time that the run took, seconds, or null when nobody measured it.</param>
    /// <param name="extraFiles">Further files, for example a replay; null for none.</param>
    /// <exception cref="ResultsException">The folder cannot be written, or is something else. Nothing half-written is left.</exception>
    public static void Write(RunResult result, string folder, double? cpuTimeS = null, IReadOnlyList<ResultFile>? extraFiles = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ResultsDirectory.Write(folder, inside =>
        {
            var ledgers = Ledgers.Of(result);
            EventDatabase.Write(result, ledgers, Path.Combine(inside, "events.sqlite"));
            var pictures = RunPictures.Draw(result);
            var exposure = ExposureIndex.Of(result);
            foreach (var picture in pictures) ResultsDirectory.WriteText(inside, picture.FileName, picture.Svg);
            ResultsDirectory.WriteText(inside, "report.html", RunReport.Compose(result, ledgers, pictures, exposure));
            if (exposure.Count > 0) ResultsDirectory.WriteText(inside, ExposureCsv.FileName, ExposureCsv.Of(exposure));
            ResultsDirectory.WriteExtra(inside, extraFiles);
            ResultsDirectory.WriteText(inside, ResultsDirectory.SummaryFile, SummaryJson.Of(result.Summary, cpuTimeS, result.Pictures));
        });
    }
}
