using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Clutter;

/// <summary>The density that the settings state, everywhere and always. Immutable.</summary>
internal sealed class StatedClutter : IClutterDensity
{
    /// <summary>The one there is.</summary>
    public static StatedClutter Instance { get; } = new();

    /// <inheritdoc/>
    public double LogExcess(in PreparedPlot plot) => 0;

    /// <inheritdoc/>
    public void Learn(in PreparedPlot plot, double falseProbability)
    {
    }

    /// <inheritdoc/>
    public IClutterDensity Copy() => this;
}
