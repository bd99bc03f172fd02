namespace Bulwark.Studies.Plotting;

/// <summary>Draws the signs that stand for single happenings.</summary>
internal static class Marks
{
    public static void Draw(SvgCanvas canvas, LegendMark mark, PlotPoint at, double radius, SvgStyle style, string? tip = null)
    {
        switch (mark)
        {
            case LegendMark.Dot or LegendMark.Ring:
                canvas.Circle(at, radius, style, tip);
                break;
            case LegendMark.Square or LegendMark.Area:
                canvas.Rectangle(new PlotBox(at.X - radius, at.Y - radius, 2 * radius, 2 * radius), style, tip);
                break;
            case LegendMark.Diamond:
                canvas.Polygon([new(at.X, at.Y - radius), new(at.X + radius, at.Y), new(at.X, at.Y + radius), new(at.X - radius, at.Y)], style, tip);
                break;
            case LegendMark.Triangle:
                canvas.Polygon([new(at.X, at.Y - radius), new(at.X + radius, at.Y + (0.8 * radius)), new(at.X - radius, at.Y + (0.8 * radius))], style, tip);
                break;
            case LegendMark.Cross:
                var path = new PathText();
                path.Polyline([new(at.X - radius, at.Y - radius), new(at.X + radius, at.Y + radius)]);
                path.Polyline([new(at.X - radius, at.Y + radius), new(at.X + radius, at.Y - radius)]);
                canvas.Path(path.ToString(), style, tip);
                break;
            default:
                canvas.Line(new PlotPoint(at.X - (2 * radius), at.Y), new PlotPoint(at.X + (2 * radius), at.Y), style);
                break;
        }
    }
}
