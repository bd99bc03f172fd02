using Bulwark.Core.Earth;
using Bulwark.Formats.GeoJson;

namespace Bulwark.Cli.Recordings;

/// <summary>Tracks as GeoJSON: a line for each track.</summary>
internal static class TrackGeoJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="run">The run.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(RecordingRun run, Stream stream)
    {
        using var json = new GeoJsonWriter(stream);
        foreach (var track in run.Tracks)
        {
            GeodeticPoint[] line = [.. track.States.Select(static state => Wgs84.ToGeodetic(state.Position))];
            json.Write(line,
            [
                new("track", track.Id),
                new("plots", track.States.Count),
                new("first_s", Math.Round(track.States[0].TimeS, 4)),
                new("last_s", Math.Round(track.States[^1].TimeS, 4)),
                new("class", track.Identity?.Likeliest.ToString()),
                new("class_probability", track.Identity is { } known ? Math.Round(known.ClassProbability(known.Likeliest), 3) : null),
                new("neutral_probability", track.Identity is { } asked ? Math.Round(asked.NeutralProbability, 3) : null),
                new("mode_3a", track.MajorityCode < 0 ? null : TrackCsv.Octal(track.MajorityCode)),
            ]);
        }
    }
}
