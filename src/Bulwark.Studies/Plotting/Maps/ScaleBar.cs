namespace Bulwark.Studies.Plotting.Maps;

/// <summary>Draws a bar of a round length in the lower right corner of a map, on a light ground that labels keep clear of.</summary>
internal static class ScaleBar
{
    private const double WantedPixels = 110;
    private const double Margin = 12;

    /// <summary>Keeps the corner free of labels; call before labels are drawn.</summary>
    public static void Reserve(MapFrame map) => map.Labels.Reserve(Ground(map));

    /// <summary>Draws the bar; call after everything that could cover it.</summary>
    public static void Draw(MapFrame map)
    {
        var lengthM = LengthM(map);
        var length = lengthM / map.MetresPerPixel;
        var ground = Ground(map);
        map.Canvas.Rectangle(ground, SvgStyle.Area(Palette.Paper, 0.88));
        var (left, y) = (ground.Left + Margin, ground.Bottom - 9);
        for (var half = 0; half < 2; half++)
        {
            var part = new PlotBox(left + (half * length / 2), y - 4, length / 2, 4);
            map.Canvas.Rectangle(part, SvgStyle.Line(Palette.Ink) with { Fill = half == 0 ? Palette.Ink : Palette.Paper });
        }

        map.Canvas.Text(new PlotPoint(left + (length / 2), y - 8), $"{lengthM / 1000:0.##} km", new TextStyle { Size = 11, Anchor = TextAnchor.Middle });
    }

    private static double LengthM(MapFrame map)
    {
        var most = WantedPixels * map.MetresPerPixel;
        var step = NiceTicks.Step(most);
        return step > most ? NiceTicks.Step(most / 2.5) : step;
    }

    private static PlotBox Ground(MapFrame map)
    {
        var width = (LengthM(map) / map.MetresPerPixel) + (2 * Margin);
        return new PlotBox(map.Box.Right - width - 6, map.Box.Bottom - 38, width, 32);
    }
}
