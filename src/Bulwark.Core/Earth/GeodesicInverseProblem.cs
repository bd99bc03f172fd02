namespace Bulwark.Core.Earth;

/// <summary>
/// The inverse problem: canonical position, the two simple kinds (meridian, equator), and otherwise Newton's method on the
/// direction at the first point, kept inside a bracket. Source: Karney 2013, sections 4 and 5.
/// </summary>
internal static class GeodesicInverseProblem
{
    private const double Rounding = 2.220446049250313e-16;
    private const double Tolerance = Rounding * 1.4901161193847656e-8;
    private const int NewtonSteps = 20;
    private const int Steps = NewtonSteps + 63;

    internal static GeodesicInverse Solve(GeodeticPoint start, GeodeticPoint end)
    {
        // Canonical: eastward, first point south of the equator and at least as far from it as the second.
        var lambda12Rad = Math.IEEERemainder(end.LongitudeRad - start.LongitudeRad, 2 * Math.PI);
        var eastward = lambda12Rad >= 0;
        lambda12Rad = Math.Abs(lambda12Rad);
        var (latitude1Rad, latitude2Rad) = (start.LatitudeRad, end.LatitudeRad);
        var swapped = Math.Abs(latitude1Rad) < Math.Abs(latitude2Rad);
        if (swapped) (latitude1Rad, latitude2Rad) = (latitude2Rad, latitude1Rad);
        var mirrored = latitude1Rad >= 0;
        if (mirrored) (latitude1Rad, latitude2Rad) = (-latitude1Rad, -latitude2Rad);

        var beta1 = SinCos.Reduced(latitude1Rad);
        var beta2 = Equalized(beta1, SinCos.Reduced(latitude2Rad));
        var (distance, alpha1, alpha2) = SolveCanonical(latitude1Rad, beta1, beta2, lambda12Rad);

        if (swapped) (alpha1, alpha2) = (alpha2, alpha1);
        var sinSign = eastward ? 1 : -1;
        var cosSign = swapped == mirrored ? 1 : -1;
        return new GeodesicInverse(
            distance,
            Math.Atan2(sinSign * alpha1.Sin, cosSign * alpha1.Cos),
            Math.Atan2(sinSign * alpha2.Sin, cosSign * alpha2.Cos));
    }

    /// <summary>Rounding must not make opposite latitudes unequal: the solution depends on their being equal.</summary>
    private static SinCos Equalized(SinCos beta1, SinCos beta2)
    {
        if (beta1.Cos < -beta1.Sin) return beta2.Cos == beta1.Cos ? beta2 with { Sin = Math.CopySign(beta1.Sin, beta2.Sin) } : beta2;
        return Math.Abs(beta2.Sin) == -beta1.Sin ? beta2 with { Cos = beta1.Cos } : beta2;
    }

    private static (double DistanceM, SinCos Alpha1, SinCos Alpha2) SolveCanonical(double latitude1Rad, SinCos beta1, SinCos beta2, double lambda12Rad)
    {
        var lambda12 = SinCos.Of(lambda12Rad);
        var stretch1 = GeodesicSeries.Stretch(beta1.Sin);
        var stretch2 = GeodesicSeries.Stretch(beta2.Sin);
        if (latitude1Rad == -Math.PI / 2 || lambda12.Sin == 0)
        {
            var alpha1 = lambda12;
            var alpha2 = new SinCos(0, 1);
            var sigma1 = new SinCos(beta1.Sin, alpha1.Cos * beta1.Cos).Normalized();
            var sigma2 = new SinCos(beta2.Sin, alpha2.Cos * beta2.Cos).Normalized();
            var between = sigma2.Minus(sigma1);
            var sigma12Rad = Math.Atan2(Math.Max(0, between.Sin), between.Cos);
            var (distance, reducedLength) = GeodesicSeries.Lengths(Wgs84.Flattening / (2 - Wgs84.Flattening), sigma12Rad, sigma1, stretch1, sigma2, stretch2);

            // A meridian over the pole is the shortest path as long as the reduced length has not turned negative.
            if (sigma12Rad < 1 || reducedLength >= 0) return (sigma12Rad < 2 * SinCos.Tiny ? 0 : distance * Wgs84.SemiMinorAxisM, alpha1, alpha2);
        }

        if (beta1.Sin == 0 && lambda12Rad <= (1 - Wgs84.Flattening) * Math.PI)
        {
            return (Wgs84.SemiMajorAxisM * lambda12Rad, new SinCos(1, 0), new SinCos(1, 0));
        }

        var guess = GeodesicStart.Find(beta1, beta2, lambda12Rad, lambda12);
        if (guess.ShortLength >= 0) return (guess.ShortLength * Wgs84.SemiMinorAxisM, guess.Alpha1, guess.Alpha2);
        var (trial, direction) = Refine(beta1, beta2, lambda12, guess.Alpha1);
        var length = GeodesicSeries.Lengths(trial.Epsilon, trial.Sigma12Rad, trial.Sigma1, stretch1, trial.Sigma2, stretch2).Distance;
        return (length * Wgs84.SemiMinorAxisM, direction, trial.Alpha2);
    }

    private static (GeodesicTrial Trial, SinCos Alpha1) Refine(SinCos beta1, SinCos beta2, SinCos lambda12, SinCos alpha1)
    {
        var low = new SinCos(SinCos.Tiny, 1);
        var high = new SinCos(SinCos.Tiny, -1);
        var (lastNewton, lastHalving) = (false, false);
        for (var step = 0; ; step++)
        {
            var trial = GeodesicTrial.Run(beta1, beta2, alpha1, lambda12, step < NewtonSteps);
            var excessRad = trial.ExcessRad;
            if (lastHalving || step == Steps || !(Math.Abs(excessRad) >= (lastNewton ? 8 : 1) * Rounding)) return (trial, alpha1);

            if (excessRad > 0 && (step > NewtonSteps || alpha1.Cos / alpha1.Sin > high.Cos / high.Sin)) high = alpha1;
            else if (excessRad < 0 && (step > NewtonSteps || alpha1.Cos / alpha1.Sin < low.Cos / low.Sin)) low = alpha1;

            if (step < NewtonSteps && trial.ExcessSlope > 0)
            {
                var changeRad = -excessRad / trial.ExcessSlope;
                var next = alpha1.Plus(SinCos.Of(changeRad));
                if (Math.Abs(changeRad) < Math.PI && next.Sin > 0)
                {
                    alpha1 = next.Normalized();
                    lastNewton = Math.Abs(excessRad) <= 16 * Rounding;
                    continue;
                }
            }

            // Newton left the bracket, or the slope was useless: halve.
            alpha1 = new SinCos((low.Sin + high.Sin) / 2, (low.Cos + high.Cos) / 2).Normalized();
            lastNewton = false;
            lastHalving = Math.Abs(low.Sin - alpha1.Sin) + (low.Cos - alpha1.Cos) < Tolerance || Math.Abs(alpha1.Sin - high.Sin) + (alpha1.Cos - high.Cos) < Tolerance;
        }
    }
}
