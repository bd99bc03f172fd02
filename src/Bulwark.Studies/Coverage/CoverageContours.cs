using Bulwark.Core.Earth;

namespace Bulwark.Studies.Coverage;

/// <summary>
/// The covered area as polygons in latitude and longitude. Outer rings run counter-clockwise and holes clockwise; where the area crosses
/// the 180th meridian, or holds a pole, it is cut along them, as GeoJSON asks (RFC 7946, section 3.1.9).
/// </summary>
public static class CoverageContours
{
    /// <summary>Polygons of rings, the outer one first; the last point of a ring joins the first.</summary>
    /// <param name="raster">The raster.</param>
    /// <param name="layer">Which height, from 0.</param>
    /// <param name="levelProbability">From which probability on a cell is inside.</param>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<GeodeticPoint>>> Of(CoverageRaster raster, int layer, double levelProbability)
    {
        ArgumentNullException.ThrowIfNull(raster);
        var values = raster.Probability[layer];
        var polygons = new List<IReadOnlyList<IReadOnlyList<GeodeticPoint>>>();
        foreach (var (first, count, westDeg) in raster.Parts)
        {
            var lines = ContourTracer.Trace(values, raster.Columns, first, count, raster.Rows, levelProbability);
            foreach (var rings in Nested(lines)) polygons.Add([.. rings.Select(ring => Geodetic(ring, raster, count, westDeg))]);
        }

        return polygons;
    }

    // A hole belongs to the smallest outer ring around it.
    private static IEnumerable<List<List<(double X, double Y)>>> Nested(List<List<(double X, double Y)>> lines)
    {
        var outer = lines.Where(static line => Area(line) > 0).OrderBy(Area).Select(static line => new Polygon(line)).ToList();
        foreach (var hole in lines.Where(static line => Area(line) < 0))
        {
            // A hole's corner may lie on the outer ring's, so the middle of its first side decides.
            var inside = ((hole[0].X + hole[1].X) / 2, (hole[0].Y + hole[1].Y) / 2);
            outer.Find(polygon => polygon.Holds(inside))?.Rings.Add(hole);
        }

        return outer.Select(static polygon => polygon.Rings);
    }

    private static double Area(List<(double X, double Y)> line)
    {
        var sum = 0.0;
        for (var index = 0; index < line.Count; index++)
        {
            var (from, to) = (line[index], line[(index + 1) % line.Count]);
            sum += (to.X - from.X) * (to.Y + from.Y);
        }

        // Rows run south, so this is positive for counter-clockwise on a map with north up.
        return sum / 2;
    }

    private static List<GeodeticPoint> Geodetic(List<(double X, double Y)> ring, CoverageRaster raster, int count, double westDeg)
    {
        var eastDeg = westDeg + (count * raster.ColumnStepDeg);
        var points = new List<GeodeticPoint>(ring.Count);
        foreach (var (x, y) in ring)
        {
            // Cells at the 180th meridian and at a pole reach up to it.
            var longitude = x <= 0 && westDeg <= -180 + 1e-9 ? -180
                : x >= count - 1 && eastDeg >= 180 - 1e-9 ? 180
                : westDeg + ((x + 0.5) * raster.ColumnStepDeg);
            var latitude = y <= 0 && raster.NorthDeg >= 90 - 1e-9 ? 90
                : y >= raster.Rows - 1 && raster.SouthDeg <= -90 + 1e-9 ? -90
                : raster.NorthDeg - ((y + 0.5) * raster.RowStepDeg);
            points.Add(GeodeticPoint.FromDegrees(latitude, longitude));
        }

        return points;
    }

    private sealed class Polygon(List<(double X, double Y)> outer)
    {
        private readonly double _left = outer.Min(static point => point.X);
        private readonly double _right = outer.Max(static point => point.X);
        private readonly double _top = outer.Min(static point => point.Y);
        private readonly double _bottom = outer.Max(static point => point.Y);

        public List<List<(double X, double Y)>> Rings { get; } = [outer];

        public bool Holds((double X, double Y) at)
        {
            if (at.X < _left || at.X > _right || at.Y < _top || at.Y > _bottom) return false;
            var inside = false;
            var ring = Rings[0];
            for (var index = 0; index < ring.Count; index++)
            {
                var (from, to) = (ring[index], ring[(index + 1) % ring.Count]);
                if (from.Y > at.Y != to.Y > at.Y && at.X < from.X + ((at.Y - from.Y) / (to.Y - from.Y) * (to.X - from.X))) inside = !inside;
            }

            return inside;
        }
    }
}
