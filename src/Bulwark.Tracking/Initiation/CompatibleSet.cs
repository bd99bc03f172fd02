using System.Numerics;

namespace Bulwark.Tracking.Initiation;

/// <summary>
/// Of items that exclude each other in pairs, finds the set without exclusions that weighs most: the best global hypothesis out of
/// track hypotheses. Items that hang together are solved by branch and bound, up to <see cref="Largest"/> at once; of more than that
/// the heaviest.
/// Source: Blackman, "Multiple hypothesis tracking for multiple target tracking", IEEE A&amp;E Systems Magazine 19 (2004) 5-18, section
/// on the formation of global hypotheses; Poore and Gadaleta, Mathematical and Computer Modelling 43 (2006) 1074-1091.
/// </summary>
internal sealed class CompatibleSet
{
    /// <summary>Items solved at once.</summary>
    public const int Largest = 64;

    // Enough for every cluster that aircraft in close flight make; beyond it the best set found so far stands.
    private const int LargestEffort = 20_000;

    private readonly ulong[] _excluded = new ulong[Largest];
    private readonly double[] _weights = new double[Largest];
    private int _count;
    private int _effort;
    private double _best;
    private ulong _chosen;

    /// <summary>Empties the problem.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds an item; the heaviest should come first.</summary>
    /// <param name="weight">Its weight, positive.</param>
    /// <returns>Its place, or -1 when there are too many.</returns>
    public int Add(double weight)
    {
        if (_count == Largest) return -1;
        _weights[_count] = weight;
        _excluded[_count] = 0;
        return _count++;
    }

    /// <summary>Notes that two items exclude each other.</summary>
    public void Exclude(int left, int right)
    {
        _excluded[left] |= 1UL << right;
        _excluded[right] |= 1UL << left;
    }

    /// <summary>Solves the problem.</summary>
    /// <returns>One bit for each item chosen.</returns>
    public ulong Solve()
    {
        _best = double.NegativeInfinity;
        _chosen = 0;
        _effort = 0;
        var all = _count == Largest ? ulong.MaxValue : (1UL << _count) - 1;
        var rest = 0.0;
        for (var k = 0; k < _count; k++) rest += _weights[k];
        Search(all, 0, 0, rest);
        return _chosen;
    }

    private void Search(ulong open, ulong taken, double weight, double rest)
    {
        if (weight > _best) (_best, _chosen) = (weight, taken);
        if (open == 0 || weight + rest <= _best || ++_effort > LargestEffort) return;
        var item = BitOperations.TrailingZeroCount(open);
        var bit = 1UL << item;
        var left = open & ~bit & ~_excluded[item];
        var lost = 0.0;
        for (var gone = open & ~left; gone != 0; gone &= gone - 1) lost += _weights[BitOperations.TrailingZeroCount(gone)];
        Search(left, taken | bit, weight + _weights[item], rest - lost);

        // An item that excludes none of the open ones belongs to every best set.
        if ((_excluded[item] & open) != 0) Search(open & ~bit, taken, weight, rest - _weights[item]);
    }
}
