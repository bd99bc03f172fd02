namespace Bulwark.Tracking.Identification;

/// <summary>How hard targets of one class manoeuvre. Immutable.</summary>
/// <param name="AccelerationSigmaMPerS2">Standard deviation of horizontal acceleration over all of a flight, m/s², positive: the noise of a filter with one motion model.</param>
/// <param name="VerticalAccelerationSigmaMPerS2">The same in the vertical, m/s², positive.</param>
/// <param name="LargestAccelerationMPerS2">Largest acceleration of the path, m/s², positive: no model of a set of several is noisier.</param>
/// <param name="LargestTurnRateRadPerS">Largest rate of turn, rad/s, positive: faster turns of a set are hardly believed in.</param>
public sealed record ClassManoeuvre(
    double AccelerationSigmaMPerS2, double VerticalAccelerationSigmaMPerS2, double LargestAccelerationMPerS2, double LargestTurnRateRadPerS)
{
    /// <summary>
    /// The standard deviation of an acceleration that is none for a share of the time, the largest to either side for another, and anything
    /// between for the rest: σ² = a²/3 · (1 + 4 P_max - P_0).
    /// Source: Singer, "Estimating optimal tracking filter performance for manned maneuvering targets", IEEE Trans. AES-6 (1970) 473-483,
    /// equation 2.
    /// </summary>
    /// <param name="largestMPerS2">Largest acceleration, m/s², 0 or more.</param>
    /// <param name="straightShare">P_0: share of the time without any, 0 to 1.</param>
    /// <param name="hardestShare">P_max: share of the time with the largest to one side, 0 or more; with twice this, P_0 is at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static double SigmaMPerS2(double largestMPerS2, double straightShare, double hardestShare)
    {
        if (!(largestMPerS2 >= 0 && double.IsFinite(largestMPerS2))) throw new ArgumentOutOfRangeException(nameof(largestMPerS2), largestMPerS2, "Expected 0 m/s² or more.");
        if (!(straightShare is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(straightShare), straightShare, "Expected 0 to 1.");
        if (!(hardestShare >= 0 && straightShare + (2 * hardestShare) <= 1)) throw new ArgumentOutOfRangeException(nameof(hardestShare), hardestShare, "Expected 0 or more, and with twice this P_0 at most 1.");
        return largestMPerS2 * Math.Sqrt((1 + (4 * hardestShare) - straightShare) / 3);
    }

    internal static ClassManoeuvre Of(TrackClass kind)
    {
        ref readonly var row = ref ClassTable.Rows[(int)kind];
        var sigma = SigmaMPerS2(row.AccelerationHighMPerS2, row.StraightShare, row.HardestTurnShare);
        return new ClassManoeuvre(sigma, row.VerticalAccelerationSigmaMPerS2, row.AccelerationHighMPerS2, row.TurnRateHighRadPerS);
    }
}
