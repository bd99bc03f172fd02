using Bulwark.Core.Randomness;

namespace Bulwark.Simulation.Planning;

/// <summary>Opens the random streams of a run by name. Immutable.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Replication">Number of the replication.</param>
public readonly record struct RandomNames(ulong Seed, uint Replication)
{
    private const int PairShift = 20;

    /// <summary>The stream of one thing.</summary>
    /// <param name="instance">Number of the thing.</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="firstBlock">Where to start in the stream.</param>
    public RandomStream Open(int instance, RandomPurpose purpose, uint firstBlock = 0) => new(Seed, Replication, (uint)instance, purpose, firstBlock);

    /// <summary>The stream of a pair of things: below 4096 of the first, below about a million of the second.</summary>
    /// <param name="first">Number of the first.</param>
    /// <param name="second">Number of the second.</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="firstBlock">Where to start in the stream.</param>
    public RandomStream Open(int first, int second, RandomPurpose purpose, uint firstBlock) =>
        new(Seed, Replication, ((uint)first << PairShift) | (uint)second, purpose, firstBlock);
}
