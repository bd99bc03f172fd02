using Bulwark.Core.Numerics;

namespace Bulwark.Sensing.Detection;

/// <summary>
/// Regularised incomplete gamma functions. Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964),
/// 6.5.29 (series) and 6.5.31 (continued fraction, evaluated by the modified Lentz method of Thompson and Barnett, 1986).
/// </summary>
internal static class IncompleteGamma
{
    private const double Tiny = 1e-300;

    /// <summary>Density of the gamma distribution of shape a and unit scale at x, x^(a-1) e^-x / Gamma(a).</summary>
    public static double Density(double a, double x) => Math.Exp(((a - 1) * Math.Log(x)) - x - GammaFunction.Log(a));

    /// <summary>Upper regularised function Q(a, x), a and x positive.</summary>
    public static double Upper(double a, double x) => x < a + 1 ? 1 - LowerSeries(a, x) : UpperFraction(a, x);

    /// <summary>The x at which Q(a, x) has the given value between 0 and 1.</summary>
    public static double InverseUpper(double a, double value)
    {
        if (a == 1) return -Math.Log(value);

        // ln Q falls steadily and is concave, so Newton's method inside a shrinking bracket cannot miss.
        var low = 0.0;
        var high = a + 10;
        while (Upper(a, high) > value) high *= 2;
        var target = Math.Log(value);
        var x = 0.5 * (low + high);
        for (var step = 0; step < 200; step++)
        {
            var upper = Upper(a, x);
            var excess = Math.Log(upper) - target;
            if (excess > 0) low = x;
            else high = x;
            var next = x + (excess * upper / Density(a, x));
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            if (Math.Abs(next - x) <= 1e-15 * x) return next;
            x = next;
        }

        return x;
    }

    private static double LowerSeries(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum * Density(a, x) * x;
    }

    private static double UpperFraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var n = 1; n < 1_000_000; n++)
        {
            var factor = -n * (n - a);
            b += 2;
            d = (factor * d) + b;
            if (Math.Abs(d) < Tiny) d = Tiny;
            c = b + (factor / c);
            if (Math.Abs(c) < Tiny) c = Tiny;
            d = 1 / d;
            var change = d * c;
            h *= change;
            if (Math.Abs(change - 1) < 1e-16) break;
        }

        return h * Density(a, x) * x;
    }
}
