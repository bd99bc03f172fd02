namespace Bulwark.Tracking.Gating;

/// <summary>
/// Gate thresholds: the squared distance that a true measurement of 1 to 3 dimensions stays below with a given probability.
/// Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.4.1 and the series 6.5.29.
/// </summary>
internal static class ChiSquareGate
{
    /// <summary>The quantile of the chi-square distribution.</summary>
    /// <param name="probability">Between 0 and 1 exclusive.</param>
    /// <param name="degrees">Degrees of freedom, 1 or more.</param>
    public static double Threshold(double probability, int degrees)
    {
        var (low, high) = (0.0, 1.0);
        while (Distribution(high, degrees) < probability && high < 1e3) high *= 2;
        for (var step = 0; step < 100; step++)
        {
            var middle = 0.5 * (low + high);
            if (Distribution(middle, degrees) < probability) low = middle;
            else high = middle;
        }

        return 0.5 * (low + high);
    }

    /// <summary>The probability that a chi-square variable stays below a value.</summary>
    /// <param name="value">Zero or more.</param>
    /// <param name="degrees">Degrees of freedom, 1 or more.</param>
    public static double Distribution(double value, int degrees)
    {
        // Term n of the series is (x/2)^(a+n) e^(-x/2) / Γ(a+n+1), a = degrees/2; Γ by recurrence from Γ(1/2) or Γ(1).
        if (!(value > 0)) return 0;
        var a = 0.5 * degrees;
        var x = 0.5 * value;
        var gamma = degrees % 2 == 0 ? 1.0 : Math.Sqrt(Math.PI);
        for (var k = degrees % 2 == 0 ? 1.0 : 0.5; k <= a; k++) gamma *= k;
        var term = Math.Exp((a * Math.Log(x)) - x) / gamma;
        var sum = 0.0;
        for (var n = 1; n < 10_000 && term > 1e-17 * sum; n++)
        {
            sum += term;
            term *= x / (a + n);
        }

        return Math.Min(1, sum);
    }
}
