using System.Diagnostics.CodeAnalysis;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Estimates;

/// <summary>A Gaussian belief about where something is and how it moves, in Earth-fixed coordinates, at one time.</summary>
public struct KinematicEstimate
{
    /// <summary>The time the belief is about.</summary>
    public SimTime Time { readonly get; set; }

    /// <summary>Mean position, metres.</summary>
    public EcefVector Position { readonly get; set; }

    /// <summary>Mean velocity, m/s.</summary>
    public EcefVector Velocity { readonly get; set; }

    // Declared last: searches over many tracks read the mean only, and find it in the first lines of memory.
    internal Covariance6 Elements;

    /// <summary>Covariance of position and velocity (a copy).</summary>
    public Covariance6 Covariance { readonly get => Elements; set => Elements = value; }

    /// <summary>Root mean square position error by the covariance, metres; no single direction is more uncertain.</summary>
    public readonly double PositionSigmaM => Math.Sqrt(Elements[0] + Elements[7] + Elements[14]);

    /// <summary>Standard deviation of the height by the covariance, metres.</summary>
    public readonly double HeightSigmaM
    {
        get
        {
            var up = Position.Normalized();
            return Math.Sqrt(Math.Max(0, up.Dot(BlockTimes(0, 0, up))));
        }
    }

    /// <summary>The 36 elements of the covariance, to be changed in place.</summary>
    [UnscopedRef]
    internal Span<double> Matrix => Elements;

    /// <summary>Root mean square error of the velocity by the covariance, m/s.</summary>
    public readonly double VelocitySigmaMPerS => Math.Sqrt(Elements[21] + Elements[28] + Elements[35]);

    /// <summary>False when a variance is negative or not finite.</summary>
    internal readonly bool HasUsableVariances
    {
        get
        {
            var sum = 0.0;
            for (var k = 0; k < 36; k += 7)
            {
                if (!(Elements[k] >= 0)) return false;
                sum += Elements[k];
            }

            return double.IsFinite(sum);
        }
    }

    /// <summary>Takes the outer product of two six-vectors, each given by its position and velocity halves, from the covariance.</summary>
    internal void SubtractOuter(EcefVector leftPosition, EcefVector leftVelocity, EcefVector rightPosition, EcefVector rightVelocity)
    {
        Span<double> p = Elements;
        SubtractRow(p[..6], leftPosition.X, rightPosition, rightVelocity);
        SubtractRow(p[6..12], leftPosition.Y, rightPosition, rightVelocity);
        SubtractRow(p[12..18], leftPosition.Z, rightPosition, rightVelocity);
        SubtractRow(p[18..24], leftVelocity.X, rightPosition, rightVelocity);
        SubtractRow(p[24..30], leftVelocity.Y, rightPosition, rightVelocity);
        SubtractRow(p[30..36], leftVelocity.Z, rightPosition, rightVelocity);
    }

    private static void SubtractRow(Span<double> row, double factor, EcefVector position, EcefVector velocity)
    {
        row[5] -= factor * velocity.Z;
        row[4] -= factor * velocity.Y;
        row[3] -= factor * velocity.X;
        row[2] -= factor * position.Z;
        row[1] -= factor * position.Y;
        row[0] -= factor * position.X;
    }

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
