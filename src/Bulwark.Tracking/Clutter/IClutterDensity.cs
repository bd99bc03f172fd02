using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Clutter;

/// <summary>What is believed of the density of false plots of one sensor.</summary>
internal interface IClutterDensity
{
    /// <summary>ln of the density where a plot is, over the stated one.</summary>
    /// <param name="plot">The plot.</param>
    double LogExcess(in PreparedPlot plot);

    /// <summary>Takes in a plot once it has been given out.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="falseProbability">Probability that no known target gave it.</param>
    void Learn(in PreparedPlot plot, double falseProbability);

    /// <summary>The same belief, sharing nothing that changes.</summary>
    IClutterDensity Copy();
}
