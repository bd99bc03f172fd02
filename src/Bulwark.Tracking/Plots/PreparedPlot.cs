using Bulwark.Core.Earth;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Plots;

/// <summary>A plot found usable, with what gating needs of it worked out once.</summary>
/// <param name="Plot">The plot.</param>
/// <param name="Vertical">What fixes its vertical.</param>
/// <param name="Position">Where it is, with the assumed height when it measures none.</param>
/// <param name="PositionVarianceM2">Bound of the variance of <paramref name="Position"/> in any direction, m².</param>
/// <param name="IsCentred">
/// Whether the measurement equation may be linearised at the plot's own position: its three values are so accurate that their surfaces
/// are flat over their own errors, and the place is not overhead (Bar-Shalom, Li and Kirubarajan 2001, section 10.4.3: range · azimuth variance / range sigma small).
/// </param>
/// <param name="Own">The linearisation at the plot's own position, when it is centred.</param>
internal readonly record struct PreparedPlot(
    Plot Plot, VerticalMeasure Vertical, EcefVector Position, double PositionVarianceM2, bool IsCentred, Linearization Own)
{
    // Fields, because the two are large and parts of them are read often: a property's value would be copied first.
    public readonly Plot Plot = Plot;
    public readonly Linearization Own = Own;

    /// <summary>The linearisation at the plot's own position, its residuals as seen from another one.</summary>
    public void SeenFrom(EcefVector position, out Linearization result)
    {
        result = Own;
        var apart = Position - position;
        for (var k = 0; k < 3; k++) result.Residual[k] += result.Gradient[k].Dot(apart);
    }

    /// <summary>The measured elevation or height; not-a-number for neither.</summary>
    public double Third => Vertical switch
    {
        VerticalMeasure.Elevation => Plot.ElevationRad,
        VerticalMeasure.Height => Plot.HeightM,
        _ => double.NaN,
    };

    /// <summary>Standard deviation of <see cref="Third"/>.</summary>
    public double ThirdSigma => Vertical == VerticalMeasure.Elevation ? Plot.ElevationSigmaRad : Plot.HeightSigmaM;
}
