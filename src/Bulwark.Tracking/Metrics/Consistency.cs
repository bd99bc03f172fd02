namespace Bulwark.Tracking.Metrics;

/// <summary>
/// Whether covariances were honest: a mean of normalised squared errors and the band in which it lies with 95 % when they are. Immutable.
/// </summary>
/// <param name="MeanRatio">Mean over its expectation: 1 for honest covariances, above 1 they are too small; not-a-number without errors.</param>
/// <param name="LowRatio">Lower end of the band; not-a-number without errors.</param>
/// <param name="HighRatio">Upper end of the band; not-a-number without errors.</param>
/// <param name="Errors">Errors it is the mean of.</param>
public readonly record struct Consistency(double MeanRatio, double LowRatio, double HighRatio, int Errors)
{
    /// <summary>None at all.</summary>
    public static Consistency None { get; } = new(double.NaN, double.NaN, double.NaN, 0);
}
