using Bulwark.Studies.Plotting;

namespace Bulwark.Studies.Results;

/// <summary>
/// The results folder of a tracked recording: <c>tracks.sqlite</c>, <c>tracks.svg</c>, <c>summary.json</c>, and whatever the caller
/// adds. Documented in docs/results.md.
/// </summary>
public static class TrackFolder
{
    /// <summary>Refuses a folder that <see cref="Write"/> would leave alone, so that nobody waits for results that cannot be kept.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="ResultsException">It is a file, or a folder that is neither empty nor a results folder of ours.</exception>
    public static void RequireUsable(string folder) => ResultsDirectory.RequireUsable(folder);

    /// <summary>Writes the folder. It appears only when it is complete; an older results folder of that name is replaced.</summary>
    /// <param name="summary">The figures.</param>
    /// <param name="picture">The tracks and what the picture shows with them.</param>
    /// <param name="folder">Where to. An existing folder that is neither empty nor a results folder of ours is left alone.</param>
    /// <param name="extraFiles">Further files, for example CSV and GeoJSON; null for none.</param>
    /// <exception cref="ResultsException">The folder cannot be written, or is something else. Nothing half-written is left.</exception>
    public static void Write(TrackSummary summary, TrackPicture picture, string folder, IReadOnlyList<ResultFile>? extraFiles = null)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(picture);
        ResultsDirectory.Write(folder, inside =>
        {
            TrackDatabase.Write(summary, picture.Trails, Path.Combine(inside, "tracks.sqlite"));
            ResultsDirectory.WriteText(inside, "tracks.svg", picture.ToSvg());
            ResultsDirectory.WriteExtra(inside, extraFiles);
            ResultsDirectory.WriteText(inside, ResultsDirectory.SummaryFile, summary.ToJson());
        });
    }
}
