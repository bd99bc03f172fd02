using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// Where a sensor sees the column of air above one place of the ellipsoid: all that its elevations need but the height. The relations are
/// those of <see cref="SensorFrame"/>, written for a place given by its position on the surface: with the fitted sphere of radius R, the
/// angle θ at its centre, w = R + antenna height, a = kR + antenna height, a rise z of a point over the antenna gives
/// r² = z² + Q(w + z), sin e = (2az - Q(w + z)) / (2ar), Q = 4w sin²(θ/2).
/// </summary>
internal readonly struct SurfaceSight
{
    private readonly double _trueRadiusM;
    private readonly double _apparentRadiusM;
    private readonly double _spreadM;
    private readonly double _riseOfSurfaceM;

    internal SurfaceSight(SensorFrame sensor, double latitudeRad, double longitudeRad)
    {
        var local = sensor.Local.ToLocal(Wgs84.ToEcef(new GeodeticPoint(latitudeRad, longitudeRad, 0)));
        EastM = local.East;
        NorthM = local.North;
        var horizontalSquared = (local.East * local.East) + (local.North * local.North);
        var antennaM = sensor.Antenna.HeightM;
        var radiusM = sensor.RadiusM(local.East, local.North, horizontalSquared);
        _trueRadiusM = radiusM + antennaM;
        _apparentRadiusM = (sensor.EffectiveEarthFactorRatio * radiusM) + antennaM;

        // The ellipsoid leaves the fitted sphere by decimetres at 200 km; the sensor's own relations see it there, so do these.
        var q = horizontalSquared + (local.Up * local.Up) + (2 * _trueRadiusM * local.Up);
        _riseOfSurfaceM = q / (_trueRadiusM + Math.Sqrt((_trueRadiusM * _trueRadiusM) + q));
        var sphereM = _trueRadiusM + _riseOfSurfaceM;
        var drop = _riseOfSurfaceM - local.Up;
        var chordSquared = horizontalSquared + (drop * drop);
        _spreadM = _trueRadiusM * chordSquared / (sphereM * sphereM);
        HalfAngleSine = Math.Sqrt(chordSquared) / (2 * sphereM);
    }

    /// <summary>East of the place on the surface, metres, in the antenna's frame.</summary>
    internal double EastM { get; }

    /// <summary>North of the place on the surface, metres, in the antenna's frame.</summary>
    internal double NorthM { get; }

    /// <summary>Sine of half the angle at the centre of the fitted sphere.</summary>
    internal double HalfAngleSine { get; }

    /// <summary>Radius of the fitted sphere, metres, the antenna's height added.</summary>
    internal double TrueRadiusM => _trueRadiusM;

    /// <summary>The same of the apparent sphere.</summary>
    internal double ApparentRadiusM => _apparentRadiusM;

    /// <summary>Q = 4w sin²(θ/2), metres.</summary>
    internal double SpreadM => _spreadM;

    /// <summary>What the surface lies above the antenna on the fitted sphere, metres (about minus the antenna's height).</summary>
    internal double RiseOfSurfaceM => _riseOfSurfaceM;

    /// <summary>Straight distance to a height above the place, metres.</summary>
    internal double RangeM(double heightM)
    {
        var rise = _riseOfSurfaceM + heightM;
        return Math.Sqrt((rise * rise) + (_spreadM * (_trueRadiusM + rise)));
    }

    /// <summary>Sine of the apparent elevation of a height above the place.</summary>
    internal double ElevationSine(double heightM)
    {
        var rise = _riseOfSurfaceM + heightM;
        var q = _spreadM * (_trueRadiusM + rise);
        return Math.Clamp(((2 * _apparentRadiusM * rise) - q) / (2 * _apparentRadiusM * Math.Sqrt((rise * rise) + q)), -1, 1);
    }

    /// <summary>Height above the place, metres, that is seen at an elevation given by its sine; positive infinity when the ray never comes over the place.</summary>
    internal double HeightM(double elevationSine)
    {
        // (z(2a - Q) - Qw)² = (2a sin e)² (z² + Qz + Qw), the root on the side of the sign of sin e.
        var steep = 2 * _apparentRadiusM * elevationSine;
        var steepSquared = steep * steep;
        var slope = (2 * _apparentRadiusM) - _spreadM;
        var offset = _spreadM * _trueRadiusM;
        var alpha = (slope * slope) - steepSquared;
        if (!(alpha > 0)) return double.PositiveInfinity;
        var beta = (slope * offset) + (0.5 * steepSquared * _spreadM);
        var gamma = (offset * offset) - (steepSquared * offset);
        var root = Math.Sqrt(Math.Max(0, (beta * beta) - (alpha * gamma)));
        return ((beta + (elevationSine >= 0 ? root : -root)) / alpha) - _riseOfSurfaceM;
    }
}
