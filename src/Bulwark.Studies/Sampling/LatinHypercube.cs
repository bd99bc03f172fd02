using Bulwark.Core.Randomness;

namespace Bulwark.Studies.Sampling;

/// <summary>
/// Latin hypercube samples: of every factor's range each of n equal slices holds exactly one of n points. Source: M. D. McKay,
/// R. J. Beckman and W. J. Conover, Technometrics 21 (1979) 239-245.
/// </summary>
public static class LatinHypercube
{
    /// <summary>The points.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="factors">How many factors, at least 1.</param>
    /// <param name="seed">Seed; every factor has a stream of its own, so that adding one leaves the others.</param>
    /// <returns>The points, each coordinate strictly between 0 and 1.</returns>
    public static double[][] Points(int count, int factors, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        double[][] points = [.. Enumerable.Range(0, count).Select(_ => new double[factors])];
        var order = new int[count];
        for (var factor = 0; factor < factors; factor++)
        {
            var stream = new RandomStream(seed, 0, (uint)factor, RandomPurpose.General);
            for (var index = 0; index < count; index++) order[index] = index;
            for (var left = count - 1; left > 0; left--)
            {
                var other = (int)(((ulong)stream.NextUInt32() * ((ulong)left + 1)) >> 32);
                (order[left], order[other]) = (order[other], order[left]);
            }

            for (var index = 0; index < count; index++) points[index][factor] = (order[index] + stream.NextUnit()) / count;
        }

        return points;
    }
}
