namespace Bulwark.Core.Earth;

/// <summary>
/// The starting direction for the inverse problem in canonical position (first point south and at least as far from the equator).
/// Source: Karney 2013, section 5: short lines by a sphere, nearly antipodal points by the astroid, the rest by the auxiliary sphere.
/// </summary>
internal static class GeodesicStart
{
    /// <summary>Below this angular length the sphere of the short line is exact to the rounding limit.</summary>
    private static readonly double ShortLine = 0.1 * Math.Sqrt(double.BitIncrement(1) - 1) / Math.Sqrt(Wgs84.Flattening * (1 - (Wgs84.Flattening / 2)) / 2);

    private const double NearEdge = 200 * 2.220446049250313e-16;
    private const double BeyondCusp = 1000 * 1.4901161193847656e-8;

    /// <summary>A start, or for a short line the solution: then the length over the semi-minor axis is not negative.</summary>
    internal readonly record struct Guess(SinCos Alpha1, SinCos Alpha2, double ShortLength);

    internal static Guess Find(SinCos beta1, SinCos beta2, double lambda12Rad, SinCos lambda12)
    {
        var difference = beta2.Minus(beta1);
        var sumSin = (beta2.Sin * beta1.Cos) + (beta2.Cos * beta1.Sin);
        var isShort = difference.Cos >= 0 && difference.Sin < 0.5 && beta2.Cos * lambda12Rad < 0.5;
        var omega12 = lambda12;
        var stretch = 1.0;
        if (isShort)
        {
            var middle = (beta1.Sin + beta2.Sin) * (beta1.Sin + beta2.Sin);
            middle /= middle + ((beta1.Cos + beta2.Cos) * (beta1.Cos + beta2.Cos));
            stretch = GeodesicSeries.Stretch(Math.Sqrt(middle));
            omega12 = SinCos.Of(lambda12Rad / ((1 - Wgs84.Flattening) * stretch));
        }

        var alpha1 = SphericalAzimuth(beta1, beta2, omega12, difference.Sin, sumSin);
        var sine = double.Hypot(alpha1.Sin, alpha1.Cos);
        var cosine = (beta1.Sin * beta2.Sin) + (beta1.Cos * beta2.Cos * omega12.Cos);
        if (isShort && sine < ShortLine)
        {
            var versine = omega12.Cos >= 0 ? omega12.Sin * omega12.Sin / (1 + omega12.Cos) : 1 - omega12.Cos;
            var alpha2 = new SinCos(beta1.Cos * omega12.Sin, difference.Sin - (beta1.Cos * beta2.Sin * versine)).Normalized();
            return new Guess(Valid(alpha1), alpha2, Math.Atan2(sine, cosine) * stretch);
        }

        const double N = Wgs84.Flattening / (2 - Wgs84.Flattening);
        var nearlyAntipodal = cosine < 0 && sine < 6 * N * Math.PI * beta1.Cos * beta1.Cos;
        return new Guess(Valid(nearlyAntipodal ? Antipodal(beta1, beta2, lambda12, sumSin) : alpha1), default, -1);
    }

    private static SinCos Valid(SinCos alpha) => alpha.Sin > 0 ? alpha.Normalized() : new SinCos(1, 0);

    private static SinCos SphericalAzimuth(SinCos beta1, SinCos beta2, SinCos omega12, double differenceSin, double sumSin)
    {
        var curve = beta2.Cos * beta1.Sin * omega12.Sin * omega12.Sin;
        return new SinCos(
            beta2.Cos * omega12.Sin,
            omega12.Cos >= 0 ? differenceSin + (curve / (1 + omega12.Cos)) : sumSin - (curve / (1 - omega12.Cos)));
    }

    private static SinCos Antipodal(SinCos beta1, SinCos beta2, SinCos lambda12, double sumSin)
    {
        // Scaled offsets from the antipode: x east, y north (equations 53 and 54).
        var lambdaScale = Wgs84.Flattening * beta1.Cos * GeodesicSeries.A3(GeodesicSeries.Epsilon(beta1.Sin)) * Math.PI;
        var x = Math.Atan2(-lambda12.Sin, -lambda12.Cos) / lambdaScale;
        var y = sumSin / (lambdaScale * beta1.Cos);
        if (y > -NearEdge && x > -1 - BeyondCusp)
        {
            var sine = Math.Min(1, -x);
            return new SinCos(sine, -Math.Sqrt(1 - (sine * sine)));
        }

        var k = Astroid(x, y);
        var omega = lambdaScale * (-x * k / (1 + k));
        var omega12 = new SinCos(Math.Sin(omega), -Math.Cos(omega));
        return SphericalAzimuth(beta1, beta2, omega12, 0, sumSin);
    }

    /// <summary>The positive root of k^4 + 2k^3 - (x^2 + y^2 - 1)k^2 - 2y^2 k - y^2 = 0 (equation 55, solved as in the appendix).</summary>
    private static double Astroid(double x, double y)
    {
        var p = x * x;
        var q = y * y;
        var r = (p + q - 1) / 6;
        if (q == 0 && r <= 0) return 0;
        var s = p * q / 4;
        var r3 = r * r * r;
        var discriminant = s * (s + (2 * r3));
        var u = r;
        if (discriminant >= 0)
        {
            var cube = s + r3;
            cube += cube < 0 ? -Math.Sqrt(discriminant) : Math.Sqrt(discriminant);
            var root = Math.Cbrt(cube);
            u += root + (root != 0 ? r * r / root : 0);
        }
        else
        {
            u += 2 * r * Math.Cos(Math.Atan2(Math.Sqrt(-discriminant), -(s + r3)) / 3);
        }

        var v = Math.Sqrt((u * u) + q);
        var uv = u < 0 ? q / (v - u) : u + v;
        var w = (uv - q) / (2 * v);
        return uv / (Math.Sqrt(uv + (w * w)) + w);
    }
}
