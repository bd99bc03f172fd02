namespace Bulwark.Core.Earth;

/// <summary>
/// Geodesics (shortest paths) on the WGS-84 ellipsoid, with errors of some nanometres at any distance, nearly antipodal points
/// included. Heights are ignored: distances are those on the ellipsoid.
/// Source: C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013) 43-55, series to the sixth order.
/// </summary>
public static class Geodesic
{
    /// <summary>The shortest path between two points.</summary>
    /// <param name="start">First point.</param>
    /// <param name="end">Second point.</param>
    /// <exception cref="ArgumentOutOfRangeException">A latitude is beyond a pole, or a coordinate is not finite.</exception>
    public static GeodesicInverse Inverse(GeodeticPoint start, GeodeticPoint end)
    {
        Check(start, nameof(start));
        Check(end, nameof(end));
        return GeodesicInverseProblem.Solve(start, end);
    }

    /// <summary>The place reached from a point by going a distance in a direction.</summary>
    /// <param name="start">Where the path starts.</param>
    /// <param name="azimuthRad">Direction at the start, radians clockwise from north.</param>
    /// <param name="distanceM">Distance on the ellipsoid, metres; negative goes backwards, more than half way round is allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The latitude is beyond a pole, or an argument is not finite.</exception>
    public static GeodesicDirect Direct(GeodeticPoint start, double azimuthRad, double distanceM) =>
        new GeodesicLine(start, azimuthRad).At(distanceM);

    internal static void Check(GeodeticPoint point, string name)
    {
        if (!(Math.Abs(point.LatitudeRad) <= Math.PI / 2)) throw new ArgumentOutOfRangeException(name, point, "A latitude lies between -pi/2 and pi/2 radians.");
        if (!double.IsFinite(point.LongitudeRad)) throw new ArgumentOutOfRangeException(name, point, "A longitude must be finite.");
    }
}
