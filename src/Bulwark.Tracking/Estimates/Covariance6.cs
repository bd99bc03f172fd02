using System.Runtime.CompilerServices;

namespace Bulwark.Tracking.Estimates;

/// <summary>
/// A symmetric 6 × 6 covariance of Earth-fixed position and velocity, row by row (m², m²/s, m²/s²). It lies inside its owner, so that
/// copying a table of tracks copies its covariances. Converts to a span of 36 elements.
/// </summary>
[InlineArray(36)]
public struct Covariance6
{
    private double _element0;

    /// <summary>One element.</summary>
    /// <param name="row">0 to 2 position x, y, z; 3 to 5 velocity.</param>
    /// <param name="column">As row.</param>
    /// <exception cref="IndexOutOfRangeException">Row and column name no element.</exception>
    public readonly double At(int row, int column) => this[(6 * row) + column];
}
