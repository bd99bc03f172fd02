using Bulwark.Core.Numerics;

namespace Bulwark.Core.Earth;

/// <summary>
/// The transverse Mercator projection of the WGS-84 ellipsoid, of which UTM is the usual one. Right to 5 nanometres within 3900 km of
/// the central meridian. Source: C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", Journal of Geodesy 85
/// (2011) 475-485 (arXiv:1002.1417): Krueger's series to the sixth order in the third flattening, equations 7 to 36. Immutable.
/// </summary>
public sealed class TransverseMercator
{
    private const int Order = 6;

    /// <summary>False easting of UTM, metres.</summary>
    private const double UtmFalseEastingM = 500_000;

    /// <summary>False northing of UTM south of the equator, metres.</summary>
    private const double UtmFalseNorthingM = 10_000_000;

    private const double ThirdFlattening = Wgs84.Flattening / (2 - Wgs84.Flattening);

    private static readonly double[] Alpha = Series(0);
    private static readonly double[] Beta = Series(1);
    private static readonly double Eccentricity = Math.Sqrt(Wgs84.EccentricitySquared);

    private readonly double _radiusM;

    /// <summary>Makes a projection.</summary>
    /// <param name="centralMeridianRad">Longitude of the central meridian, radians.</param>
    /// <param name="scaleFactor">Scale on the central meridian; 0.9996 for UTM.</param>
    /// <param name="falseEastingM">Easting of the central meridian, metres.</param>
    /// <param name="falseNorthingM">Northing of the equator, metres.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite or the scale is not positive.</exception>
    public TransverseMercator(double centralMeridianRad, double scaleFactor, double falseEastingM, double falseNorthingM)
    {
        if (!double.IsFinite(centralMeridianRad)) throw new ArgumentOutOfRangeException(nameof(centralMeridianRad), centralMeridianRad, "The central meridian is a finite angle.");
        if (!(scaleFactor > 0 && double.IsFinite(scaleFactor))) throw new ArgumentOutOfRangeException(nameof(scaleFactor), scaleFactor, "The scale is positive.");
        if (!double.IsFinite(falseEastingM)) throw new ArgumentOutOfRangeException(nameof(falseEastingM), falseEastingM, "The false easting is finite.");
        if (!double.IsFinite(falseNorthingM)) throw new ArgumentOutOfRangeException(nameof(falseNorthingM), falseNorthingM, "The false northing is finite.");
        (CentralMeridianRad, ScaleFactor, FalseEastingM, FalseNorthingM) = (centralMeridianRad, scaleFactor, falseEastingM, falseNorthingM);
        const double n2 = ThirdFlattening * ThirdFlattening;

        // Equation 14: the rectifying radius.
        _radiusM = scaleFactor * Wgs84.SemiMajorAxisM / (1 + ThirdFlattening) * (1 + (n2 * ((1.0 / 4) + (n2 * ((1.0 / 64) + (n2 / 256))))));
    }

    /// <summary>Longitude of the central meridian, radians.</summary>
    public double CentralMeridianRad { get; }

    /// <summary>Scale on the central meridian.</summary>
    public double ScaleFactor { get; }

    /// <summary>Easting of the central meridian, metres.</summary>
    public double FalseEastingM { get; }

    /// <summary>Northing of the equator, metres.</summary>
    public double FalseNorthingM { get; }

    /// <summary>A zone of UTM.</summary>
    /// <param name="zone">The zone, 1 to 60.</param>
    /// <param name="isNorth">Whether northings count from the equator (the northern half) or from 10 000 km south of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such zone.</exception>
    public static TransverseMercator Utm(int zone, bool isNorth)
    {
        if (zone is < 1 or > 60) throw new ArgumentOutOfRangeException(nameof(zone), zone, "UTM has the zones 1 to 60.");
        return new TransverseMercator(double.DegreesToRadians((6 * zone) - 183), 0.9996, UtmFalseEastingM, isNorth ? 0 : UtmFalseNorthingM);
    }

