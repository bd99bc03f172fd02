using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Recordings.Traffic;

/// <summary>How simulated radars err. Immutable.</summary>
/// <param name="Accuracy">Standard deviations of what is measured, and what the tracker is told of them.</param>
/// <param name="DetectionProbability">Chance of a plot, 0 to 1.</param>
/// <param name="FalsePlotsPerTurn">Mean number of false plots of each radar in a turn.</param>
internal sealed record TrafficNoise(RadarAccuracy Accuracy, double DetectionProbability, double FalsePlotsPerTurn)
{
    /// <summary>Error of a reported height besides its steps: a third of what is allowed for it, metres. The allowance also covers the atmosphere, which truth and plot share here.</summary>
    public double HeightNoiseM => Accuracy.HeightSigmaM / 3;
}
