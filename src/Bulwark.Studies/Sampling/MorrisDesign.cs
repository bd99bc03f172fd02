using Bulwark.Core.Randomness;

namespace Bulwark.Studies.Sampling;

/// <summary>
/// Trajectories through a grid of levels along which one factor moves at a time, each once. Source: M. D. Morris, Technometrics 33
/// (1991) 161-174, section 3.
/// </summary>
public static class MorrisDesign
{
    /// <summary>The trajectories.</summary>
    /// <param name="trajectories">How many, at least 1.</param>
    /// <param name="factors">How many factors, at least 1.</param>
    /// <param name="levels">Levels of the grid, an even number of at least 2.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>For each trajectory one point more than there are factors, and which factor moved before each point but the first.</returns>
    public static IReadOnlyList<(double[][] Points, int[] Moved)> Trajectories(int trajectories, int factors, int levels, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        if (levels < 2 || levels % 2 != 0) throw new ArgumentOutOfRangeException(nameof(levels), levels, "The grid needs an even number of levels, at least 2.");
        return [.. Enumerable.Range(0, trajectories).Select(number => One(new RandomStream(seed, (uint)number, 0, RandomPurpose.General), factors, levels))];
    }

    private static (double[][] Points, int[] Moved) One(RandomStream stream, int factors, int levels)
    {
        // A step of half the levels makes every level equally likely.
        var step = levels / 2;
        var place = new int[factors];
        var order = new int[factors];
        for (var factor = 0; factor < factors; factor++)
        {
            place[factor] = Below(ref stream, levels);
            order[factor] = factor;
        }

        for (var left = factors - 1; left > 0; left--)
        {
            var other = Below(ref stream, left + 1);
            (order[left], order[other]) = (order[other], order[left]);
        }

        var points = new double[factors + 1][];
        points[0] = Shares(place, levels);
        for (var move = 0; move < factors; move++)
        {
            var factor = order[move];
            place[factor] += place[factor] < step ? step : -step;
            points[move + 1] = Shares(place, levels);
        }

        return (points, order);
    }

    private static double[] Shares(int[] place, int levels) => Array.ConvertAll(place, level => level / (double)(levels - 1));

    private static int Below(ref RandomStream stream, int limit) => (int)(((ulong)stream.NextUInt32() * (ulong)limit) >> 32);
}
