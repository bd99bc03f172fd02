using Bulwark.Core.Numerics;

namespace Bulwark.Core.Tests.Numerics;

public class SpecialFunctionTests
{
    [Fact]
    public void LogGammaOfWholeNumbersIsTheLogOfFactorials()
    {
        var factorial = 1.0;
        for (var n = 1; n <= 20; n++)
        {
            // Doubles hold the factorials up to 22! exactly.
            Assert.Equal(Math.Log(factorial), GammaFunction.Log(n), 2e-14 * Math.Max(1, Math.Log(factorial)));
            factorial *= n;
        }
    }

    [Fact]
    public void LogGammaOfOneHalfIsHalfTheLogOfPi()
    {
        Assert.Equal(0.5 * Math.Log(Math.PI), GammaFunction.Log(0.5), 1e-14);
        Assert.Equal(0.5 * Math.Log(Math.PI) - Math.Log(2), GammaFunction.Log(1.5), 1e-14);
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunction.Log(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunction.Log(double.NaN));
    }

    /// <summary>Values tabulated in the public test data of J. Burkardt, beta_inc_values (from Mathematica and Abramowitz and Stegun).</summary>
    [Theory]
    [InlineData(0.01, 0.5, 0.5, 0.06376856085851985)]
    [InlineData(0.1, 0.5, 0.5, 0.2048327646991335)]
    [InlineData(0.01, 1, 0.5, 0.005012562893380045)]
    [InlineData(0.1, 1, 0.5, 0.05131670194948620)]
    [InlineData(0.5, 1, 0.5, 0.2928932188134525)]
    [InlineData(0.1, 2, 2, 0.028)]
    [InlineData(0.7, 2, 2, 0.784)]
    [InlineData(0.5, 5.5, 5, 0.4361908850559777)]
    [InlineData(0.9, 10, 0.5, 0.1516409096347099)]
    [InlineData(0.5, 10, 5, 0.08978271484375)]
    [InlineData(0.8, 20, 5, 0.4598773297575791)]
    [InlineData(0.6, 20, 10, 0.2146816102371739)]
    [InlineData(0.8, 20, 10, 0.9507364826957875)]
    [InlineData(0.5, 20, 20, 0.5)]
    public void IncompleteBetaHasTheTabulatedValues(double x, double a, double b, double value)
    {
        Assert.Equal(value, BetaFunction.Regularized(x, a, b), 3e-14);
        Assert.Equal(x, BetaFunction.InverseRegularized(value, a, b), 1e-13);
    }

    [Fact]
    public void IncompleteBetaEndsAndErrors()
    {
        Assert.Equal(0, BetaFunction.Regularized(0, 2, 3));
        Assert.Equal(1, BetaFunction.Regularized(1, 2, 3));
        Assert.Equal(0, BetaFunction.InverseRegularized(0, 2, 3));
        Assert.Equal(1, BetaFunction.InverseRegularized(1, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaFunction.Regularized(1.1, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaFunction.Regularized(0.5, 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaFunction.Regularized(0.5, 2, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaFunction.InverseRegularized(-0.1, 2, 3));
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(-1e-20)]
    [InlineData(1e-9)]
    [InlineData(-1e-5)]
    [InlineData(0.01)]
    public void LogOnePlusKeepsItsDigits(double x)
    {
        // Mercator's series to the eighth power, far below the rounding of a hundredth.
        var series = x * (1 - (x * ((1.0 / 2) - (x * ((1.0 / 3) - (x * ((1.0 / 4) - (x * ((1.0 / 5) - (x * ((1.0 / 6) - (x * ((1.0 / 7) - (x / 8))))))))))))));
        Assert.Equal(series, Elementary.LogOnePlus(x), 4e-16 * Math.Abs(x));
    }
}
