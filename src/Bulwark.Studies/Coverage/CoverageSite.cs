using System.Collections.Immutable;
using Bulwark.Core.Earth;

namespace Bulwark.Studies.Coverage;

/// <summary>A place with its radars, as it was used. Immutable.</summary>
/// <param name="RadarNames">Names of the radars.</param>
/// <param name="Place">The place, at the height of its ground above mean sea level.</param>
/// <param name="AntennaHeightsM">Height of each radar's antenna above that ground, metres.</param>
/// <param name="RingRangesM">Range ring of each radar, metres.</param>
public sealed record CoverageSite(ImmutableArray<string> RadarNames, GeodeticPoint Place, ImmutableArray<double> AntennaHeightsM, ImmutableArray<double> RingRangesM)
{
    /// <summary>The names in one text.</summary>
    public string Name => string.Join(", ", RadarNames);
}
