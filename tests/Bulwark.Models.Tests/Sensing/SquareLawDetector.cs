using Bulwark.Core.Randomness;
using Bulwark.Sensing.Detection;

namespace Bulwark.Models.Tests.Sensing;

/// <summary>A square-law detector simulated sample by sample: complex noise of power 1, echo of fluctuating power and random phase.</summary>
internal static class SquareLawDetector
{
    public static double Noise(int pulses, ref RandomStream random)
    {
        var sum = 0.0;
        for (var pulse = 0; pulse < pulses; pulse++) sum += Power(0, ref random);
        return sum;
    }

    public static double Echo(SwerlingCase fluctuation, int pulses, double snr, ref RandomStream random)
    {
        var look = Strength(fluctuation, ref random);
        var sum = 0.0;
        for (var pulse = 0; pulse < pulses; pulse++)
        {
            var strength = fluctuation is SwerlingCase.Case2 or SwerlingCase.Case4 ? Strength(fluctuation, ref random) : look;
            sum += Power(snr * strength, ref random);
        }

        return sum;
    }

    // Chi-square of 2 degrees (cases 1, 2) or 4 degrees (cases 3, 4), mean 1.
    private static double Strength(SwerlingCase fluctuation, ref RandomStream random) => fluctuation switch
    {
        SwerlingCase.Case1 or SwerlingCase.Case2 => -Math.Log(random.NextUnit()),
        SwerlingCase.Case3 or SwerlingCase.Case4 => -0.5 * Math.Log(random.NextUnit() * random.NextUnit()),
        _ => 1,
    };

    private static double Power(double signal, ref RandomStream random)
    {
        var radius = Math.Sqrt(-Math.Log(random.NextUnit()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextUnit());
        var real = (radius * cosine) + Math.Sqrt(signal);
        var imaginary = radius * sine;
        return (real * real) + (imaginary * imaginary);
    }
}
