namespace Bulwark.Core.Earth;

/// <summary>
/// The geodesic that leaves the first point in a trial direction, where it crosses the second point's parallel: how far that is
/// beyond the wanted longitude. Source: Karney 2013, section 4.
/// </summary>
/// <param name="ExcessRad">Longitude reached less longitude wanted.</param>
/// <param name="ExcessSlope">Its derivative by the trial azimuth; only when asked for.</param>
/// <param name="Alpha2">Direction at the crossing.</param>
/// <param name="Sigma1">Arc of the first point from the equator.</param>
/// <param name="Sigma2">Arc of the crossing from the equator.</param>
/// <param name="Sigma12Rad">Arc between them.</param>
/// <param name="Epsilon">Expansion parameter.</param>
internal readonly record struct GeodesicTrial(
    double ExcessRad, double ExcessSlope, SinCos Alpha2, SinCos Sigma1, SinCos Sigma2, double Sigma12Rad, double Epsilon)
{
    internal static GeodesicTrial Run(SinCos beta1, SinCos beta2, SinCos alpha1, SinCos wanted, bool slope)
    {
        // Due east from the equator is taken as a hair south, which settles the branch.
        if (beta1.Sin == 0 && alpha1.Cos == 0) alpha1 = alpha1 with { Cos = -SinCos.Tiny };
        var alpha0 = GeodesicSeries.AzimuthAtEquator(alpha1, beta1);

        var across1 = alpha1.Cos * beta1.Cos;
        var sigma1 = new SinCos(beta1.Sin, across1).Normalized();
        var omega1 = new SinCos(alpha0.Sin * beta1.Sin, across1);

        // Clairaut's relation, with the cosine in the form that does not cancel (equation 45).
        var alpha2 = new SinCos(
            beta2.Cos != beta1.Cos ? alpha0.Sin / beta2.Cos : alpha1.Sin,
            beta2.Cos != beta1.Cos || Math.Abs(beta2.Sin) != -beta1.Sin
                ? Math.Sqrt((across1 * across1) + (beta1.Cos < -beta1.Sin
                    ? (beta2.Cos - beta1.Cos) * (beta1.Cos + beta2.Cos)
                    : (beta1.Sin - beta2.Sin) * (beta1.Sin + beta2.Sin))) / beta2.Cos
                : Math.Abs(alpha1.Cos));
        var across2 = alpha2.Cos * beta2.Cos;
        var sigma2 = new SinCos(beta2.Sin, across2).Normalized();
        var omega2 = new SinCos(alpha0.Sin * beta2.Sin, across2);

        var sigma12Rad = Forward(sigma2.Minus(sigma1)).AngleRad;
        var epsilon = GeodesicSeries.Epsilon(alpha0.Cos);
        var series = GeodesicSeries.C3(epsilon);
        var correctionRad = -Wgs84.Flattening * GeodesicSeries.A3(epsilon) * alpha0.Sin * (sigma12Rad + series.At(sigma2) - series.At(sigma1));
        var excessRad = Forward(omega2.Minus(omega1)).Minus(wanted).AngleRad + correctionRad;

        var excessSlope = 0.0;
        if (slope)
        {
            var stretch1 = GeodesicSeries.Stretch(beta1.Sin);
            excessSlope = alpha2.Cos == 0
                ? -2 * (1 - Wgs84.Flattening) * stretch1 / beta1.Sin
                : GeodesicSeries.Lengths(epsilon, sigma12Rad, sigma1, stretch1, sigma2, GeodesicSeries.Stretch(beta2.Sin)).ReducedLength
                    * (1 - Wgs84.Flattening) / across2;
        }

        return new GeodesicTrial(excessRad, excessSlope, alpha2, sigma1, sigma2, sigma12Rad, epsilon);

        // Rounding may turn a difference a hair negative; it lies between 0 and pi.
        static SinCos Forward(SinCos value) => value.Sin < 0 ? value with { Sin = 0 } : value;
    }
}
