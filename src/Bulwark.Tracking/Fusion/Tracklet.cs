using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Fusion;

/// <summary>
/// What a node's track has learned since it was last sent: the equivalent of one measurement whose error is independent of what went before, so
/// that it can be used like a plot elsewhere. In information form: the gain in information, and in information times state. Immutable.
/// Source: Drummond, "Tracklets and a hybrid fusion with process noise", Proc. SPIE 3163 (1997) 512-524; Frenkel, "Multisensor tracking of
/// ballistic targets", Proc. SPIE 2561 (1995) 337-346 (inverse Kalman filter).
/// </summary>
/// <remarks>Process noise between the two times makes it slightly too certain; send tracks often enough that it stays below the plots' own errors.</remarks>
public readonly struct Tracklet
{
    private const int Size = 6;
    private readonly Covariance6 _information;
    private readonly Covariance6 _state;

    private Tracklet(SimTime time, Covariance6 information, Covariance6 state) => (Time, _information, _state) = (time, information, state);

    /// <summary>The time it is about.</summary>
    public SimTime Time { get; }

    /// <summary>Makes the tracklet of a track.</summary>
    /// <param name="now">The track now.</param>
    /// <param name="predicted">The track as it was last sent, predicted to the same time.</param>
    /// <param name="tracklet">Receives the tracklet.</param>
    /// <returns>False when the times differ or nothing was learned.</returns>
    public static bool TryMake(in KinematicEstimate now, in KinematicEstimate predicted, out Tracklet tracklet)
    {
        tracklet = default;
        if (now.Time != predicted.Time) return false;
        Span<double> after = stackalloc double[Size * Size];
        Span<double> before = stackalloc double[Size * Size];
        if (!Information.TryInvert(now.Elements, after, Size) || !Information.TryInvert(predicted.Elements, before, Size)) return false;

        // State relative to the predicted one: the gain is then after · (now - predicted), in small numbers.
        var moved = now.Position - predicted.Position;
        var faster = now.Velocity - predicted.Velocity;
        ReadOnlySpan<double> difference = [moved.X, moved.Y, moved.Z, faster.X, faster.Y, faster.Z];
        var information = default(Covariance6);
        var state = default(Covariance6);
        Span<double> gain = information;
        Span<double> weighted = state;
        SmallMatrix.Multiply(after, difference, weighted[..Size], Size, Size, 1);
        var learned = 0.0;
        for (var k = 0; k < Size * Size; k++) gain[k] = after[k] - before[k];
        for (var k = 0; k < Size; k++) learned += gain[7 * k];
        if (!(learned > 0)) return false;

        // The reference goes along: position and velocity of the prediction.
        (weighted[6], weighted[7], weighted[8]) = (predicted.Position.X, predicted.Position.Y, predicted.Position.Z);
        (weighted[9], weighted[10], weighted[11]) = (predicted.Velocity.X, predicted.Velocity.Y, predicted.Velocity.Z);
        tracklet = new Tracklet(now.Time, information, state);
        return true;
    }

    /// <summary>Corrects another node's estimate of the same target and time by it, in place.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <returns>False when the times differ or the numbers do not allow it; the estimate is then unchanged.</returns>
    public bool TryApply(ref KinematicEstimate estimate)
    {
        if (estimate.Time != Time) return false;
        ReadOnlySpan<double> gain = _information;
        ReadOnlySpan<double> weighted = _state;
        Span<double> information = stackalloc double[Size * Size];
        if (!Information.TryInvert(estimate.Elements, information, Size)) return false;
        for (var k = 0; k < Size * Size; k++) information[k] += gain[k];
        Span<double> covariance = stackalloc double[Size * Size];
        if (!Information.TryInvert(information, covariance, Size)) return false;

        // z - Y (x - reference), the innovation in information form.
        var apart = estimate.Position - new EcefVector(weighted[6], weighted[7], weighted[8]);
        var faster = estimate.Velocity - new EcefVector(weighted[9], weighted[10], weighted[11]);
        ReadOnlySpan<double> difference = [apart.X, apart.Y, apart.Z, faster.X, faster.Y, faster.Z];
        Span<double> innovation = stackalloc double[Size];
        SmallMatrix.Multiply(gain, difference, innovation, Size, Size, 1);
        for (var k = 0; k < Size; k++) innovation[k] = weighted[k] - innovation[k];
        Span<double> step = stackalloc double[Size];
        SmallMatrix.Multiply(covariance, innovation, step, Size, Size, 1);
        estimate.Position += new EcefVector(step[0], step[1], step[2]);
        estimate.Velocity += new EcefVector(step[3], step[4], step[5]);
        covariance.CopyTo(estimate.Matrix);
        return true;
    }
}
