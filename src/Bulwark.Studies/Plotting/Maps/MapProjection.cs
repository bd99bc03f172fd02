using Bulwark.Core.Earth;

namespace Bulwark.Studies.Plotting.Maps;

/// <summary>
/// The azimuthal equidistant projection about a centre: distance and direction from the centre are true, so range rings about it are
/// circles. Source: J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), chapter 25. Distances along
/// the ellipsoid are taken from the chord and the radius of curvature in its azimuth (Euler's theorem); within 600 km of the centre
/// that is true to a few metres. Heights are ignored.
/// </summary>
internal sealed class MapProjection
{
    private readonly LocalFrame _frame;
    private readonly double _meridianRadiusM;
    private readonly double _primeRadiusM;

    public MapProjection(GeodeticPoint centre)
    {
        Centre = centre.WithHeight(0);
        _frame = new LocalFrame(Centre);
        var sine = Math.Sin(centre.LatitudeRad);
        var shape = 1 - (Wgs84.EccentricitySquared * sine * sine);
        _primeRadiusM = Wgs84.SemiMajorAxisM / Math.Sqrt(shape);
        _meridianRadiusM = _primeRadiusM * (1 - Wgs84.EccentricitySquared) / shape;
    }

    public GeodeticPoint Centre { get; }

    public MapPoint Project(GeodeticPoint point)
    {
        var surface = Wgs84.ToEcef(point.WithHeight(0));
        var local = _frame.ToLocal(surface);
        var across = double.Hypot(local.East, local.North);
        if (across == 0) return default;
        var (sine, cosine) = (local.East / across, local.North / across);
        var radiusM = RadiusM(sine, cosine);
        var arcM = 2 * radiusM * Math.Asin(Math.Min(1, surface.DistanceTo(_frame.OriginEcefM) / (2 * radiusM)));
        return new MapPoint(arcM * sine, arcM * cosine);
    }

    public GeodeticPoint Unproject(MapPoint point)
    {
        // A first guess on the sphere of the right curvature, then the forward projection corrects it on the plane, where poles are
        // points like others; one step gains some four digits, which leaves a centimetre at 600 km.
        var reached = Project(Sphere(point));
        return Sphere(new MapPoint(point.EastM + point.EastM - reached.EastM, point.NorthM + point.NorthM - reached.NorthM));
    }

    private double RadiusM(double sine, double cosine) => 1 / ((cosine * cosine / _meridianRadiusM) + (sine * sine / _primeRadiusM));

    private GeodeticPoint Sphere(MapPoint point)
    {
        var arcM = double.Hypot(point.EastM, point.NorthM);
        if (arcM == 0) return Centre;
        var (sine, cosine) = (point.EastM / arcM, point.NorthM / arcM);
        var radiusM = RadiusM(sine, cosine);
        var halfAngle = arcM / (2 * radiusM);
        var chordM = 2 * radiusM * Math.Sin(halfAngle);
        var acrossM = chordM * Math.Cos(halfAngle);
        var local = new EnuVector(acrossM * sine, acrossM * cosine, -chordM * Math.Sin(halfAngle));
        return Wgs84.ToGeodetic(_frame.ToEcef(local)).WithHeight(0);
    }
}
