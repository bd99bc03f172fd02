namespace Bulwark.Studies.Plotting.Charts;

/// <summary>A line of a chart. Immutable.</summary>
/// <param name="Label">What the legend calls it.</param>
/// <param name="Points">Its points from left to right.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="IsReference">Whether it is drawn dashed and without band or dots, as something to compare with.</param>
/// <param name="IsEnvelope">Whether only the ends of its intervals are drawn, dashed, around another line.</param>
internal sealed record ChartLine(string Label, IReadOnlyList<ChartPoint> Points, string Colour, bool IsReference = false, bool IsEnvelope = false);
