using System.Runtime.Intrinsics;
using Bulwark.Core.Numerics;

namespace Bulwark.Core.Tests.Numerics;

public class VectorExponentialTests
{
    [Fact]
    public void It_is_the_exponential_to_the_last_digits()
    {
        // The run-time library's scalar function is within half a unit in the last place; 4e-16 is two of them.
        for (var k = -700_000; k <= 700_000; k += 7)
        {
            var x = 0.001 * k * 1.000123;
            var found = VectorExponential.Exp(Vector256.Create(x, 0, -x, 0.5 * x));
            Assert.Equal(1, found[1]);
            Assert.Equal(1, found[0] / Math.Exp(x), 4e-16);
            Assert.Equal(1, found[2] / Math.Exp(-x), 4e-16);
            Assert.Equal(1, found[3] / Math.Exp(0.5 * x), 4e-16);
        }
    }

    [Fact]
    public void What_is_too_small_is_nothing_and_too_large_is_bounded()
    {
        var found = VectorExponential.Exp(Vector256.Create(-708.5, double.NegativeInfinity, 1e300, double.NaN));
        Assert.Equal((0.0, 0.0), (found[0], found[1]));
        Assert.Equal(1, found[2] / Math.Exp(709), 4e-16);
        Assert.True(double.IsNaN(found[3]));
    }
}
