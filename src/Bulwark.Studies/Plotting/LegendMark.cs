namespace Bulwark.Studies.Plotting;

/// <summary>The sign in front of a legend's text.</summary>
internal enum LegendMark
{
    Line,
    Area,
    Dot,
    Ring,
    Cross,
    Triangle,
    Diamond,
    Square,
}
