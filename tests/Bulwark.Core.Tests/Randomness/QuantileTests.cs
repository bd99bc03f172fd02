using Bulwark.Core.Randomness;

namespace Bulwark.Core.Tests.Randomness;

public class QuantileTests
{
    /// <summary>The check values printed with Algorithm AS 241 (Wichura 1988).</summary>
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    public void NormalHasThePrintedCheckValues(double probability, double quantile) =>
        Assert.Equal(quantile, Quantiles.Normal(probability), 4e-15 * Math.Abs(quantile));

    /// <summary>Distribution function of the standard normal at round arguments, as tabulated to 16 digits in normal_01_cdf_values (J. Burkardt).</summary>
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.5398278372770290, 0.1)]
    [InlineData(0.5792597094391030, 0.2)]
    [InlineData(0.6179114221889526, 0.3)]
    [InlineData(0.6554217416103242, 0.4)]
    [InlineData(0.6914624612740131, 0.5)]
    [InlineData(0.7580363477769270, 0.7)]
    [InlineData(0.8413447460685429, 1)]
    [InlineData(0.9331927987311419, 1.5)]
    [InlineData(0.9772498680518208, 2)]
    [InlineData(0.9986501019683699, 3)]
    [InlineData(0.9999683287581669, 4)]
    public void NormalInvertsTheTabulatedDistribution(double probability, double x)
    {
        // The table's last digit, through the slope of the quantile.
        var density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        Assert.Equal(x, Quantiles.Normal(probability), 2e-16 / density);
        Assert.Equal(-x, Quantiles.Normal(1 - probability), 2e-16 / density);
    }

    [Fact]
    public void NormalIsMonotoneAcrossTheJoints()
    {
        foreach (var centre in new[] { 0.075, 0.925, 0.5, Math.Exp(-25), 1e-300, 0.3 })
        {
            var probability = centre;
            for (var i = 0; i < 2_000; i++) probability = Math.BitDecrement(probability);
            var last = double.NegativeInfinity;
            for (var i = 0; i < 4_000; i++)
            {
                var quantile = Quantiles.Normal(probability);

                // Neighbouring doubles may round the same way round by one unit; never by more.
                Assert.True(quantile >= last - (4e-16 * Math.Abs(last)), $"{probability:R}: {last:R} then {quantile:R}");
                last = quantile;
                probability = Math.BitIncrement(probability);
            }
        }

        for (var i = 1; i < 1_000_000; i++) Assert.True(Quantiles.Normal(i / 1e6) > Quantiles.Normal((i - 0.5) / 1e6));
    }

    [Fact]
    public void EndsAndClosedFormsHold()
    {
        Assert.Equal(3, Quantiles.Uniform(0, 3, 7));
        Assert.Equal(7, Quantiles.Uniform(1, 3, 7));
        Assert.Equal(2 * Math.Log(2), Quantiles.Exponential(0.5, 2), 1e-15);
        Assert.Equal(1e-20, Quantiles.Exponential(1e-20, 1), 1e-35);
        Assert.Equal(1, Quantiles.Triangular(0, 1, 2, 4));
        Assert.Equal(4, Quantiles.Triangular(1, 1, 2, 4));
        Assert.Equal(2, Quantiles.Triangular(1.0 / 3, 1, 2, 4), 1e-15);
        Assert.Equal(1, Quantiles.Pert(0, 1, 2, 4));
        Assert.Equal(4, Quantiles.Pert(1, 1, 2, 4));
        Assert.Equal(2, Quantiles.Pert(0.5, 1, 2, 3), 1e-14);
        Assert.Equal(5, Quantiles.Pert(0.3, 5, 5, 5));
        Assert.Equal(5, Quantiles.Triangular(0.3, 5, 5, 5));
    }

    [Fact]
    public void ValuesOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Normal(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Normal(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Normal(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Normal(0.5, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Uniform(0.5, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Uniform(1.5, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Exponential(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Exponential(0.5, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Triangular(0.5, 1, 5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Pert(0.5, 1, 0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Pert(0.5, double.NaN, 1, 4));
    }
}
