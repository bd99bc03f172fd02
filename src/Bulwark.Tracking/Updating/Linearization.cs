using System.Runtime.CompilerServices;
using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Updating;

/// <summary>A measurement seen from an estimate: residuals, how they change with position, and their noise.</summary>
internal struct Linearization
{
    /// <summary>Number of measured values, 2 or 3.</summary>
    public int Dimension;

    /// <summary>Seconds from the estimate to the measurement; zero or negative (a late plot).</summary>
    public double LagS;

    /// <summary>Measured minus expected: range (m), azimuth (rad, -pi to pi), elevation (rad) or height (m).</summary>
    public Values Residual;

    /// <summary>Variances of the measured values.</summary>
    public Values Noise;

    /// <summary>Gradients of the measured values with respect to position.</summary>
    public Gradients Gradient;

    /// <summary>Up to three numbers.</summary>
    [InlineArray(3)]
    public struct Values
    {
        private double _element0;
    }

    /// <summary>Up to three vectors.</summary>
    [InlineArray(3)]
    public struct Gradients
    {
        private EcefVector _element0;
    }
}
