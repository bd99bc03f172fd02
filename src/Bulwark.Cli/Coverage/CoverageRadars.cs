using Bulwark.Cli.Documents;
using Bulwark.Core.Earth;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Catalogue;
using Bulwark.Studies.Coverage;

namespace Bulwark.Cli.Coverage;

/// <summary>Turns catalogue entries into the radars of a coverage study.</summary>
internal static class CoverageRadars
{
    /// <summary>The radars of an entry at a place: the radar itself, or all radars of a battery.</summary>
    /// <param name="store">The catalogue.</param>
    /// <param name="id">What the user wrote.</param>
    /// <param name="place">Where.</param>
    /// <param name="antennaHeightM">Height of the antennas above the ground; null for that of the catalogue.</param>
    /// <param name="facingRad">Where sets with a sector look; null for all round.</param>
    public static IReadOnlyList<CoverageRadar> Of(CatalogueStore store, string id, GeodeticPoint place, double? antennaHeightM, double? facingRad)
    {
        var entry = EntryFinder.Find(store, id, EntryKind.Radar, EntryKind.Battery);
        IReadOnlyList<CatalogueEntry> radars = entry.Kind == EntryKind.Radar
            ? [entry]
            : [.. entry.Parts.Select(part => store.Find(part.Id)).OfType<CatalogueEntry>().Where(static part => part.Kind == EntryKind.Radar)];
        return [.. radars.Select(radar => new CoverageRadar(OnMast(ParameterBuilder.Radar(radar), antennaHeightM), place, facingRad))];
    }

    private static RadarParameters OnMast(RadarParameters parameters, double? antennaHeightM) =>
        antennaHeightM is { } height ? parameters with { AntennaHeightM = height } : parameters;
}
