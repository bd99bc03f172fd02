namespace Bulwark.Core.Earth;

/// <summary>
/// The expansions of the geodesic integrals in the small parameter epsilon, to the sixth order.
/// Source: Karney 2013, equations 15 to 25 and 41 to 43; the third flattening n is that of WGS-84.
/// </summary>
internal static class GeodesicSeries
{
    private const double N = Wgs84.Flattening / (2 - Wgs84.Flattening);
    private const double SecondEccentricitySquared = Wgs84.EccentricitySquared / ((1 - Wgs84.Flattening) * (1 - Wgs84.Flattening));

    /// <summary>The direction in which the geodesic crosses the equator northward (equation 5, in a form that does not lose digits).</summary>
    internal static SinCos AzimuthAtEquator(SinCos alpha1, SinCos beta1) =>
        new(alpha1.Sin * beta1.Cos, double.Hypot(alpha1.Cos, alpha1.Sin * beta1.Sin));

    /// <summary>Epsilon of equation 16, from k = e' cos(alpha0).</summary>
    internal static double Epsilon(double cosAlpha0)
    {
        var k2 = cosAlpha0 * cosAlpha0 * SecondEccentricitySquared;
        return k2 / ((2 * (1 + Math.Sqrt(1 + k2))) + k2);
    }

    /// <summary>sqrt(1 + e'^2 sin^2 beta).</summary>
    internal static double Stretch(double sinBeta) => Math.Sqrt(1 + (SecondEccentricitySquared * sinBeta * sinBeta));

    /// <summary>A1 - 1, equation 17: the mean length of arc.</summary>
    internal static double A1MinusOne(double e)
    {
        var e2 = e * e;
        var series = e2 * ((1.0 / 4) + (e2 * ((1.0 / 64) + (e2 / 256))));
        return (series + e) / (1 - e);
    }

    /// <summary>C1, equation 18: distance from arc.</summary>
    internal static SineSeries C1(double e)
    {
        var e2 = e * e;
        var e3 = e2 * e;
        var e4 = e2 * e2;
        return new SineSeries(
            e * ((-1.0 / 2) + (e2 * ((3.0 / 16) - (e2 / 32)))),
            e2 * ((-1.0 / 16) + (e2 * ((1.0 / 32) - (e2 * 9 / 2048)))),
            e3 * ((-1.0 / 48) + (e2 * 3 / 256)),
            e4 * ((-5.0 / 512) + (e2 * 3 / 512)),
            -7.0 / 1280 * e4 * e,
            -7.0 / 2048 * e4 * e2);
    }

    /// <summary>C1', equation 21: arc from distance.</summary>
    internal static SineSeries C1Inverse(double e)
    {
        var e2 = e * e;
        var e3 = e2 * e;
        var e4 = e2 * e2;
        return new SineSeries(
            e * ((1.0 / 2) + (e2 * ((-9.0 / 32) + (e2 * 205 / 1536)))),
            e2 * ((5.0 / 16) + (e2 * ((-37.0 / 96) + (e2 * 1335 / 4096)))),
            e3 * ((29.0 / 96) - (e2 * 75 / 128)),
            e4 * ((539.0 / 1536) - (e2 * 2391 / 2560)),
            3467.0 / 7680 * e4 * e,
            38081.0 / 61440 * e4 * e2);
    }

    /// <summary>A2 - 1, equation 42: the mean of the reduced length's integral.</summary>
    internal static double A2MinusOne(double e)
    {
        var e2 = e * e;
        var series = e2 * ((-3.0 / 4) + (e2 * ((-7.0 / 64) - (e2 * 11 / 256))));
        return (series - e) / (1 + e);
    }

    /// <summary>C2, equation 43: the variation of the reduced length's integral.</summary>
    internal static SineSeries C2(double e)
    {
        var e2 = e * e;
        var e3 = e2 * e;
        var e4 = e2 * e2;
        return new SineSeries(
            e * ((1.0 / 2) + (e2 * ((1.0 / 16) + (e2 / 32)))),
            e2 * ((3.0 / 16) + (e2 * ((1.0 / 32) + (e2 * 35 / 2048)))),
            e3 * ((5.0 / 48) + (e2 * 5 / 256)),
            e4 * ((35.0 / 512) + (e2 * 7 / 512)),
            63.0 / 1280 * e4 * e,
            77.0 / 2048 * e4 * e2);
    }

    /// <summary>A3, equation 24: the mean of the longitude integral.</summary>
    internal static double A3(double e)
    {
        const double K1 = -(1.0 / 2) + (N / 2);
        const double K2 = -(1.0 / 4) - (N / 8) + (3 * N * N / 8);
        const double K3 = -(1.0 / 16) - (3 * N / 16) - (N * N / 16);
        const double K4 = -(3.0 / 64) - (N / 32);
        const double K5 = -3.0 / 128;
        return 1 + (e * (K1 + (e * (K2 + (e * (K3 + (e * (K4 + (e * K5)))))))));
    }

    /// <summary>C3, equation 25: longitude from arc.</summary>
    internal static SineSeries C3(double e)
    {
        const double K11 = (1.0 / 4) - (N / 4);
        const double K12 = (1.0 / 8) - (N * N / 8);
        const double K13 = (3.0 / 64) + (3 * N / 64) - (N * N / 64);
        const double K14 = (5.0 / 128) + (N / 64);
        const double K15 = 3.0 / 128;
        const double K22 = (1.0 / 16) - (3 * N / 32) + (N * N / 32);
        const double K23 = (3.0 / 64) - (N / 32) - (3 * N * N / 64);
        const double K24 = (3.0 / 128) + (N / 128);
        const double K25 = 5.0 / 256;
        const double K33 = (5.0 / 192) - (3 * N / 64) + (5 * N * N / 192);
        const double K34 = (3.0 / 128) - (5 * N / 192);
        const double K35 = 7.0 / 512;
        const double K44 = (7.0 / 512) - (7 * N / 256);
        const double K45 = 7.0 / 512;
        const double K55 = 21.0 / 2560;
        var e2 = e * e;
        return new SineSeries(
            e * (K11 + (e * (K12 + (e * (K13 + (e * (K14 + (e * K15)))))))),
            e2 * (K22 + (e * (K23 + (e * (K24 + (e * K25)))))),
            e2 * e * (K33 + (e * (K34 + (e * K35)))),
            e2 * e2 * (K44 + (e * K45)),
            e2 * e2 * e * K55,
            0);
    }

    /// <summary>
    /// Length of an arc and its reduced length, both over the semi-minor axis (equations 7 and 38 to 40).
    /// </summary>
    internal static (double Distance, double ReducedLength) Lengths(double e, double sigma12Rad, SinCos sigma1, double stretch1, SinCos sigma2, double stretch2)
    {
        var (c1, c2) = (C1(e), C2(e));
        var (a1, a2) = (A1MinusOne(e), A2MinusOne(e));
        var b1 = c1.At(sigma2) - c1.At(sigma1);
        var b2 = c2.At(sigma2) - c2.At(sigma1);
        var j12 = ((a1 - a2) * sigma12Rad) + (((1 + a1) * b1) - ((1 + a2) * b2));
        var reducedLength = (stretch2 * sigma1.Cos * sigma2.Sin) - (stretch1 * sigma1.Sin * sigma2.Cos) - (sigma1.Cos * sigma2.Cos * j12);
        return ((1 + a1) * (sigma12Rad + b1), reducedLength);
    }
}
