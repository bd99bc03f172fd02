using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Coverage;

/// <summary>
/// What gas, rain and cloud do to a radar's signal-to-noise ratio, against what the published statement that calibrates the set already
/// holds. The statement is taken to hold in mean global air without rain or cloud, along a ray that leaves at one degree: at shorter
/// ranges gas takes less than there, which is given back, and at lower elevations more. Immutable.
/// </summary>
internal sealed class PathFactor
{
    private const double StatementElevationRad = Math.PI / 180;
    private const double ShortestTableM = 1000;

    private readonly PropagationTable _table;
    private readonly double _statementDb;

    private PathFactor(PropagationTable table, double statementDb) => (_table, _statementDb) = (table, statementDb);

    /// <summary>The factor of a set at a place; null when its frequency is not known.</summary>
    public static PathFactor? Of(RadarParameters set, GeodeticPoint antenna, CoverageWeather weather)
    {
        if (!(set.FrequencyHz > 0)) return null;
        var clear = new PropagationConditions { FrequencyHz = set.FrequencyHz, AntennaHeightM = Math.Max(-500, antenna.HeightM) };
        var actual = clear with
        {
            Atmosphere = weather.Season == CoverageSeason.Mean ? clear.Atmosphere : ReferenceAtmosphere.ForLatitude(antenna.LatitudeRad, weather.Season == CoverageSeason.Summer),
            RainRateMPerS = weather.RainRateMPerS,
            CloudDensityKgPerM3 = weather.CloudDensityKgPerM3,
        };
        var statementDb = new PropagationTable(clear with { AntennaHeightM = 10 }, Math.Max(ShortestTableM, set.ReferenceRangeM)).LossDb(set.ReferenceRangeM, StatementElevationRad);
        return new PathFactor(new PropagationTable(actual, Math.Max(ShortestTableM, set.InstrumentedRangeM)), statementDb);
    }

    /// <summary>Factor on the signal-to-noise ratio.</summary>
    public double At(in RadarView view) => Math.Pow(10, (_statementDb - _table.LossDb(view.RangeM, view.ElevationRad)) / 10);
}
