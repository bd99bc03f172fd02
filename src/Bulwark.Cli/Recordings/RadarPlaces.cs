using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Recordings;

/// <summary>The embedded table of radars that do not state their place in their recordings (radars.csv, with its sources).</summary>
internal static class RadarPlaces
{
    /// <summary>Finds a radar.</summary>
    /// <param name="radar">The radar.</param>
    /// <returns>Its place and how uncertain that is, metres; null when it is not listed.</returns>
    public static (GeodeticPoint Place, double UncertaintyM)? Find(SensorKey radar)
    {
        foreach (var row in EmbeddedTable.Read(typeof(RadarPlaces).Assembly, "radars.csv"))
        {
            if ((int)row[0] == radar.Sac && (int)row[1] == radar.Sic) return (GeodeticPoint.FromDegrees(row[2], row[3], row[4]), row[5]);
        }

        return null;
    }
}
