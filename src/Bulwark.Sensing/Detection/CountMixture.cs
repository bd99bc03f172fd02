using Bulwark.Core.Numerics;

namespace Bulwark.Sensing.Detection;

/// <summary>
/// The sum over the count m of Pd = sum of weight(m) upper(m), where the count is Poisson (steady target) or negative binomial (Swerling
/// cases) and upper(m) is the probability that noise and m further counts pass the threshold (Meyer and Mayer, Radar Target Detection,
/// 1973). The sums are cut at 1e-17 of their value.
/// </summary>
internal static class CountMixture
{
    public static double Sum<TTail>(SwerlingCase fluctuation, int pulses, double snrRatio, TTail tail)
        where TTail : struct, ICountTail
    {
        if (!(snrRatio >= 0)) throw new ArgumentOutOfRangeException(nameof(snrRatio), snrRatio, "The signal-to-noise ratio must not be negative.");
        if (snrRatio == 0) return tail.First;
        if (double.IsPositiveInfinity(snrRatio)) return 1;

        var energy = pulses * snrRatio;
        var degrees = Degrees(fluctuation, pulses);
        var steady = double.IsPositiveInfinity(degrees);
        var perDegree = steady ? 0 : energy / degrees;
        var shrink = perDegree / (1 + perDegree);
        var logWeight = steady ? -energy : -degrees * Elementary.LogOnePlus(perDegree);
        var logStep = tail.FirstLogStep;
        var upper = tail.First;
        var sum = 0.0;
        var total = 0.0;
        for (var m = 0; ; m++)
        {
            var weight = Math.Exp(logWeight);
            var ratio = steady ? energy / (m + 1) : shrink * (m + degrees) / (m + 1);
            sum += weight * upper;
            total += weight;

            // What is left of the weights when they fall geometrically from here on.
            if (ratio < 1 && weight <= (1 - ratio) * 1e-17 * sum) break;
            var step = Math.Exp(logStep);
            if (step < 1e-18 && tail.IsOver(m, step))
            {
                // From here every further count is detected.
                sum += Rest(steady, energy, shrink, degrees, m, weight * ratio, 1 - total);
                break;
            }

            upper = Math.Min(1, upper + step);
            logStep += tail.LogStepGrowth(m);
            logWeight += Math.Log(ratio);
        }

        return Math.Clamp(sum, 0, 1);
    }

    // Mass of the weights after count m; by difference when it is large, by adding up when the difference would cancel.
    private static double Rest(bool steady, double energy, double shrink, double degrees, int m, double weight, double difference)
    {
        if (difference > 1e-3) return difference;
        var rest = 0.0;
        for (var next = m + 1; weight > 0; next++)
        {
            rest += weight;
            var ratio = steady ? energy / (next + 1) : shrink * (next + degrees) / (next + 1);
            if (ratio < 1 && weight <= (1 - ratio) * 1e-17 * rest) break;
            weight *= ratio;
        }

        return rest;
    }

    private static double Degrees(SwerlingCase fluctuation, int pulses) => fluctuation switch
    {
        SwerlingCase.Steady => double.PositiveInfinity,
        SwerlingCase.Case1 => 1,
        SwerlingCase.Case2 => pulses,
        SwerlingCase.Case3 => 2,
        SwerlingCase.Case4 => 2.0 * pulses,
        _ => throw new ArgumentOutOfRangeException(nameof(fluctuation), fluctuation, "Expected a Swerling case from 0 to 4."),
    };
}
