using Bulwark.Core.Numerics;

namespace Bulwark.Core.Randomness;

/// <summary>The two ways to draw a Poisson count.</summary>
internal static class PoissonSampler
{
    /// <summary>Inverts the distribution function by adding up its terms.</summary>
    internal static int Search(double unit, double mean)
    {
        var term = Math.Exp(-mean);
        var sum = term;
        var count = 0;

        // Below a mean of 10 the terms vanish against the sum long before 200, which ends the search for the last few uniforms below 1.
        while (unit > sum && count < 200)
        {
            count++;
            term *= mean / count;
            sum += term;
        }

        return count;
    }

    /// <summary>
    /// Algorithm PTRS of W. Hörmann, "The transformed rejection method for generating Poisson random variables",
    /// Insurance: Mathematics and Economics 12 (1993) 39-45; for means from 10 up.
    /// </summary>
    internal static int TransformedRejection(ref RandomStream stream, double mean)
    {
        var logMean = Math.Log(mean);
        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        var squeeze = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            var u = stream.NextUnit() - 0.5;
            var v = stream.NextUnit();
            var edge = 0.5 - Math.Abs(u);
            var count = Math.Floor((((2 * a / edge) + b) * u) + mean + 0.43);
            if (edge >= 0.07 && v <= squeeze) return (int)count;
            if (count < 0 || count > int.MaxValue || (edge < 0.013 && v > edge)) continue;
            if (Math.Log(v * inverseAlpha / ((a / (edge * edge)) + b)) <= (count * logMean) - mean - GammaFunction.Log(count + 1)) return (int)count;
        }
    }
}
