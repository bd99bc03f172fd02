namespace Bulwark.Tracking.Tracks;

/// <summary>Settings of a multi-target tracker. Immutable. Defaults suit rotating air-surveillance radars of 4 to 12 s.</summary>
public sealed record TrackerParameters
{
    /// <summary>Largest number of confirmed tracks held at once (a published cap of a system).</summary>
    public int MaximumTracks { get; init; } = int.MaxValue;

    /// <summary>Hits that confirm a tentative track, within <see cref="ConfirmationWindow"/> looks ("M of N").</summary>
    public int ConfirmationHits { get; init; } = 3;

    /// <summary>Looks in which the hits must fall.</summary>
    public int ConfirmationWindow { get; init; } = 5;

    /// <summary>Consecutive missed looks after which a confirmed track is dropped.</summary>
    public int DeletionMisses { get; init; } = 4;

    /// <summary>Probability that a true plot falls inside the gate, 0 to 1 exclusive.</summary>
    public double GateProbability { get; init; } = 0.999;

    /// <summary>Standard deviation of unmodelled horizontal acceleration, m/s².</summary>
    public double AccelerationSigmaMPerS2 { get; init; } = 5;

    /// <summary>Standard deviation of unmodelled vertical acceleration, m/s².</summary>
    public double VerticalAccelerationSigmaMPerS2 { get; init; } = 2;

    /// <summary>Largest speed a new track is allowed, m/s.</summary>
    public double MaximumSpeedMPerS { get; init; } = 1200;

    /// <summary>Height assumed for plots that measure none, metres above the ellipsoid.</summary>
    public double AssumedHeightM { get; init; } = 6000;

    /// <summary>Standard deviation of the assumed height, metres.</summary>
    public double AssumedHeightSigmaM { get; init; } = 4000;
}
