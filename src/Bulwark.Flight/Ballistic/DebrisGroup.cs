using System.Collections.Immutable;
using Bulwark.Core.Numerics;

namespace Bulwark.Flight.Ballistic;

/// <summary>A group of pieces that something breaks up into, by how they fall. Immutable.</summary>
/// <remarks>Figures and their source: <c>Data/debris_groups.csv</c>.</remarks>
/// <param name="LowestKgPerM2">Smallest mass over drag area, kg/m².</param>
/// <param name="HighestKgPerM2">Largest mass over drag area, kg/m².</param>
/// <param name="AddedSigmaMPerS">Standard deviation, along each axis, of the velocity that the break-up adds, m/s.</param>
public readonly record struct DebrisGroup(double LowestKgPerM2, double HighestKgPerM2, double AddedSigmaMPerS)
{
    /// <summary>The groups, from skins and panels to engines and motor cases.</summary>
    public static ImmutableArray<DebrisGroup> All { get; } =
        [.. EmbeddedTable.Read(typeof(DebrisGroup).Assembly, "debris_groups.csv").Select(static row => new DebrisGroup(row[0], row[1], row[2]))];

    /// <summary>A mass over drag area of the group: its logarithm is spread evenly.</summary>
    /// <param name="shareRatio">Where in the group, 0 to 1.</param>
    /// <returns>Mass over drag area, kg/m².</returns>
    public double AtKgPerM2(double shareRatio) => LowestKgPerM2 * Math.Pow(HighestKgPerM2 / LowestKgPerM2, shareRatio);
}
