using System.Diagnostics.CodeAnalysis;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Estimates;

/// <summary>A Gaussian belief about where something is and how it moves, in Earth-fixed coordinates, at one time.</summary>
public struct KinematicEstimate
{
    internal Covariance6 Elements;

    /// <summary>The time the belief is about.</summary>
    public SimTime Time { readonly get; set; }

    /// <summary>Mean position, metres.</summary>
    public EcefVector Position { readonly get; set; }

    /// <summary>Mean velocity, m/s.</summary>
    public EcefVector Velocity { readonly get; set; }

    /// <summary>Covariance of position and velocity (a copy).</summary>
    public Covariance6 Covariance { readonly get => Elements; set => Elements = value; }

    /// <summary>Root mean square position error by the covariance, metres.</summary>
    public readonly double PositionSigmaM => Math.Sqrt(PositionVarianceM2);

    /// <summary>The 36 elements of the covariance, to be changed in place.</summary>
    [UnscopedRef]
    internal Span<double> Matrix => Elements;

    /// <summary>Sum of the position variances, m²: no direction is more uncertain than its root.</summary>
    internal readonly double PositionVarianceM2 => Elements[0] + Elements[7] + Elements[14];

    /// <summary>The 3 × 3 block of the covariance, times a vector.</summary>
    /// <param name="row">First row of the block: 0 position, 3 velocity.</param>
    /// <param name="column">First column of the block.</param>
    /// <param name="value">The vector.</param>
    internal readonly EcefVector BlockTimes(int row, int column, EcefVector value)
    {
        ReadOnlySpan<double> p = Elements;
        var at = (6 * row) + column;
        return new EcefVector(
            (p[at] * value.X) + (p[at + 1] * value.Y) + (p[at + 2] * value.Z),
            (p[at + 6] * value.X) + (p[at + 7] * value.Y) + (p[at + 8] * value.Z),
            (p[at + 12] * value.X) + (p[at + 13] * value.Y) + (p[at + 14] * value.Z));
    }
}
