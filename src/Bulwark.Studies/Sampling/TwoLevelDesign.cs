using System.Numerics;

namespace Bulwark.Studies.Sampling;

/// <summary>
/// Corners of a box: all of them for few factors, else an orthogonal selection with its mirror image, in which no factor's effect is
/// mixed with another's or with a pair's. Source: R. L. Plackett and J. P. Burman, Biometrika 33 (1946) 305-325, of Sylvester's
/// matrices; mirrored by G. E. P. Box and K. B. Wilson (1951).
/// </summary>
public static class TwoLevelDesign
{
    /// <summary>Factors up to which all corners are taken.</summary>
    public const int LargestFull = 6;

    /// <summary>The corners.</summary>
    /// <param name="factors">How many factors, at least 1.</param>
    /// <returns>For each corner whether each factor is high.</returns>
    public static bool[][] Corners(int factors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        if (factors <= LargestFull)
            return [.. Enumerable.Range(0, 1 << factors).Select(corner => Enumerable.Range(0, factors).Select(factor => ((corner >> factor) & 1) != 0).ToArray())];
        var order = (int)BitOperations.RoundUpToPowerOf2((uint)factors + 1);
        bool[][] half = [.. Enumerable.Range(0, order).Select(row => Enumerable.Range(1, factors).Select(column => BitOperations.PopCount((uint)(row & column)) % 2 != 0).ToArray())];
        return [.. half, .. half.Select(static corner => Array.ConvertAll(corner, static high => !high))];
    }
}
