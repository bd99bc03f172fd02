namespace Bulwark.Tracking.Registration;

/// <summary>What is believed about the errors of radars before common tracks are seen. Immutable.</summary>
/// <remarks>
/// A shift of all clocks together changes nothing that radars see of each other, and from some geometries other combinations do not either:
/// these figures decide such cases, and the standard errors then say that nothing was learned.
/// </remarks>
public sealed record RegistrationSettings
{
    /// <summary>Standard deviation of range biases, metres, positive.</summary>
    public double RangeSigmaM { get; init; } = 300;

    /// <summary>Standard deviation of azimuth biases, radians, positive.</summary>
    public double AzimuthSigmaRad { get; init; } = 0.01;

    /// <summary>Standard deviation of time biases, seconds, positive.</summary>
    public double TimeSigmaS { get; init; } = 0.5;

    /// <summary>Plots of one track from two radars are compared when they lie at most this far apart in time, seconds.</summary>
    public double LongestApartS { get; init; } = 6;

    /// <summary>Standard deviation of accelerations between two such plots, m/s².</summary>
    public double AccelerationSigmaMPerS2 { get; init; } = 1;
}
