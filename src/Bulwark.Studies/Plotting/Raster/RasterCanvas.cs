namespace Bulwark.Studies.Plotting.Raster;

/// <summary>
/// Draws shapes, lines and text with smooth edges on a white picture. Coordinates are points from the upper left corner, y downwards;
/// a point is a number of pixels chosen at the start, so the same drawing comes out at any density. Mutable.
/// </summary>
internal sealed class RasterCanvas
{
    private const double PixelsPerCorner = 0.35;

    private readonly AreaBuffer _area;
    private readonly List<PlotPoint> _outline = [];
    private (int Left, int Top, int Right, int Bottom) _clip;

    public RasterCanvas(double width, double height, double pixelsPerPoint)
    {
        PixelsPerPoint = pixelsPerPoint;
        Image = new RasterImage((int)Math.Round(width * pixelsPerPoint), (int)Math.Round(height * pixelsPerPoint));
        Image.Rgba.AsSpan().Fill(255);
        _area = new AreaBuffer(Image.Width, Image.Height);
        ClipTo(null);
    }

    public double PixelsPerPoint { get; }

    public RasterImage Image { get; }

    /// <summary>Keeps what is drawn from now on inside a box; null for the whole picture.</summary>
    public void ClipTo(PlotBox? box)
    {
        _clip = box is { } inside
            ? (Pixel(inside.Left), Pixel(inside.Top), Pixel(inside.Right), Pixel(inside.Bottom))
            : (0, 0, Image.Width, Image.Height);

        int Pixel(double points) => (int)Math.Round(points * PixelsPerPoint);
    }

    /// <summary>Fills the area inside closed outlines; those that run the other way cut holes.</summary>
    public void Fill(IEnumerable<IReadOnlyList<PlotPoint>> outlines, Rgb colour)
    {
        foreach (var outline in outlines) AddOutline(outline);
        Paint(colour);
    }

    /// <summary>Fills a box.</summary>
    public void Fill(PlotBox box, Rgb colour) => Fill([Corners(box)], colour);

    /// <summary>Draws the edge of a box.</summary>
    public void Frame(PlotBox box, double width, Rgb colour)
    {
        var corners = Corners(box);
        Line([.. corners, corners[0]], width, colour);
    }

    /// <summary>Fills a disc.</summary>
    public void Disc(PlotPoint centre, double radius, Rgb colour)
    {
        AddDisc(centre.X * PixelsPerPoint, centre.Y * PixelsPerPoint, radius * PixelsPerPoint);
        Paint(colour);
    }

    /// <summary>Draws a line with round joints.</summary>
    /// <param name="points">Its corners.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="colour">Colour.</param>
    /// <param name="dash">Lengths of dash and gap in points; null for a whole line.</param>
    public void Line(IReadOnlyList<PlotPoint> points, double width, Rgb colour, (double On, double Off)? dash = null)
    {
        if (dash is { } pattern)
        {
            foreach (var part in Dashes.Of(points, pattern.On, pattern.Off)) AddLine(part, width);
        }
        else
        {
            AddLine(points, width);
        }

        Paint(colour);
    }

    /// <summary>Sets a pixel of the picture, mixed with what is there; outside the clip nothing happens.</summary>
    public void Blend(int x, int y, Rgb colour, double share = 1)
    {
        if (x < _clip.Left || y < _clip.Top || x >= _clip.Right || y >= _clip.Bottom) return;
        var weight = share * colour.Opacity;
        var pixel = Image.Rgba.AsSpan(4 * ((y * Image.Width) + x), 3);
        pixel[0] = Mix(pixel[0], colour.Red, weight);
        pixel[1] = Mix(pixel[1], colour.Green, weight);
        pixel[2] = Mix(pixel[2], colour.Blue, weight);
    }

    /// <summary>Writes a text.</summary>
    /// <param name="at">Start, middle or end of its base line, by the style's anchor.</param>
    /// <param name="text">The text.</param>
    /// <param name="style">Size, colour, weight, anchor, halo.</param>
    /// <param name="upwards">Whether it runs from bottom to top.</param>
    public void Text(PlotPoint at, string text, TextStyle style, bool upwards = false)
    {
        var shift = style.Anchor switch
        {
            TextAnchor.Middle => -GlyphSet.Width(text, style.Size, style.Bold) / 2,
            TextAnchor.End => -GlyphSet.Width(text, style.Size, style.Bold),
            _ => 0,
        };
        var outlines = GlyphSet.Outlines(text, style.Size, style.Bold, style.Size * PixelsPerPoint);
        var placed = outlines.ConvertAll(outline => outline.ConvertAll(point => upwards
            ? new PlotPoint(at.X + point.Y, at.Y - shift - point.X)
            : new PlotPoint(at.X + shift + point.X, at.Y + point.Y)));
        if (style.Halo)
        {
            foreach (var outline in placed) AddLine([.. outline, outline[0]], 0.28 * style.Size);
            Paint(Rgb.Of(Palette.Paper, 0.85));
        }

        Fill(placed, Rgb.Of(style.Colour));
    }

    private static byte Mix(byte from, byte to, double weight) => (byte)Math.Clamp(from + (weight * (to - from)) + 0.5, 0, 255);

    private static PlotPoint[] Corners(PlotBox box) => [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)];

    private void AddOutline(IReadOnlyList<PlotPoint> outline)
    {
        _outline.Clear();
        foreach (var point in outline) _outline.Add(new PlotPoint(point.X * PixelsPerPoint, point.Y * PixelsPerPoint));
        _area.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_outline));
    }

    // Every segment is a box and every joint a disc, all running the same way round.
    private void AddLine(IReadOnlyList<PlotPoint> points, double width)
    {
        var half = width * PixelsPerPoint / 2;
        for (var index = 0; index < points.Count; index++)
        {
            var (x, y) = (points[index].X * PixelsPerPoint, points[index].Y * PixelsPerPoint);
            if (index > 0 && half > 0.4) AddDisc(x, y, half);
            if (index + 1 == points.Count) break;
            var (nextX, nextY) = (points[index + 1].X * PixelsPerPoint, points[index + 1].Y * PixelsPerPoint);
            var length = double.Hypot(nextX - x, nextY - y);
            if (length == 0) continue;
            var (acrossX, acrossY) = (-(nextY - y) / length * half, (nextX - x) / length * half);
            _area.Add([new(x - acrossX, y - acrossY), new(nextX - acrossX, nextY - acrossY), new(nextX + acrossX, nextY + acrossY), new(x + acrossX, y + acrossY)]);
        }
    }

    private void AddDisc(double x, double y, double radius)
    {
        var corners = Math.Clamp((int)Math.Ceiling(Math.PI / Math.Acos(Math.Max(0, 1 - (PixelsPerCorner / Math.Max(radius, 1))))) * 2, 8, 96);
        Span<PlotPoint> ring = stackalloc PlotPoint[corners];
        for (var index = 0; index < corners; index++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * index / corners);
            ring[index] = new PlotPoint(x + (radius * cosine), y + (radius * sine));
        }

        _area.Add(ring);
    }

    private void Paint(Rgb colour) => _area.Flush((x, y, share) => Blend(x, y, colour, share));
}
