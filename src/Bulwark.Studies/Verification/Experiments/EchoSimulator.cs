using Bulwark.Core.Randomness;
using Bulwark.Sensing.Detection;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>
/// Echoes and noise pulse by pulse, as a square-law detector sees them: the sum of |√(S g) + w|² with complex Gaussian noise w of unit
/// mean power and the fluctuation g of Swerling's cases (P. Swerling, IRE Trans. IT-6, 1960; Meyer and Mayer, 1973).
/// </summary>
internal static class EchoSimulator
{
    /// <summary>The detector's output for one look.</summary>
    /// <param name="fluctuation">How the echo fluctuates.</param>
    /// <param name="pulses">Pulses added.</param>
    /// <param name="snr">Mean signal-to-noise ratio of one pulse.</param>
    /// <param name="random">Where luck comes from.</param>
    public static double Look(SwerlingCase fluctuation, int pulses, double snr, ref RandomStream random)
    {
        var isPerPulse = fluctuation is SwerlingCase.Case2 or SwerlingCase.Case4;
        var gain = Gain(fluctuation, ref random);
        var sum = 0.0;
        for (var pulse = 0; pulse < pulses; pulse++)
        {
            if (isPerPulse && pulse > 0) gain = Gain(fluctuation, ref random);

            // Each quadrature of the noise has half the power.
            var radius = Math.Sqrt(-Math.Log(random.NextUnit()));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextUnit());
            var inPhase = Math.Sqrt(snr * gain) + (radius * cosine);
            var quadrature = radius * sine;
            sum += (inPhase * inPhase) + (quadrature * quadrature);
        }

        return sum;
    }

    private static double Gain(SwerlingCase fluctuation, ref RandomStream random) => fluctuation switch
    {
        SwerlingCase.Case1 or SwerlingCase.Case2 => -Math.Log(random.NextUnit()),
        SwerlingCase.Case3 or SwerlingCase.Case4 => -0.5 * (Math.Log(random.NextUnit()) + Math.Log(random.NextUnit())),
        _ => 1,
    };
}
