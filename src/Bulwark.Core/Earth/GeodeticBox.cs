namespace Bulwark.Core.Earth;

/// <summary>
/// An area between two parallels and two meridians. A box across the antimeridian has its eastern edge beyond pi. Immutable.
/// </summary>
public readonly record struct GeodeticBox
{
    /// <summary>The smallest radius of curvature of the ellipsoid (the meridian's at the equator), metres: angles made with it are never too small.</summary>
    private const double SmallestRadiusM = Wgs84.SemiMajorAxisM * (1 - Wgs84.EccentricitySquared);

    /// <summary>Makes a box.</summary>
    /// <param name="southRad">Southern edge, radians, -pi/2 to pi/2.</param>
    /// <param name="westRad">Western edge, radians.</param>
    /// <param name="northRad">Northern edge, radians, at or north of the southern one.</param>
    /// <param name="eastRad">Eastern edge, radians, 0 to 2 pi east of the western one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The edges are reversed, not finite or not on the Earth.</exception>
    public GeodeticBox(double southRad, double westRad, double northRad, double eastRad)
    {
        const double rounding = 1e-12;
        if (!(southRad >= (-Math.PI / 2) - rounding)) throw new ArgumentOutOfRangeException(nameof(southRad), southRad, "The southern edge lies at -pi/2 or north of it.");
        if (!(northRad >= southRad && northRad <= (Math.PI / 2) + rounding)) throw new ArgumentOutOfRangeException(nameof(northRad), northRad, "The northern edge lies between the southern one and pi/2.");
        if (!(Math.Abs(westRad) <= 4 * Math.PI)) throw new ArgumentOutOfRangeException(nameof(westRad), westRad, "The western edge is an angle.");
        if (!(eastRad >= westRad && eastRad <= westRad + (2 * Math.PI) + rounding)) throw new ArgumentOutOfRangeException(nameof(eastRad), eastRad, "The eastern edge lies east of the western one, by 2 pi at most.");
        (SouthRad, WestRad, NorthRad, EastRad) = (Math.Max(southRad, -Math.PI / 2), westRad, Math.Min(northRad, Math.PI / 2), Math.Min(eastRad, westRad + (2 * Math.PI)));
    }

    /// <summary>Southern edge, radians.</summary>
    public double SouthRad { get; }

    /// <summary>Western edge, radians.</summary>
    public double WestRad { get; }

    /// <summary>Northern edge, radians.</summary>
    public double NorthRad { get; }

    /// <summary>Eastern edge, radians; beyond pi for a box across the antimeridian.</summary>
    public double EastRad { get; }

    /// <summary>A box that holds everything within a distance of a place; with a pole inside it goes around the whole Earth.</summary>
    /// <param name="center">The place.</param>
    /// <param name="radiusM">The distance along the ground, metres, above 0 and below a quarter of the Earth's circumference.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is out of range.</exception>
    public static GeodeticBox Around(GeodeticPoint center, double radiusM)
    {
        var angle = radiusM / SmallestRadiusM;
        if (!(angle is > 0 and < Math.PI / 2)) throw new ArgumentOutOfRangeException(nameof(radiusM), radiusM, "The distance is above 0 and below a quarter of the Earth's circumference.");
        var (south, north) = (center.LatitudeRad - angle, center.LatitudeRad + angle);
        if (south <= -Math.PI / 2 || north >= Math.PI / 2)
            return new GeodeticBox(Math.Max(south, -Math.PI / 2), -Math.PI, Math.Min(north, Math.PI / 2), Math.PI);

        // The meridian that touches a circle on a sphere; the sphere's radius is the smallest, so the box is rather too wide.
        var half = Math.Asin(Math.Min(1, Math.Sin(angle) / Math.Cos(center.LatitudeRad)));
        return new GeodeticBox(south, center.LongitudeRad - half, north, center.LongitudeRad + half);
    }

    /// <summary>Whether two boxes share a place, their edges included.</summary>
    /// <param name="other">The other box.</param>
    public bool Meets(GeodeticBox other)
    {
        if (other.SouthRad > NorthRad || other.NorthRad < SouthRad) return false;
        var turns = Math.Floor((other.EastRad - WestRad) / (2 * Math.PI)) * 2 * Math.PI;
        return other.WestRad - turns <= EastRad;
    }
}
