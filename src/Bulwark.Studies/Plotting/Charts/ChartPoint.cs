namespace Bulwark.Studies.Plotting.Charts;

/// <summary>A point of a line with the band it lies in.</summary>
internal readonly record struct ChartPoint(double X, double Y, double Low, double High);
