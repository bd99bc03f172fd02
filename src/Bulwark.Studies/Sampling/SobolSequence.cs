using Bulwark.Core.Numerics;
using Bulwark.Core.Randomness;

namespace Bulwark.Studies.Sampling;

/// <summary>
/// The Sobol' sequence: points that fill the unit cube more evenly than chance. Direction numbers of S. Joe and F. Y. Kuo, SIAM J.
/// Scientific Computing 30 (2008) 2635-2654 ("new-joe-kuo-6"); points in the Gray-code order of I. A. Antonov and V. M. Saleev (1979),
/// beginning with the origin. Scrambled: nested uniform scrambling by A. B. Owen (Monte Carlo and Quasi-Monte Carlo Methods, 1995),
/// which keeps the evenness and makes every point uniformly random.
/// </summary>
public sealed class SobolSequence
{
    private const int Bits = 32;
    private const double Unit = 1.0 / (1UL << Bits);

    private static readonly double[][] Table = EmbeddedTable.Read(typeof(SobolSequence).Assembly, "sobol_directions.csv");

    private readonly uint[][] _directions;

    /// <summary>Prepares a sequence.</summary>
    /// <param name="factors">Coordinates of a point, 1 to <see cref="LargestFactors"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many factors.</exception>
    public SobolSequence(int factors)
    {
        if (factors < 1 || factors > LargestFactors) throw new ArgumentOutOfRangeException(nameof(factors), factors, $"Direction numbers are known here for 1 to {LargestFactors} factors.");
        _directions = [.. Enumerable.Range(0, factors).Select(Directions)];
    }

    /// <summary>The largest number of coordinates.</summary>
    public static int LargestFactors => Table.Length + 1;

    /// <summary>The first points of the sequence as published, beginning with the origin.</summary>
    /// <param name="count">How many, at least 1; a power of two for evenness.</param>
    public double[][] Points(int count) => Map(count, static (word, _) => word * Unit);

    /// <summary>The first points, scrambled.</summary>
    /// <param name="count">How many, at least 1; a power of two for evenness.</param>
    /// <param name="seed">Seed of the scrambling.</param>
    /// <returns>The points, each coordinate strictly between 0 and 1.</returns>
    public double[][] Scrambled(int count, ulong seed) => Map(count, (word, factor) => (Scramble(word, factor, seed) + 0.5) * Unit);

    private static uint[] Directions(int factor)
    {
        var directions = new uint[Bits];
        if (factor == 0)
        {
            for (var bit = 0; bit < Bits; bit++) directions[bit] = 1u << (Bits - 1 - bit);
            return directions;
        }

        var row = Table[factor - 1];
        var degree = (int)row[1];
        var coefficients = (uint)row[2];
        for (var bit = 0; bit < Bits; bit++)
        {
            if (bit < degree)
            {
                directions[bit] = (uint)row[3 + bit] << (Bits - 1 - bit);
                continue;
            }

            var direction = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (var term = 1; term < degree; term++)
            {
                if (((coefficients >> (degree - 1 - term)) & 1) != 0) direction ^= directions[bit - term];
            }

            directions[bit] = direction;
        }

        return directions;
    }

    // Every bit is turned or not by a random number that depends on all the bits before it.
    private static uint Scramble(uint word, int factor, ulong seed)
    {
        var scrambled = 0u;
        for (var bit = 0; bit < Bits; bit++)
        {
            var before = bit == 0 ? 0 : word >> (Bits - bit);
            var luck = Philox4x32.Block(new PhiloxBlock(before, (uint)factor, (uint)bit, 0x50B01u), (uint)seed, (uint)(seed >> 32));
            scrambled |= (((word >> (Bits - 1 - bit)) ^ luck.Word0) & 1) << (Bits - 1 - bit);
        }

        return scrambled;
    }

    private double[][] Map(int count, Func<uint, int, double> map)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var words = new uint[_directions.Length];
        var points = new double[count][];
        for (var index = 0; index < count; index++)
        {
            if (index > 0)
            {
                var bit = System.Numerics.BitOperations.TrailingZeroCount(index);
                for (var factor = 0; factor < words.Length; factor++) words[factor] ^= _directions[factor][bit];
            }

            points[index] = new double[words.Length];
            for (var factor = 0; factor < words.Length; factor++) points[index][factor] = map(words[factor], factor);
        }

        return points;
    }
}
