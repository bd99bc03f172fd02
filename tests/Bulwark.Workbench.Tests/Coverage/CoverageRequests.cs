using Bulwark.Core.Earth;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Coverage;

namespace Bulwark.Workbench.Tests.Coverage;

/// <summary>Requests for tests, from catalogue radars.</summary>
internal static class CoverageRequests
{
    public static RadarParameters Search { get; } = ParameterBuilder.Radar(CatalogueStore.LoadEmbedded().Find("64n6e")!);

    public static CoverageRequest At(double latitudeDeg, double longitudeDeg, params double[] heightsM) => new()
    {
        Radars = [new CoverageRadar(Search, GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, double.NaN))],
        HeightsM = heightsM,
        TargetRcsM2 = 2,
        Surroundings = new Surroundings { Air = null },
        CellM = 3000,
    };
}
