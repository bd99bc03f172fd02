namespace Bulwark.Studies.Plotting;

/// <summary>A track made from a recording. Immutable.</summary>
/// <param name="Id">Number of the track.</param>
/// <param name="Code">Mode A code as a number (octal 7000 is 3584), or -1 for a track without replies.</param>
/// <param name="Points">Its points in order of time; one for each plot that it took.</param>
public sealed record TrackTrail(int Id, int Code, IReadOnlyList<TrackPoint> Points)
{
    /// <summary>Time from the first to the last point, seconds.</summary>
    public double DurationS => Points.Count == 0 ? 0 : Points[^1].TimeS - Points[0].TimeS;
}
