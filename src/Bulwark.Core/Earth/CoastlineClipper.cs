using System.Collections.Immutable;

namespace Bulwark.Core.Earth;

/// <summary>
/// Cuts rings along a box in latitude and longitude. Source: Sutherland and Hodgman, "Reentrant polygon clipping", Communications of
/// the ACM 17 (1974) 32-42; parts that leave and enter again stay joined along the edge of the box, which fills correctly.
/// </summary>
internal sealed class CoastlineClipper(double latMinRad, double latMaxRad, double lonMinRad, double lonMaxRad)
{
    private List<GeodeticPoint> _current = [];
    private List<GeodeticPoint> _next = [];

    /// <summary>The part of the ring, moved east by some radians, inside the box; null when nothing is.</summary>
    internal CoastlineRing? Clip(CoastlineRing ring, double shiftRad)
    {
        if (ring.MaxLatitudeRad < latMinRad || ring.MinLatitudeRad > latMaxRad
            || ring.MaxLongitudeRad + shiftRad < lonMinRad || ring.MinLongitudeRad + shiftRad > lonMaxRad) return null;
        _current.Clear();
        foreach (var point in ring.Points) _current.Add(point with { LongitudeRad = point.LongitudeRad + shiftRad });
        Cut(latitude: true, latMinRad, 1);
        Cut(latitude: true, latMaxRad, -1);
        Cut(latitude: false, lonMinRad, 1);
        Cut(latitude: false, lonMaxRad, -1);
        return _current.Count < 3 ? null : new CoastlineRing(ring.IsWater, [.. _current]);
    }

    private void Cut(bool latitude, double edgeRad, int sign)
    {
        _next.Clear();
        if (_current.Count > 0)
        {
            var from = _current[^1];
            var fromDepthRad = Depth(from);
            foreach (var to in _current)
            {
                var toDepthRad = Depth(to);
                if (fromDepthRad >= 0 != toDepthRad >= 0) _next.Add(Crossing(from, to, fromDepthRad / (fromDepthRad - toDepthRad)));
                if (toDepthRad >= 0) _next.Add(to);
                (from, fromDepthRad) = (to, toDepthRad);
            }
        }

        (_current, _next) = (_next, _current);

        double Depth(GeodeticPoint point) => sign * ((latitude ? point.LatitudeRad : point.LongitudeRad) - edgeRad);

        // On the edge itself exactly, whatever rounding says.
        GeodeticPoint Crossing(GeodeticPoint from, GeodeticPoint to, double share) => latitude
            ? new GeodeticPoint(edgeRad, from.LongitudeRad + (share * (to.LongitudeRad - from.LongitudeRad)), 0)
            : new GeodeticPoint(from.LatitudeRad + (share * (to.LatitudeRad - from.LatitudeRad)), edgeRad, 0);
    }
}