    /// <summary>From the Earth to the plane; the height is ignored.</summary>
    /// <param name="point">The place, nearer than 90 degrees to the central meridian.</param>
    public ProjectedPoint Forward(GeodeticPoint point)
    {
        var longitude = Math.IEEERemainder(point.LongitudeRad - CentralMeridianRad, 2 * Math.PI);
        var (sinLongitude, cosLongitude) = Math.SinCos(longitude);
        var tau = Conformal(Math.Tan(point.LatitudeRad));

        // Equations 10: the Gauss-Schreiber coordinates on the sphere.
        var xi = Math.Atan2(tau, cosLongitude);
        var eta = Math.Asinh(sinLongitude / double.Hypot(tau, cosLongitude));
        var (north, east) = Sum(Alpha, xi, eta);
        return new ProjectedPoint(FalseEastingM + (_radiusM * (eta + east)), FalseNorthingM + (_radiusM * (xi + north)));
    }

    /// <summary>From the plane to the Earth, at height 0; the longitude lies between -pi and pi.</summary>
    /// <param name="point">The place in the plane.</param>
    public GeodeticPoint Inverse(ProjectedPoint point)
    {
        var xi = (point.NorthingM - FalseNorthingM) / _radiusM;
        var eta = (point.EastingM - FalseEastingM) / _radiusM;
        var (north, east) = Sum(Beta, xi, eta);
        xi -= north;
        eta -= east;
        var sinhEta = Math.Sinh(eta);
        var (sinXi, cosXi) = Math.SinCos(xi);
        var longitude = Math.Atan2(sinhEta, cosXi);
        var tau = GeographicTangent(sinXi / double.Hypot(sinhEta, cosXi));
        return new GeodeticPoint(Math.Atan(tau), Math.IEEERemainder(longitude + CentralMeridianRad, 2 * Math.PI), 0);
    }

    /// <summary>Tangent of the conformal latitude, equations 7 to 9.</summary>
    private static double Conformal(double tau)
    {
        var secant = Math.Sqrt(1 + (tau * tau));
        var sigma = Math.Sinh(Eccentricity * Math.Atanh(Eccentricity * tau / secant));
        return (tau * Math.Sqrt(1 + (sigma * sigma))) - (sigma * secant);
    }

    /// <summary>Tangent of the latitude from that of the conformal one, by Newton's method, equations 19 to 21.</summary>
    private static double GeographicTangent(double conformal)
    {
        var tau = conformal / (1 - Wgs84.EccentricitySquared);
        for (var i = 0; i < 5; i++)
        {
            var reached = Conformal(tau);
            var secant2 = 1 + (tau * tau);
            var step = (conformal - reached) / Math.Sqrt(1 + (reached * reached))
                * (1 + ((1 - Wgs84.EccentricitySquared) * tau * tau)) / ((1 - Wgs84.EccentricitySquared) * Math.Sqrt(secant2));
            tau += step;
            if (!(Math.Abs(step) > 1e-16 * Math.Max(1, Math.Abs(tau)))) break;
        }

        return tau;
    }

    /// <summary>The sums of equations 11: over c_j sin(2 j xi) cosh(2 j eta) and c_j cos(2 j xi) sinh(2 j eta).</summary>
    private static (double Real, double Imaginary) Sum(double[] coefficients, double xi, double eta)
    {
        // Clenshaw's sum of complex sines: the sine of 2 (xi + i eta) and of its multiples.
        var (sin, cos) = Math.SinCos(2 * xi);
        var (sinh, cosh) = (Math.Sinh(2 * eta), Math.Cosh(2 * eta));
        var (doubleCosReal, doubleCosImaginary) = (2 * cos * cosh, -2 * sin * sinh);
        double lastReal = 0, lastImaginary = 0, real = 0, imaginary = 0;
        for (var j = Order; j >= 1; j--)
        {
            var nextReal = (doubleCosReal * real) - (doubleCosImaginary * imaginary) - lastReal + coefficients[j];
            var nextImaginary = (doubleCosReal * imaginary) + (doubleCosImaginary * real) - lastImaginary;
            (lastReal, lastImaginary, real, imaginary) = (real, imaginary, nextReal, nextImaginary);
        }

        var (sinReal, sinImaginary) = (sin * cosh, cos * sinh);
        return ((sinReal * real) - (sinImaginary * imaginary), (sinReal * imaginary) + (sinImaginary * real));
    }

    private static double[] Series(int which)
    {
        var coefficients = new double[Order + 1];
        foreach (var row in EmbeddedTable.Read(typeof(TransverseMercator).Assembly, "transverse_mercator_series.csv"))
        {
            if ((int)row[0] == which) coefficients[(int)row[1]] += row[3] / row[4] * Math.Pow(ThirdFlattening, row[2]);
        }

        return coefficients;
    }
}
