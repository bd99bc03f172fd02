namespace Bulwark.Studies.Plotting;

/// <summary>A point of a drawing in pixels: x to the right, y down.</summary>
internal readonly record struct PlotPoint(double X, double Y);
