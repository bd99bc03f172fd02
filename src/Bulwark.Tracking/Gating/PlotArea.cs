using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Gating;

/// <summary>What bounds the plots of a sensor in one call: a ball, and a slab along the line of sight, which fits a sector far better.</summary>
/// <param name="Centre">Middle of the ball.</param>
/// <param name="RadiusM">Its radius, the plots' own errors included, metres.</param>
/// <param name="Across">Unit vector across the slab.</param>
/// <param name="HalfWidthM">Half the width of the slab, errors included, metres.</param>
/// <param name="LargestPlotReachM">The largest error of a plot that a gate allows, metres.</param>
/// <param name="Middle">Middle of the plots' times.</param>
/// <param name="HalfSpanS">Half of the time they span, seconds.</param>
/// <param name="Noise">Their largest variances.</param>
internal readonly record struct PlotArea(
    EcefVector Centre, double RadiusM, EcefVector Across, double HalfWidthM, double LargestPlotReachM, SimTime Middle, double HalfSpanS, PlotNoise Noise)
{
    /// <summary>Bounds plots.</summary>
    /// <param name="plots">The plots, at least one.</param>
    /// <param name="antenna">Where their sensor stands.</param>
    /// <param name="threshold">Squared distance that the gate allows, in standard deviations.</param>
    public static PlotArea Of(ReadOnlySpan<PreparedPlot> plots, EcefVector antenna, double threshold)
    {
        var sum = EcefVector.Zero;
        var (earliest, latest, largestVariance) = (SimTime.Never, new SimTime(long.MinValue), 0.0);
        var noise = default(PlotNoise);
        foreach (ref readonly var plot in plots)
        {
            sum += plot.Position;
            earliest = SimTime.Min(earliest, plot.Plot.Time);
            latest = SimTime.Max(latest, plot.Plot.Time);
            largestVariance = Math.Max(largestVariance, plot.PositionVarianceM2);
            if (plot.IsCentred) noise.Add(in plot);
        }

        var centre = sum / plots.Length;
        var across = (centre - antenna).Cross(antenna);
        across = across.LengthSquared > 1 ? across.Normalized() : new EcefVector(1, 0, 0);
        var (squared, width) = (0.0, 0.0);
        foreach (ref readonly var plot in plots)
        {
            var apart = plot.Position - centre;
            squared = Math.Max(squared, apart.LengthSquared);
            width = Math.Max(width, Math.Abs(apart.Dot(across)));
        }

        var plotReachM = Math.Sqrt(threshold * largestVariance);
        var middle = new SimTime((earliest.Nanoseconds / 2) + (latest.Nanoseconds / 2));
        return new PlotArea(centre, Math.Sqrt(squared) + plotReachM, across, width + plotReachM, plotReachM, middle, (latest - middle).TotalS, noise);
    }

    /// <summary>Whether something that may be so far from a place may be met by one of the plots.</summary>
    public bool MayMeet(EcefVector place, double reachM)
    {
        var apart = place - Centre;
        var limit = reachM + RadiusM;
        return apart.LengthSquared <= limit * limit && Math.Abs(apart.Dot(Across)) <= reachM + HalfWidthM;
    }
}
