using Bulwark.Core.Earth;
using Bulwark.Core.Terrain.Sight;

namespace Bulwark.Studies.Coverage;

/// <summary>The smallest height at which any radar of a study has a free line of sight to a place, whatever its power. Immutable.</summary>
/// <param name="State">What is known of it.</param>
/// <param name="AboveGroundM">That height above the ground, metres, 0 where the ground is seen; not-a-number where it is unknown.</param>
/// <param name="GroundM">Height of the ground above sea level, metres; not-a-number where it is unknown.</param>
public readonly record struct VisibleFrom(VisibleHeightState State, double AboveGroundM, double GroundM)
{
    private const double HighestM = 200_000;
    private const int Halvings = 48;

    internal static VisibleFrom Of(CoverageField field, GeodeticPoint place)
    {
        var groundM = field.FineGroundM(place);
        var best = new VisibleFrom(VisibleHeightState.Outside, double.NaN, groundM);
        foreach (var link in field.Links)
        {
            var one = link.Sight is null ? Smooth(link, place) : Over(link, field, place, groundM);

            // A known height beats a bound or nothing; of two of a kind the lower counts.
            if (best.State == VisibleHeightState.Outside || Rank(one.State) < Rank(best.State) || (Rank(one.State) == Rank(best.State) && one.AboveGroundM < best.AboveGroundM)) best = one;
        }

        return best;
    }

    private static int Rank(VisibleHeightState state) => state switch
    {
        VisibleHeightState.Known => 0,
        VisibleHeightState.LowerBound => 1,
        VisibleHeightState.Unknown => 2,
        _ => 3,
    };

    // A ray of its own for every place: exact to the sampling of the terrain, unlike the map.
    private static VisibleFrom Over(RadarLink link, CoverageField field, GeodeticPoint place, double groundM)
    {
        var floor = LineOfSight.LowestVisible(link.Site.Frame, place, field.Request.FineTerrain ?? field.Request.Terrain!, field.Request.Surroundings.TerrainGaps);
        return new VisibleFrom(floor.State, floor.State is VisibleHeightState.Known or VisibleHeightState.LowerBound ? Math.Max(0, floor.SightHeightM - groundM) : double.NaN, groundM);
    }

    // Heights above the horizon's ray clear it and those below do not, so halving finds it.
    private static VisibleFrom Smooth(RadarLink link, GeodeticPoint place)
    {
        if (Clears(0)) return new VisibleFrom(VisibleHeightState.Known, 0, 0);
        if (!Clears(HighestM)) return new VisibleFrom(VisibleHeightState.Outside, double.NaN, 0);
        var (hiddenM, seenM) = (0.0, HighestM);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middleM = (hiddenM + seenM) / 2;
            if (Clears(middleM)) seenM = middleM;
            else hiddenM = middleM;
        }

        return new VisibleFrom(VisibleHeightState.Known, seenM, 0);

        bool Clears(double heightM) => link.Site.View(Wgs84.ToEcef(place.WithHeight(heightM))).ClearsHorizon;
    }
}
