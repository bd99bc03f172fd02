namespace Bulwark.Studies.Plotting.Charts;

/// <summary>A row of an interval chart. Immutable.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Marks">Values with their intervals, one for each kind of the legend.</param>
internal sealed record ChartBar(string Label, IReadOnlyList<ChartPoint> Marks);
