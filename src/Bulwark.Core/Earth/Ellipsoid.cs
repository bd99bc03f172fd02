namespace Bulwark.Core.Earth;

/// <summary>
/// An ellipsoid of revolution, flattened at the poles, and the conversion between its geodetic and Earth-fixed coordinates. Immutable; safe
/// for any number of threads. The workbench itself uses only <see cref="Wgs84"/>; others serve data that are given on them.
/// Source: Hofmann-Wellenhof and Moritz, Physical Geodesy, 2nd ed. (2006), section 5.6 (forward); the inverse iterates Bowring,
/// "Transformation from spatial to geographical coordinates", Survey Review 23 (1976) 323-327, to the rounding limit.
/// </summary>
public sealed class Ellipsoid
{
    private const int UsualSteps = 6;
    private const int MostSteps = 60;

    private readonly double _axisRatio;
    private readonly double _polarRatio;
    private readonly double _bowringPolarM;
    private readonly double _bowringEquatorialM;

    /// <summary>Makes an ellipsoid.</summary>
    /// <param name="semiMajorAxisM">Semi-major axis a, metres, positive.</param>
    /// <param name="flatteningRatio">Flattening f = (a - b)/a: 0 for a sphere, below 0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public Ellipsoid(double semiMajorAxisM, double flatteningRatio)
    {
        if (!(semiMajorAxisM > 0 && double.IsFinite(semiMajorAxisM))) throw new ArgumentOutOfRangeException(nameof(semiMajorAxisM), semiMajorAxisM, "The semi-major axis is positive.");
        if (!(flatteningRatio is >= 0 and < 0.1)) throw new ArgumentOutOfRangeException(nameof(flatteningRatio), flatteningRatio, "The flattening is from 0 to below 0.1.");
        SemiMajorAxisM = semiMajorAxisM;
        FlatteningRatio = flatteningRatio;
        SemiMinorAxisM = semiMajorAxisM * (1 - flatteningRatio);
        EccentricitySquaredRatio = flatteningRatio * (2 - flatteningRatio);
        _axisRatio = 1 - flatteningRatio;
        _polarRatio = 1 - EccentricitySquaredRatio;
        _bowringPolarM = EccentricitySquaredRatio / (1 - EccentricitySquaredRatio) * SemiMinorAxisM;
        _bowringEquatorialM = EccentricitySquaredRatio * SemiMajorAxisM;
    }

    /// <summary>Semi-major axis a, metres.</summary>
    public double SemiMajorAxisM { get; }

    /// <summary>Semi-minor axis b = a(1 - f), metres.</summary>
    public double SemiMinorAxisM { get; }

    /// <summary>Flattening f.</summary>
    public double FlatteningRatio { get; }

    /// <summary>First eccentricity squared, e² = f(2 - f).</summary>
    public double EccentricitySquaredRatio { get; }

    /// <summary>Converts a geodetic point to an Earth-fixed position in metres.</summary>
    /// <param name="point">The point; any height.</param>
    public EcefVector ToEcef(GeodeticPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(point.LatitudeRad);
        var (sinLongitude, cosLongitude) = Math.SinCos(point.LongitudeRad);
        return FromNormal(new EcefVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude), point.HeightM);
    }

    /// <summary>The Earth-fixed position, in metres, of the point with the given ellipsoid normal and height.</summary>
    /// <param name="normal">Unit vector along the ellipsoid normal (the "n-vector").</param>
    /// <param name="heightM">Height above the ellipsoid in metres.</param>
    public EcefVector FromNormal(EcefVector normal, double heightM)
    {
        var primeVerticalM = SemiMajorAxisM / Math.Sqrt(1 - (EccentricitySquaredRatio * normal.Z * normal.Z));
        var equatorialM = primeVerticalM + heightM;
        return new EcefVector(equatorialM * normal.X, equatorialM * normal.Y, ((primeVerticalM * _polarRatio) + heightM) * normal.Z);
    }

    /// <summary>Converts an Earth-fixed position in metres to a geodetic point.</summary>
    /// <param name="positionM">Position; not nearer to the centre than about e²a (43 km for the Earth), where the normal is not unique.</param>
    public GeodeticPoint ToGeodetic(EcefVector positionM)
    {
        var longitudeRad = Math.Atan2(positionM.Y, positionM.X);
        return new GeodeticPoint(LatitudeRad(positionM, out var heightM, out _, out _), longitudeRad, heightM);
    }

    /// <summary>The height of an Earth-fixed position above the ellipsoid, metres: that of <see cref="ToGeodetic"/> to the bit, at less cost.</summary>
    /// <param name="positionM">Position, metres; not nearer to the centre than <see cref="ToGeodetic"/> allows.</param>
    public double HeightM(EcefVector positionM) => HeightM(positionM, out _, out _);

    /// <inheritdoc cref="HeightM(EcefVector)"/>
    /// <param name="positionM">Position, metres; not nearer to the centre than <see cref="ToGeodetic"/> allows.</param>
    /// <param name="sinLatitudeRatio">Receives the sine of the geodetic latitude.</param>
    /// <param name="cosLatitudeRatio">Receives its cosine.</param>
    public double HeightM(EcefVector positionM, out double sinLatitudeRatio, out double cosLatitudeRatio)
    {
        LatitudeRad(positionM, out var heightM, out sinLatitudeRatio, out cosLatitudeRatio);
        return heightM;
    }

    private double LatitudeRad(EcefVector positionM, out double heightM, out double sinLatitudeRatio, out double cosLatitudeRatio)
    {
        var equatorialM = Math.Sqrt((positionM.X * positionM.X) + (positionM.Y * positionM.Y));

        // Reduced latitude by Bowring's start, then fixed-point steps on tan(latitude); two reach the rounding limit near the surface,
        // six serve heights of thousands of kilometres, and only places deep inside the ellipsoid take more.
        var tanReduced = positionM.Z * SemiMajorAxisM / (equatorialM * SemiMinorAxisM);
        var tanLatitude = 0.0;
        if (equatorialM > 0)
        {
            for (var step = 0; step < MostSteps; step++)
            {
                var cosReduced = 1 / Math.Sqrt(1 + (tanReduced * tanReduced));
                var sinReduced = tanReduced * cosReduced;
                tanLatitude = (positionM.Z + (_bowringPolarM * sinReduced * sinReduced * sinReduced))
                    / (equatorialM - (_bowringEquatorialM * cosReduced * cosReduced * cosReduced));
                var next = tanLatitude * _axisRatio;
                var change = Math.Abs(next - tanReduced);
                if (change <= 1e-15 * Math.Abs(next) || (step >= UsualSteps - 1 && change <= 1e-12 * Math.Abs(next))) break;
                tanReduced = next;
            }
        }

        var latitudeRad = equatorialM > 0 ? Math.Atan(tanLatitude) : Math.CopySign(Math.PI / 2, positionM.Z);
        (sinLatitudeRatio, cosLatitudeRatio) = Math.SinCos(latitudeRad);
        heightM = (equatorialM * cosLatitudeRatio) + (positionM.Z * sinLatitudeRatio)
            - (SemiMajorAxisM * Math.Sqrt(1 - (EccentricitySquaredRatio * sinLatitudeRatio * sinLatitudeRatio)));
        return latitudeRad;
    }
}
