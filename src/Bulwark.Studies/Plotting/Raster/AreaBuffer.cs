namespace Bulwark.Studies.Plotting.Raster;

/// <summary>
/// How much of each pixel lies inside closed outlines: exact areas of straight edges, so that filled shapes have smooth edges at any
/// scale. Each edge adds its signed area to the pixels it crosses and its height to all pixels right of it; a running sum along the row
/// gives the winding number weighted by area: the method of FreeType's smooth rasteriser (ftgrays.c, D. Turner, after libart by
/// R. Levien). Overlaps of outlines that run the same way count once. Mutable.
/// </summary>
internal sealed class AreaBuffer
{
    private readonly int _width;
    private readonly int _height;
    private readonly float[] _sums;
    private int _top;
    private int _bottom;
    private int _left;
    private int _right;

    public AreaBuffer(int width, int height)
    {
        (_width, _height) = (width, height);
        _sums = new float[(width + 2) * height];
        Reset();
    }

    /// <summary>Adds a closed outline in pixels, y downwards.</summary>
    public void Add(ReadOnlySpan<PlotPoint> outline)
    {
        if (outline.Length < 3) return;
        var from = outline[^1];
        foreach (var to in outline)
        {
            Edge(from.X, from.Y, to.X, to.Y);
            from = to;
        }
    }

    /// <summary>Hands out the share inside of every touched pixel above zero, and clears the buffer.</summary>
    public void Flush(Action<int, int, float> pixel)
    {
        for (var y = _top; y <= _bottom; y++)
        {
            var row = _sums.AsSpan(y * (_width + 2), _width + 2);
            var sum = 0f;
            for (var x = Math.Min(_left, _width); x < _width; x++)
            {
                sum += row[x];
                var share = Math.Min(1, Math.Abs(sum));
                if (share > 0.002f) pixel(x, y, share);
                if (x > _right && share <= 0.002f) break;
            }

            row.Clear();
        }

        Reset();
    }

    private void Reset() => (_top, _bottom, _left, _right) = (_height, -1, _width, -1);

    private void Edge(double x0, double y0, double x1, double y1)
    {
        if (y0 == y1 || !double.IsFinite(x0 + y0 + x1 + y1)) return;
        var sign = 1.0;
        if (y0 > y1) (x0, y0, x1, y1, sign) = (x1, y1, x0, y0, -1);
        if (y1 <= 0 || y0 >= _height) return;
        var slope = (x1 - x0) / (y1 - y0);
        if (y0 < 0) (x0, y0) = (x0 - (y0 * slope), 0);
        var end = Math.Min(y1, _height);
        var y = (int)y0;
        _top = Math.Min(_top, y);
        var x = x0;
        for (; y < end; y++)
        {
            var stepEnd = Math.Min(y + 1, end);
            var dy = stepEnd - Math.Max(y, y0);
            var next = x + (dy * slope);
            Row(y, x, next, dy * sign);
            x = next;
            _bottom = Math.Max(_bottom, y);
        }
    }

    private void Row(int y, double from, double to, double signedHeight)
    {
        var at = y * (_width + 2);
        var (low, high) = from < to ? (from, to) : (to, from);
        low = Math.Clamp(low, 0, _width);
        high = Math.Clamp(high, 0, _width);
        var first = (int)low;
        var last = (int)Math.Ceiling(high);
        _left = Math.Min(_left, first);
        _right = Math.Max(_right, last);
        if (last <= first + 1)
        {
            // Within one pixel: the part right of the edge's middle belongs to it, the rest to its neighbour.
            var inside = signedHeight * (1 - (((low + high) / 2) - first));
            _sums[at + first] += (float)inside;
            _sums[at + first + 1] += (float)(signedHeight - inside);
            return;
        }

        var perPixel = 1 / (high - low);
        var done = 0.0;
        for (var x = first; x < last; x++)
        {
            // Area right of the edge inside the pixel, for the part of the edge that crosses up to its right side.
            var (a, b) = (Math.Max(low, x), Math.Min(high, x + 1));
            var share = (b - a) * perPixel;
            var area = signedHeight * share * (x + 1 - ((a + b) / 2));
            _sums[at + x] += (float)(area + done);
            done = (signedHeight * share) - area;
        }

        _sums[at + last] += (float)done;
    }
}
