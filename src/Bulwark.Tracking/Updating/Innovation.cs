using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Updating;

/// <summary>The innovation of a measurement: its covariance, inverted, and how far out the residual lies.</summary>
internal struct Innovation
{
    /// <summary>P·Hᵀ, upper half (position), one vector per measured value.</summary>
    public Linearization.Gradients PositionGain;

    /// <summary>P·Hᵀ, lower half (velocity), one vector per measured value.</summary>
    public Linearization.Gradients VelocityGain;

    /// <summary>Normalised innovation squared: chi-square distributed when model and measurement agree.</summary>
    public double DistanceSquared;

    /// <summary>ln(|S| / |R|): how much the estimate's own uncertainty widens that of the measurement.</summary>
    public double LogVolume;

    /// <summary>Works out the innovation.</summary>
    /// <param name="linearization">The measurement.</param>
    /// <param name="estimate">The estimate it was linearised about.</param>
    /// <param name="inverse">Receives the inverse of S, 3 × 3 (the unused parts zero).</param>
    /// <returns>False when S is not usable.</returns>
    public bool TryCompute(ref readonly Linearization linearization, ref readonly KinematicEstimate estimate, Span<double> inverse)
    {
        var lagS = linearization.LagS;
        Span<double> s = [0, 0, 0, 0, 0, 0, 0, 0, 1];
        var dimension = linearization.Dimension;
        var noise = 1.0;
        for (var k = 0; k < dimension; k++)
        {
            var gradient = linearization.Gradient[k];
            var position = estimate.BlockTimes(0, 0, gradient);
            var velocity = estimate.BlockTimes(3, 0, gradient);
            if (lagS != 0)
            {
                position += estimate.BlockTimes(0, 3, gradient) * lagS;
                velocity += estimate.BlockTimes(3, 3, gradient) * lagS;
            }

            PositionGain[k] = position;
            VelocityGain[k] = velocity;
            var seen = position + (velocity * lagS);
            for (var j = 0; j <= k; j++) s[(3 * j) + k] = linearization.Gradient[j].Dot(seen);
            s[(3 * k) + k] += linearization.Noise[k];
            noise *= linearization.Noise[k];
        }

        if (!SmallMatrix.TryInvertSymmetric3(s, inverse, out var determinant) || !(determinant > 0)) return false;
        LogVolume = Math.Log(determinant / noise);
        DistanceSquared = 0;
        for (var row = 0; row < dimension; row++)
        {
            for (var column = 0; column < dimension; column++)
            {
                DistanceSquared += linearization.Residual[row] * inverse[(3 * row) + column] * linearization.Residual[column];
            }
        }

        return DistanceSquared >= 0;
    }
}
