namespace Bulwark.Core.Numerics;

/// <summary>The regularised incomplete beta function, which is the distribution function of the beta distribution, and its inverse.</summary>
public static class BetaFunction
{
    private const double Tiny = 1e-300;

    /// <summary>
    /// I(x; a, b), by the continued fraction of Abramowitz and Stegun 1964, 26.5.8, evaluated by the modified Lentz method
    /// (Thompson and Barnett 1986). Relative error about 1e-13 for shapes up to some hundreds.
    /// </summary>
    /// <param name="x">Argument, 0 to 1.</param>
    /// <param name="a">First shape, positive.</param>
    /// <param name="b">Second shape, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Regularized(double x, double a, double b)
    {
        if (!(x >= 0 && x <= 1)) throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must lie between 0 and 1.");
        if (!(a > 0)) throw new ArgumentOutOfRangeException(nameof(a), a, "The shape must be positive.");
        if (!(b > 0)) throw new ArgumentOutOfRangeException(nameof(b), b, "The shape must be positive.");
        if (x is 0 or 1) return x;
        return WithFactor(x, a, b, Math.Exp(LogPower(x, a, b) - LogBeta(a, b)));
    }

    /// <summary>The argument at which <see cref="Regularized"/> has the given value: the quantile of the beta distribution.</summary>
    /// <param name="probability">Value to reach, 0 to 1.</param>
    /// <param name="a">First shape, positive.</param>
    /// <param name="b">Second shape, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double InverseRegularized(double probability, double a, double b)
    {
        if (!(probability >= 0 && probability <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        if (probability is 0 or 1) return probability;
        var logBeta = LogBeta(a, b);
        double low = 0, high = 1;
        var x = a / (a + b);

        // Newton steps inside a bracket that every step shrinks; a step that leaves the bracket becomes a bisection. The error of a
        // Newton step is of the order of its square, so that one below 1e-9 of the value leaves only rounding.
        for (var step = 0; step < 200; step++)
        {
            var factor = Math.Exp(LogPower(x, a, b) - logBeta);
            var error = WithFactor(x, a, b, factor) - probability;
            if (error > 0) high = x;
            else low = x;
            var next = x - (error * x * (1 - x) / factor);
            if (!(next > low && next < high))
            {
                next = 0.5 * (low + high);
                if (next == low || next == high) return next;
            }
            else if (Math.Abs(next - x) <= 1e-9 * x)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    private static double LogBeta(double a, double b) => GammaFunction.Log(a) + GammaFunction.Log(b) - GammaFunction.Log(a + b);

    private static double LogPower(double x, double a, double b) => (a * Math.Log(x)) + (b * Elementary.LogOnePlus(-x));

    /// <summary>The fraction converges fast below the mean; above it the symmetric one does.</summary>
    private static double WithFactor(double x, double a, double b, double factor) => x < (a + 1) / (a + b + 2)
        ? factor * ContinuedFraction(x, a, b) / a
        : 1 - (factor * ContinuedFraction(1 - x, b, a) / b);

    private static double ContinuedFraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var fraction = d;
        for (var m = 1; m <= 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= c * d;

            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-16) break;
        }

        return fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
