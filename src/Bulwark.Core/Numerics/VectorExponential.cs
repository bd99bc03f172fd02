using System.Runtime.Intrinsics;

namespace Bulwark.Core.Numerics;

/// <summary>
/// The exponential function of four numbers at once, of plain products and sums in a stated order: the same bits from whatever compiled it. The run-time
/// library's own may fuse a product with a sum once it has been compiled for speed and not before, so that a result would depend on how long a
/// program has run.
/// </summary>
public static class VectorExponential
{
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts, the first with 32 bits, so that its products with whole numbers up to 2048 are exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // Added, it leaves the nearest whole number in the last bits.
    private const double Rounder = 6755399441055744.0;

    /// <summary>
    /// e to the power of each number, right to 2e-16 of the result; 0 below -708 and the value at 709 above it; not-a-number stays what it is.
    /// Source: argument reduction of Cody and Waite, Software Manual for the Elementary Functions (1980), chapter 6; Taylor's series to the
    /// thirteenth power, whose rest is below 1e-17 for half of ln 2.
    /// </summary>
    /// <param name="x">The numbers.</param>
    public static Vector256<double> Exp(Vector256<double> x)
    {
        var bounded = Vector256.Min(Vector256.Max(x, Vector256.Create(-708.0)), Vector256.Create(709.0));
        var shifted = (bounded * Log2E) + Vector256.Create(Rounder);
        var whole = shifted - Vector256.Create(Rounder);
        var r = (bounded - (whole * Ln2High)) - (whole * Ln2Low);
        var sum = Vector256.Create(1.0 / 6227020800);
        sum = (sum * r) + Vector256.Create(1.0 / 479001600);
        sum = (sum * r) + Vector256.Create(1.0 / 39916800);
        sum = (sum * r) + Vector256.Create(1.0 / 3628800);
        sum = (sum * r) + Vector256.Create(1.0 / 362880);
        sum = (sum * r) + Vector256.Create(1.0 / 40320);
        sum = (sum * r) + Vector256.Create(1.0 / 5040);
        sum = (sum * r) + Vector256.Create(1.0 / 720);
        sum = (sum * r) + Vector256.Create(1.0 / 120);
        sum = (sum * r) + Vector256.Create(1.0 / 24);
        sum = (sum * r) + Vector256.Create(1.0 / 6);
        sum = (sum * r) + Vector256.Create(0.5);
        sum = (((sum * r) * r) + r) + Vector256<double>.One;

        // The whole number goes into the exponent.
        var scaled = ((shifted.AsInt64() << 52) + sum.AsInt64()).AsDouble();
        scaled = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-708.0)), Vector256<double>.Zero, scaled);
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), scaled, x);
    }
}
