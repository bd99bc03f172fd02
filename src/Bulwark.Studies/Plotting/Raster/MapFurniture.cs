namespace Bulwark.Studies.Plotting.Raster;

/// <summary>Scale bar and north arrow in the lower right corner of a map, on a light ground.</summary>
internal static class MapFurniture
{
    private const double WantedWidth = 150;
    private const double Pad = 12;

    /// <summary>Keeps the corner free of labels.</summary>
    public static void Reserve(RasterMap map) => map.Labels.Reserve(Ground(map));

    /// <summary>Draws both.</summary>
    public static void Draw(RasterMap map)
    {
        var canvas = map.Canvas;
        var ground = Ground(map);
        var ink = Rgb.Of(Palette.Ink);
        canvas.Fill(ground, Rgb.Of(Palette.Paper, 0.86));
        canvas.Frame(ground, 0.6, Rgb.Of(Palette.Frame));
        var lengthM = LengthM(map);
        var width = lengthM / map.MetresPerPoint;
        var (left, bottom) = (ground.Left + Pad, ground.Bottom - 9);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var part = new PlotBox(left + (quarter * width / 4), bottom - 4, width / 4, 4);
            canvas.Fill(part, quarter % 2 == 0 ? ink : Rgb.Of(Palette.Paper));
            canvas.Frame(part, 0.7, ink);
        }

        var unit = lengthM >= 1000 ? "km" : "m";
        var shown = lengthM >= 1000 ? lengthM / 1000 : lengthM;
        var text = new TextStyle { Size = 10, Anchor = TextAnchor.Middle };
        canvas.Text(new PlotPoint(left, bottom - 8), "0", text);
        if (width > 70) canvas.Text(new PlotPoint(left + (width / 2), bottom - 8), Number(shown / 2), text);
        canvas.Text(new PlotPoint(left + width, bottom - 8), $"{Number(shown)} {unit}", text);

        var north = new PlotPoint(ground.Right - 16, ground.Top + 7);
        canvas.Fill([[north, new(north.X + 6, north.Y + 15), new(north.X, north.Y + 12)]], ink);
        canvas.Fill([[north, new(north.X - 6, north.Y + 15), new(north.X, north.Y + 12)]], Rgb.Of(Palette.Paper));
        canvas.Line([north, new(north.X - 6, north.Y + 15), new(north.X, north.Y + 12), north], 0.7, ink);
        canvas.Text(new PlotPoint(north.X, ground.Bottom - 5), "N", text with { Bold = true });
    }

    private static string Number(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static double LengthM(RasterMap map)
    {
        var most = WantedWidth * map.MetresPerPoint;
        var step = NiceTicks.Step(most);
        return step > most ? NiceTicks.Step(most / 2.5) : step;
    }

    private static PlotBox Ground(RasterMap map)
    {
        var width = (LengthM(map) / map.MetresPerPoint) + (2 * Pad) + 40;
        return new PlotBox(map.Box.Right - width - 8, map.Box.Bottom - 46, width, 38);
    }
}
