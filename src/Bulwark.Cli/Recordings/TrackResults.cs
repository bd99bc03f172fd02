using Bulwark.Cli.Recordings.Live;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Recordings;

/// <summary>Turns a tracked recording into its results folder.</summary>
internal static class TrackResults
{
    /// <summary>Where results go when the user does not say: <c>results</c> and the recording's name without its endings.</summary>
    /// <param name="recordings">The recordings; the first one counts.</param>
    public static string DefaultFolder(IReadOnlyList<string> recordings)
    {
        if (StreamAddress.Names(recordings[0])) return Path.Combine("results", StreamAddress.Parse(recordings[0]).FileName);
        var name = Path.GetFileName(recordings[0]);
        var end = name.IndexOf('.', 1);
        return Path.Combine("results", end > 0 ? name[..end] : name);
    }

    /// <summary>Writes the folder, which appears only when it is complete.</summary>
    /// <param name="run">The run.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="folder">Where to.</param>
    public static void Write(RecordingRun run, TrackSummary summary, string folder)
    {
        // A radar set at an arbitrary place has none on a map beside radars whose places are known.
        var known = run.Radars.Where(static radar => radar.Origin != PlaceOrigin.Arbitrary).ToList();
        var picture = new TrackPicture
        {
            Title = summary.Recording,
            Radars = [.. (known.Count > 0 ? known : run.Radars).Select(static radar => (radar.Key.ToString(), radar.Place))],
            Trails = [.. run.Tracks.Select(Trail)],
            Statistics = [.. TrackResultText.Rows(run)],
        };
        List<ResultFile> files =
        [
            new ResultFile("tracks.csv", stream => TrackCsv.Write(run, stream)),
            new ResultFile("tracks.geojson", stream => TrackGeoJson.Write(run, stream)),
        ];
        if (run.Smoothed is not null) files.Add(new ResultFile("tracks-smoothed.csv", stream => TrackCsv.WriteSmoothed(run, stream)));
        TrackFolder.Write(summary, picture, folder, [.. files]);
    }

    private static TrackTrail Trail(RecordedTrack track) => new(track.Id, track.MajorityCode, [.. track.States.Select(static state => Point(in state))]);

    private static TrackPoint Point(in TrackState state)
    {
        var motion = LocalMotion.Of(in state);
        return new TrackPoint(state.TimeS, motion.Place.LatitudeRad, motion.Place.LongitudeRad, motion.Place.HeightM, motion.GroundSpeedMPerS);
    }
}
