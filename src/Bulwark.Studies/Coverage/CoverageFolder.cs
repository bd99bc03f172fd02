using System.Globalization;
using Bulwark.Studies.Plotting.Raster;
using Bulwark.Studies.Results;

namespace Bulwark.Studies.Coverage;

/// <summary>
/// The results folder of a coverage study: <c>coverage.png</c> (all heights), <c>coverage-HEIGHT.png</c>, <c>summary.json</c>, and
/// whatever the caller adds. Documented in docs/coverage.md.
/// </summary>
public static class CoverageFolder
{
    private const int PixelsPerInchOfPoint = 96;

    /// <summary>Refuses a folder that <see cref="Write"/> would leave alone, so that nobody waits for results that cannot be kept.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="ResultsException">It is a file, or a folder that is neither empty nor a results folder of ours.</exception>
    public static void RequireUsable(string folder) => ResultsDirectory.RequireUsable(folder);

    /// <summary>The part of a file's name that says the height, such as "300m".</summary>
    /// <param name="heightM">The height, metres.</param>
    public static string HeightName(double heightM) => heightM.ToString("0.##", CultureInfo.InvariantCulture) + "m";

    /// <summary>Writes the folder. It appears only when it is complete; an older results folder of that name is replaced.</summary>
    /// <param name="result">The study.</param>
    /// <param name="folder">Where to. An existing folder that is neither empty nor a results folder of ours is left alone.</param>
    /// <param name="pictures">Whether to draw the maps.</param>
    /// <param name="scaleFactor">Pixels for each of the 970 points of a map's width, 0.5 to 4.</param>
    /// <param name="extraFiles">Further files; null for none.</param>
    /// <param name="cancellation">Stops the work; nothing is left.</param>
    /// <exception cref="ResultsException">The folder cannot be written, or is something else. Nothing half-written is left.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static void Write(
        CoverageResult result, string folder, bool pictures = true, double scaleFactor = 1.5, IReadOnlyList<ResultFile>? extraFiles = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ResultsDirectory.Write(folder, inside =>
        {
            if (pictures)
            {
                // Drawn side by side, then written one after the other.
                var files = new byte[result.Layers.Length + 1][];
                Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellation }, index =>
                {
                    var image = index == 0 ? CoveragePicture.Overview(result, scaleFactor) : CoveragePicture.Probability(result, index - 1, scaleFactor);
                    using var stream = new MemoryStream();
                    PngEncoder.Write(stream, image, (int)Math.Round(PixelsPerInchOfPoint * scaleFactor));
                    files[index] = stream.ToArray();
                });
                for (var index = 0; index < files.Length; index++)
                    File.WriteAllBytes(Path.Combine(inside, index == 0 ? "coverage.png" : $"coverage-{HeightName(result.Layers[index - 1].HeightM)}.png"), files[index]);
            }

            ResultsDirectory.WriteExtra(inside, extraFiles);
            cancellation.ThrowIfCancellationRequested();
            ResultsDirectory.WriteText(inside, ResultsDirectory.SummaryFile, CoverageSummary.ToJson(result));
        });
    }
}
