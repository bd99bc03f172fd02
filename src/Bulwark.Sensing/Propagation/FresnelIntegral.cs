using System.Numerics;

namespace Bulwark.Sensing.Propagation;

/// <summary>
/// The complementary Fresnel integral ∫ from ν to infinity of exp(-iπt²/2) dt, to 14 digits. Source: Abramowitz and Stegun (1964), 7.3:
/// the power series 7.3.11 and 7.3.13 for small arguments; for large ones the continued fraction of the complementary error function 7.1.14.
/// </summary>
internal static class FresnelIntegral
{
    private const double SeriesLimit = 1.6;

    public static Complex Complementary(double nu) =>
        nu < 0 ? new Complex(1, -1) - Positive(-nu) : Positive(nu);

    private static Complex Positive(double x)
    {
        if (x >= SeriesLimit) return ByFraction(x);
        // C(x) and S(x) are alternately the even and the odd terms of the series of the exponential.
        var t = 0.5 * Math.PI * x * x;
        double cosine = 0, sine = 0, term = x;
        for (var n = 0; n < 60; n++)
        {
            var part = term / ((2 * n) + 1);
            switch (n & 3)
            {
                case 0: cosine += part; break;
                case 1: sine += part; break;
                case 2: cosine -= part; break;
                default: sine -= part; break;
            }

            term *= t / (n + 1);
        }

        return new Complex(0.5 - cosine, -(0.5 - sine));
    }

    // erfc(z) = exp(-z²)/√π · 1/(z + (1/2)/(z + 1/(z + (3/2)/(z + ...)))), z = √π/2 (1 + i) x, evaluated from its tail.
    private static Complex ByFraction(double x)
    {
        var z = 0.5 * Math.Sqrt(Math.PI) * x * Complex.One + new Complex(0, 0.5 * Math.Sqrt(Math.PI) * x);
        var fraction = z;
        for (var k = (int)(400 / (x * x)) + 20; k >= 1; k--) fraction = z + (0.5 * k / fraction);
        var (sine, cosine) = Math.SinCos(0.5 * Math.PI * Math.IEEERemainder(x * x, 4));
        return new Complex(1, -1) * 0.5 * new Complex(cosine, -sine) / (Math.Sqrt(Math.PI) * fraction);
    }
}
