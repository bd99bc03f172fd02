using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Gating;

/// <summary>Largest variances of some plots along the line of sight, across it, and above it.</summary>
internal struct PlotNoise
{
    /// <summary>Of range, m².</summary>
    public double RangeM2;

    /// <summary>Of azimuth, rad².</summary>
    public double AzimuthRad2;

    /// <summary>Of elevation, rad².</summary>
    public double ElevationRad2;

    /// <summary>Above the line of sight, of plots with a height, m².</summary>
    public double AboveM2;

    /// <summary>Takes in a centred plot.</summary>
    public void Add(in PreparedPlot plot)
    {
        var (range, third) = (plot.Own.Noise[0], plot.Own.Noise[2]);
        AzimuthRad2 = Math.Max(AzimuthRad2, plot.Own.Noise[1]);
        if (plot.Vertical == VerticalMeasure.Elevation)
        {
            RangeM2 = Math.Max(RangeM2, range);
            ElevationRad2 = Math.Max(ElevationRad2, third);
            return;
        }

        // Above the line: (height - sin range) / cos. It goes with range by the correlation c; no direction exceeds 1 + |c| times the two.
        var sine = plot.Own.Gradient[0].Dot(plot.Own.Gradient[2]);
        var tilted = sine * sine * range;
        var factor = 1 + Math.Sqrt(tilted / (third + tilted));
        RangeM2 = Math.Max(RangeM2, factor * range);
        AboveM2 = Math.Max(AboveM2, factor * (third + tilted) / (1 - (sine * sine)));
    }
}
