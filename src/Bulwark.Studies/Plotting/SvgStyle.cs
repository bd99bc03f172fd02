namespace Bulwark.Studies.Plotting;

/// <summary>How a shape is painted.</summary>
internal readonly record struct SvgStyle()
{
    public string Fill { get; init; } = "none";

    public string Stroke { get; init; } = "none";

    public double Width { get; init; } = 1;

    /// <summary>Lengths of dashes and gaps, or null for an unbroken line.</summary>
    public string? Dash { get; init; }

    public double Opacity { get; init; } = 1;

    public static SvgStyle Line(string stroke, double width = 1, string? dash = null, double opacity = 1) =>
        new() { Stroke = stroke, Width = width, Dash = dash, Opacity = opacity };

    public static SvgStyle Area(string fill, double opacity = 1) => new() { Fill = fill, Opacity = opacity };
}
