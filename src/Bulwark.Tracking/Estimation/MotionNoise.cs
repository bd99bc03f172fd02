using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Estimation;

/// <summary>Noise that differs along the Earth and up and down, and the local vertical of a state.</summary>
internal static class MotionNoise
{
    /// <summary>The ellipsoid's normal to better than 1e-5 rad near the Earth, without the iteration for latitude.</summary>
    public static EcefVector Up(ReadOnlySpan<double> state) =>
        new EcefVector(state[0], state[1], state[2] / (1 - Wgs84.EccentricitySquared)).Normalized();

    /// <summary>
    /// Adds D ⊗ G: for each pair of derivatives (position, velocity, acceleration) the 3 × 3 matrix D = h (I - uuᵀ) + v uuᵀ times the pair's factor.
    /// </summary>
    /// <param name="covariance">Added to.</param>
    /// <param name="size">Components of the state.</param>
    /// <param name="up">The local vertical u.</param>
    /// <param name="horizontal">h.</param>
    /// <param name="vertical">v.</param>
    /// <param name="factors">G, square and symmetric.</param>
    /// <param name="orders">Rows of G: 2 or 3.</param>
    public static void Add(Span<double> covariance, int size, EcefVector up, double horizontal, double vertical, ReadOnlySpan<double> factors, int orders)
    {
        ReadOnlySpan<double> u = [up.X, up.Y, up.Z];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var density = ((vertical - horizontal) * u[row] * u[column]) + (row == column ? horizontal : 0);
                for (var i = 0; i < orders; i++)
                {
                    for (var j = 0; j < orders; j++) covariance[(((3 * i) + row) * size) + (3 * j) + column] += density * factors[(orders * i) + j];
                }
            }
        }
    }

    /// <summary>Adds the noise of white acceleration to position and velocity.</summary>
    public static void AddWhiteAcceleration(Span<double> covariance, int size, EcefVector up, double horizontal, double vertical, double seconds)
    {
        var (third, half) = (seconds * seconds * seconds / 3, seconds * seconds / 2);
        Add(covariance, size, up, horizontal, vertical, [third, half, half, seconds], 2);
    }

    /// <summary>Fills a square matrix with the identity.</summary>
    public static void Identity(Span<double> matrix, int size)
    {
        matrix[..(size * size)].Clear();
        for (var k = 0; k < size; k++) matrix[(size + 1) * k] = 1;
    }
}
