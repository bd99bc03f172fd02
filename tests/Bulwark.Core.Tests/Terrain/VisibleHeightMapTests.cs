using Bulwark.Core.Terrain.Sight;

namespace Bulwark.Core.Tests.Terrain;

public class VisibleHeightMapTests
{
    [Fact]
    public void EveryCellWithinTheRadiusIsOneRay()
    {
        var terrain = SightTerrain.Make(44.4, 5.4, 44.6, 5.6, 300, static (latitude, longitude) => 100 * Math.Sin(80 * latitude) * Math.Cos(70 * longitude));
        var sensor = SiteOnTerrain.Place(terrain, SightTerrain.At(44.501, 5.503), 15);
        var map = VisibleHeightMap.Compute(sensor, terrain, new VisibleHeightOptions { RadiusM = 6000, Method = VisibleHeightMethod.RayPerCell });
        var cells = 0;
        for (var row = 0; row < terrain.Rows; row++)
        {
            for (var column = 0; column < terrain.Columns; column++)
            {
                var place = terrain.PostAt(row, column);
                var cell = map.At(row, column);
                var distanceM = Core.Earth.Geodesic.Inverse(sensor.Antenna, place).DistanceM;
                if (Math.Abs(distanceM - 6000) > 5) Assert.Equal(distanceM > 6000, cell.State == VisibleHeightState.Outside);
                if (cell.State == VisibleHeightState.Outside) continue;
                cells++;
                Assert.Equal(place.HeightM, cell.TerrainHeightM);
                Assert.Equal(LineOfSight.LowestVisible(sensor, place, terrain).SightHeightM, cell.SightHeightM, 1e-3);
            }
        }

        Assert.Equal(map.CellCount, cells);
        Assert.Equal(cells, map.Count(50).CellCount);
    }
}
