using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Plots;

/// <summary>A plot found usable, with what gating needs of it worked out once.</summary>
/// <param name="Plot">The plot.</param>
/// <param name="Vertical">What fixes its vertical.</param>
/// <param name="Position">Where it is, with the assumed height when it measures none.</param>
/// <param name="PositionVarianceM2">Bound of the variance of <paramref name="Position"/> in any direction, m².</param>
internal readonly record struct PreparedPlot(Plot Plot, VerticalMeasure Vertical, EcefVector Position, double PositionVarianceM2)
{
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
