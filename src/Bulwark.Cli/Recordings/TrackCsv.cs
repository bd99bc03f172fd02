using System.Text;
using Bulwark.Core.Earth;
using Bulwark.Formats.Csv;

namespace Bulwark.Cli.Recordings;

/// <summary>Tracks as a table, one row for each plot that a track took; the columns are documented in docs/command-line.md.</summary>
internal static class TrackCsv
{
    private static readonly string[] Columns =
    [
        "track", "time_s", "radar", "latitude_deg", "longitude_deg", "height_m", "ground_speed_m_per_s", "heading_deg",
        "climb_m_per_s", "position_sigma_m", "mode_3a", "pressure_height_m",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="run">The run.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(RecordingRun run, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        var csv = new CsvWriter(text);
        foreach (var column in Columns) csv.Field(column);
        csv.EndRow();
        foreach (var track in run.Tracks)
        {
            foreach (var state in track.States) Row(csv, track, in state, run);
        }
    }

    /// <summary>Writes the table of the smoothed tracks.</summary>
    /// <param name="run">The run; it smoothed its tracks.</param>
    /// <param name="stream">Where to.</param>
    public static void WriteSmoothed(RecordingRun run, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        var csv = new CsvWriter(text);
        foreach (var column in Columns) csv.Field(column);
        csv.EndRow();
        for (var place = 0; place < run.Tracks.Count; place++)
        {
            foreach (var state in run.Smoothed![place]) Row(csv, run.Tracks[place], in state, run);
        }
    }

    private static void Row(CsvWriter csv, RecordedTrack track, in TrackState state, RecordingRun run)
    {
        var motion = LocalMotion.Of(in state);
        csv.Field(track.Id);
        csv.Field(state.TimeS, 4);
        csv.Field(run.Radars[state.Radar].Key.ToString());
        csv.Field(motion.Place.LatitudeDeg, 7);
        csv.Field(motion.Place.LongitudeDeg, 7);
        csv.Field(motion.Place.HeightM, 1);
        csv.Field(Known(motion.GroundSpeedMPerS), 2);
        csv.Field(Known(double.RadiansToDegrees(motion.HeadingRad)), 2);
        csv.Field(Known(motion.ClimbMPerS), 2);
        csv.Field(state.PositionSigmaM, 1);
        csv.Field(state.Code < 0 ? null : Octal(state.Code));
        csv.Field(Known(state.PressureHeightM), 1);
        csv.EndRow();
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    /// <summary>A Mode 3/A code as people read it: four octal digits.</summary>
    public static string Octal(int code) => Convert.ToString(code, 8).PadLeft(4, '0');
}
