using Bulwark.Tracking.Metrics;

namespace Bulwark.Simulation.Outcomes;

/// <summary>How well the tracks of one picture told where its targets were. Immutable.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Id">Identifier of the battery or site it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="PeriodS">Time between two scored times, seconds: the shortest revisit period of its radars, or a multiple of it in a very long run.</param>
/// <param name="Score">The score.</param>
public sealed record PictureScore(int Picture, string Id, string Name, double PeriodS, TrackingScore Score)
{
    /// <summary>
    /// Whether the tracks were honest about their errors: the squared error of a track's position as it took a plot, over the square of the error that
    /// its covariance claimed (the trace), in the mean over all updates by plots of targets. 1 is honest, above 1 too sure; not-a-number without updates.
    /// </summary>
    public double SquaredErrorRatio { get; init; } = double.NaN;

    /// <summary>
    /// Whether the whole covariances were honest (normalised estimation error squared, NEES): position and velocity as plots of targets were taken. The band holds
    /// for independent errors; those of one track follow each other, so that its mean strays farther. Source: Bar-Shalom, Li and Kirubarajan (2001), section 5.4.
    /// </summary>
    public Consistency StateErrors { get; init; } = Consistency.None;

    /// <summary>
    /// Whether plots lay as far from where they were expected as the filter says (normalised innovation squared, NIS): what a tracker can tell without the
    /// truth. Innovations of an honest filter are independent, and the band holds. Source: as <see cref="StateErrors"/>.
    /// </summary>
    public Consistency Innovations { get; init; } = Consistency.None;

    /// <summary>Updates that <see cref="SquaredErrorRatio"/> is the mean of.</summary>
    public int RatedUpdates { get; init; }
}
