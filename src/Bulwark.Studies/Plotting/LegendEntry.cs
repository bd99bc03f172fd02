namespace Bulwark.Studies.Plotting;

/// <summary>One line of a legend.</summary>
internal readonly record struct LegendEntry(string Label, LegendMark Mark, SvgStyle Style);
