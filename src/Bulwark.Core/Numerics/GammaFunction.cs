namespace Bulwark.Core.Numerics;

/// <summary>The gamma function, by its logarithm.</summary>
public static class GammaFunction
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>
    /// Natural logarithm of the gamma function. Stirling's series (Abramowitz and Stegun 1964, 6.1.41) from 10 up, reached from below
    /// by the recurrence; relative error below 1e-14 away from the zeros at 1 and 2, absolute error below 1e-14 near them.
    /// </summary>
    /// <param name="x">Argument, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The argument is not positive and finite.</exception>
    public static double Log(double x)
    {
        if (!(x > 0) || !double.IsFinite(x)) throw new ArgumentOutOfRangeException(nameof(x), x, "The argument must be positive and finite.");
        var product = 1.0;
        while (x < 10)
        {
            product *= x;
            x++;
        }

        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = 1.0 / 156;
        series = (series * square) - (691.0 / 360_360);
        series = (series * square) + (1.0 / 1188);
        series = (series * square) - (1.0 / 1680);
        series = (series * square) + (1.0 / 1260);
        series = (series * square) - (1.0 / 360);
        series = ((series * square) + (1.0 / 12)) * inverse;
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + series - Math.Log(product);
    }
}
