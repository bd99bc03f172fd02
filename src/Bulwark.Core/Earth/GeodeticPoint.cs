namespace Bulwark.Core.Earth;

/// <summary>A point by geodetic latitude, longitude and height above the WGS-84 ellipsoid. Immutable.</summary>
/// <param name="LatitudeRad">Geodetic latitude, -pi/2 to pi/2, north positive.</param>
/// <param name="LongitudeRad">Longitude, normally -pi to pi, east positive.</param>
/// <param name="HeightM">Height above the ellipsoid in metres.</param>
public readonly record struct GeodeticPoint(double LatitudeRad, double LongitudeRad, double HeightM)
{
    /// <summary>Makes a point from degrees, as people and files write them.</summary>
    /// <param name="latitudeDeg">Latitude in degrees, -90 to 90.</param>
    /// <param name="longitudeDeg">Longitude in degrees.</param>
    /// <param name="heightM">Height above the ellipsoid in metres.</param>
    public static GeodeticPoint FromDegrees(double latitudeDeg, double longitudeDeg, double heightM = 0) =>
        new(double.DegreesToRadians(latitudeDeg), double.DegreesToRadians(longitudeDeg), heightM);

    /// <summary>Latitude in degrees.</summary>
    public double LatitudeDeg => double.RadiansToDegrees(LatitudeRad);

    /// <summary>Longitude in degrees.</summary>
    public double LongitudeDeg => double.RadiansToDegrees(LongitudeRad);

    /// <summary>The same place at another height.</summary>
    /// <param name="heightM">Height above the ellipsoid in metres.</param>
    public GeodeticPoint WithHeight(double heightM) => this with { HeightM = heightM };
}
