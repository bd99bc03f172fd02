namespace Bulwark.Studies.Plotting.Raster;

/// <summary>Cuts a line into dashes.</summary>
internal static class Dashes
{
    public static List<List<PlotPoint>> Of(IReadOnlyList<PlotPoint> points, double on, double off)
    {
        var parts = new List<List<PlotPoint>>();
        if (points.Count < 2) return parts;
        var part = new List<PlotPoint> { points[0] };
        var drawing = true;
        var left = on;
        for (var index = 1; index < points.Count; index++)
        {
            var (from, to) = (points[index - 1], points[index]);
            var length = double.Hypot(to.X - from.X, to.Y - from.Y);
            var done = 0.0;
            while (length - done > left)
            {
                done += left;
                var at = new PlotPoint(from.X + ((to.X - from.X) * done / length), from.Y + ((to.Y - from.Y) * done / length));
                if (drawing)
                {
                    part.Add(at);
                    parts.Add(part);
                }

                part = [at];
                drawing = !drawing;
                left = drawing ? on : off;
            }

            left -= length - done;
            if (drawing) part.Add(to);
        }

        if (drawing && part.Count > 1) parts.Add(part);
        return parts;
    }
}
