using Bulwark.Core.Numerics;

namespace Bulwark.Sensing.Detection;

/// <summary>A fixed threshold T on the sum of n pulses: upper(m) = Q(n + m, T), which grows by T^(n+m) e^-T / (n+m)!.</summary>
internal readonly struct KnownNoiseTail(int pulses, double falseAlarmProbability, double threshold) : ICountTail
{
    public double First => falseAlarmProbability;

    public double FirstLogStep => (pulses * Math.Log(threshold)) - threshold - GammaFunction.Log(pulses + 1.0);

    public double LogStepGrowth(int m) => Math.Log(threshold / (pulses + m + 1.0));

    public bool IsOver(int m, double step) => m + pulses > threshold;
}
