using System.Globalization;

namespace Bulwark.Studies.Plotting.Raster;

/// <summary>
/// Outlines of characters, from the embedded table (its licence lies beside it): for each style and code the width to advance and a path
/// of moves, lines and quadratic curves in units of 1/2048 of the size, y upwards.
/// </summary>
internal static class GlyphSet
{
    private const double UnitsPerSize = 2048;

    // A character that is not in the table is drawn as a question mark, never left out.
    private const int Unknown = '?';

    private static readonly Lazy<Dictionary<(bool Bold, int Code), Glyph>> Glyphs = new(Read, LazyThreadSafetyMode.ExecutionAndPublication);

    private readonly record struct Glyph(double Advance, double[] Path);

    /// <summary>Width of a text in the unit of the size.</summary>
    public static double Width(string text, double size, bool bold)
    {
        var width = 0.0;
        foreach (var character in text) width += Find(bold, character).Advance;
        return width * size / UnitsPerSize;
    }

    /// <summary>Closed outlines of a text that begins at the origin, in the unit of the size, y downwards.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Size of the type.</param>
    /// <param name="bold">Whether it is bold.</param>
    /// <param name="pixels">Size in pixels, which decides into how many lines a curve is cut.</param>
    public static List<List<PlotPoint>> Outlines(string text, double size, bool bold, double pixels)
    {
        var outlines = new List<List<PlotPoint>>();
        var scale = size / UnitsPerSize;
        var pieces = Math.Clamp((int)(pixels / 5), 3, 12);
        var left = 0.0;
        foreach (var character in text)
        {
            var glyph = Find(bold, character);
            List<PlotPoint> outline = [];
            for (var at = 0; at < glyph.Path.Length; at += 5)
            {
                var kind = glyph.Path[at];
                var end = Place(glyph.Path[at + 3], glyph.Path[at + 4]);
                if (kind == 0)
                {
                    outline = [];
                    outlines.Add(outline);
                }

                if (kind == 2) Curve(outline, Place(glyph.Path[at + 1], glyph.Path[at + 2]), end, pieces);
                outline.Add(end);
            }

            left += glyph.Advance;

            PlotPoint Place(double x, double y) => new((left + x) * scale, -y * scale);
        }

        return outlines;
    }

    private static void Curve(List<PlotPoint> outline, PlotPoint control, PlotPoint end, int pieces)
    {
        var start = outline[^1];
        for (var piece = 1; piece < pieces; piece++)
        {
            var t = piece / (double)pieces;
            var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
            outline.Add(new PlotPoint((a * start.X) + (b * control.X) + (c * end.X), (a * start.Y) + (b * control.Y) + (c * end.Y)));
        }
    }

    private static Glyph Find(bool bold, int code)
    {
        if (Glyphs.Value.TryGetValue((bold, code), out var glyph) || Glyphs.Value.TryGetValue((false, code), out glyph)) return glyph;
        return Glyphs.Value[(bold, Unknown)];
    }

    private static Dictionary<(bool Bold, int Code), Glyph> Read()
    {
        var assembly = typeof(GlyphSet).Assembly;
        var resource = Array.Find(assembly.GetManifestResourceNames(), static name => name.EndsWith(".map-sans-glyphs.csv", StringComparison.Ordinal))!;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        reader.ReadLine();
        var glyphs = new Dictionary<(bool Bold, int Code), Glyph>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            glyphs.Add((fields[0] == "bold", Number(fields[1])), new Glyph(Number(fields[2]), Path(fields[3])));
        }

        return glyphs;
    }

    // Five numbers for each step: its kind (0 move, 1 line, 2 curve), the control point and the end.
    private static double[] Path(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var path = new List<double>();
        for (var at = 0; at < words.Length;)
        {
            var curve = words[at] == "Q";
            path.Add(words[at] == "M" ? 0 : curve ? 2 : 1);
            at++;
            for (var index = curve ? 0 : 2; index < 4; index++)
            {
                if (!curve && index == 2) path.AddRange([0, 0]);
                path.Add(Number(words[at++]));
            }
        }

        return [.. path];
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
