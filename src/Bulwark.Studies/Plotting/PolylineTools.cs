namespace Bulwark.Studies.Plotting;

/// <summary>Cuts polylines at a box and leaves out points that nobody would see, so that files stay small.</summary>
internal static class PolylineTools
{
    /// <summary>
    /// The parts of a polyline inside a box. Source: Y. D. Liang and B. A. Barsky, "A new concept and method for line clipping",
    /// ACM Transactions on Graphics 3 (1984) 1-22.
    /// </summary>
    public static List<PlotPoint[]> Clip(ReadOnlySpan<PlotPoint> points, PlotBox box)
    {
        var parts = new List<PlotPoint[]>();
        var part = new List<PlotPoint>();
        for (var index = 1; index < points.Length; index++)
        {
            var (from, to) = (points[index - 1], points[index]);
            if (!Inside(from, to, box, out var enter, out var leave)) continue;
            var start = Between(from, to, enter);
            if (part.Count > 0 && enter > 0) Flush(part, parts);
            if (part.Count == 0) part.Add(start);
            part.Add(Between(from, to, leave));
            if (leave < 1) Flush(part, parts);
        }

        Flush(part, parts);
        return parts;
    }

    /// <summary>
    /// The fewest of a polyline's points that stay within a tolerance of it. Source: D. H. Douglas and T. K. Peucker, "Algorithms for
    /// the reduction of the number of points required to represent a digitized line", Cartographica 10 (1973) 112-122.
    /// </summary>
    public static PlotPoint[] Simplify(ReadOnlySpan<PlotPoint> points, double tolerance)
    {
        if (points.Length < 3) return points.ToArray();
        var kept = new bool[points.Length];
        kept[0] = kept[^1] = true;
        var open = new Stack<(int From, int To)>();
        open.Push((0, points.Length - 1));
        while (open.TryPop(out var span))
        {
            var (farthest, distance) = (-1, tolerance);
            for (var index = span.From + 1; index < span.To; index++)
            {
                var off = Distance(points[index], points[span.From], points[span.To]);
                if (off > distance) (farthest, distance) = (index, off);
            }

            if (farthest < 0) continue;
            kept[farthest] = true;
            open.Push((span.From, farthest));
            open.Push((farthest, span.To));
        }

        var result = new List<PlotPoint>();
        for (var index = 0; index < points.Length; index++)
        {
            if (kept[index]) result.Add(points[index]);
        }

        return [.. result];
    }

    private static bool Inside(PlotPoint from, PlotPoint to, PlotBox box, out double enter, out double leave)
    {
        (enter, leave) = (0, 1);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        return Edge(-dx, from.X - box.Left, ref enter, ref leave)
            && Edge(dx, box.Right - from.X, ref enter, ref leave)
            && Edge(-dy, from.Y - box.Top, ref enter, ref leave)
            && Edge(dy, box.Bottom - from.Y, ref enter, ref leave);
    }

    private static bool Edge(double direction, double room, ref double enter, ref double leave)
    {
        if (direction == 0) return room >= 0;
        var at = room / direction;
        if (direction < 0) enter = Math.Max(enter, at);
        else leave = Math.Min(leave, at);
        return enter <= leave;
    }

    private static PlotPoint Between(PlotPoint from, PlotPoint to, double share) => share switch
    {
        0 => from,
        1 => to,
        _ => new PlotPoint(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y))),
    };

    private static double Distance(PlotPoint point, PlotPoint from, PlotPoint to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = (dx * dx) + (dy * dy);
        var share = length == 0 ? 0 : Math.Clamp((((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / length, 0, 1);
        return double.Hypot(point.X - from.X - (share * dx), point.Y - from.Y - (share * dy));
    }

    private static void Flush(List<PlotPoint> part, List<PlotPoint[]> parts)
    {
        if (part.Count > 1) parts.Add([.. part]);
        part.Clear();
    }
}
