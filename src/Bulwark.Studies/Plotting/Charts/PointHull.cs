namespace Bulwark.Studies.Plotting.Charts;

/// <summary>The convex hull of points (A. M. Andrew, Information Processing Letters 9 (1979) 216-219): inside it a fitted surface is between what was measured. Immutable.</summary>
internal sealed class PointHull
{
    private readonly List<(double X, double Y)> _corners = [];

    public PointHull(IEnumerable<(double X, double Y)> points)
    {
        var sorted = points.Distinct().Order().ToList();
        Chain(sorted);
        sorted.Reverse();
        Chain(sorted);
    }

    /// <summary>Whether a point lies inside or on the edge.</summary>
    public bool Holds(double x, double y)
    {
        for (var index = 0; index < _corners.Count; index++)
        {
            var (from, to) = (_corners[index], _corners[(index + 1) % _corners.Count]);
            if (Cross(from, to, (x, y)) < 0) return false;
        }

        return true;
    }

    private static double Cross((double X, double Y) from, (double X, double Y) to, (double X, double Y) point) =>
        ((to.X - from.X) * (point.Y - from.Y)) - ((to.Y - from.Y) * (point.X - from.X));

    private void Chain(List<(double X, double Y)> points)
    {
        var start = _corners.Count;
        foreach (var point in points)
        {
            while (_corners.Count - start >= 2 && Cross(_corners[^2], _corners[^1], point) <= 0) _corners.RemoveAt(_corners.Count - 1);
            _corners.Add(point);
        }

        if (_corners.Count > start) _corners.RemoveAt(_corners.Count - 1);
    }
}
