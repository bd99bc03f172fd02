using Bulwark.Core.Numerics;

namespace Bulwark.Sensing.Detection;

/// <summary>
/// A threshold that is r times the sum of b noise samples: the sum under test, of shape a, passes with probability I(x; b, a), where
/// x = 1/(1 + r). It grows with a by x^b (1-x)^a Γ(a+b)/(Γ(a+1) Γ(b)) (Abramowitz and Stegun 1964, 26.5.16).
/// </summary>
internal readonly struct CellAveragingTail(int pulses, double noiseSamples, double falseAlarmProbability, double x) : ICountTail
{
    public double First => falseAlarmProbability;

    public double FirstLogStep =>
        (noiseSamples * Math.Log(x)) + (pulses * Elementary.LogOnePlus(-x))
        + GammaFunction.Log(pulses + noiseSamples) - GammaFunction.Log(pulses + 1.0) - GammaFunction.Log(noiseSamples);

    public double LogStepGrowth(int m) => Math.Log(Growth(m));

    // The growth only falls with m, so that what is left is less than a geometric series.
    public bool IsOver(int m, double step)
    {
        var growth = Growth(m);
        return growth < 1 && step < 1e-18 * (1 - growth);
    }

    private double Growth(int m) => (1 - x) * (pulses + m + noiseSamples) / (pulses + m + 1.0);
}
