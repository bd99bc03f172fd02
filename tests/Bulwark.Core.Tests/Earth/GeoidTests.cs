using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Earth;

public sealed class GeoidTests(ITestOutputHelper output)
{
    /// <summary>Test output of NGA's program within a centimetre; rows that come from another grid carry their own tolerance.</summary>
    [Fact]
    public void The_published_undulations_come_out()
    {
        var table = ReferenceTable.Open("geodesy_geoid_egm96.csv");
        Assert.True(table.Count >= 4);
        for (var row = 0; row < table.Count; row++)
        {
            var tolerance = table.Text(row, "tolerance_m");
            var limit = double.Parse(tolerance.Split(' ')[0], CultureInfo.InvariantCulture);
            var ours = Geoid.UndulationM(GeodeticPoint.FromDegrees(table.Number(row, "lat_deg"), table.Number(row, "lon_deg_east")));
            output.WriteLine($"{table.Text(row, "case_id")}: {ours:0.0000} m, published {table.Number(row, "undulation_egm96_m")}");
            Assert.Equal(table.Number(row, "undulation_egm96_m"), ours, limit);

            // The peer's spline on the same grid; its ends and rounding leave millimetres.
            Assert.Equal(table.Number(row, "check_egm96_15min_cubic_spline_m"), ours, 0.003);
        }
    }

    /// <summary>PROJ reads the same grid bilinearly: at the nodes that is the grid itself, to the millimetre of our packing.</summary>
    [Fact]
    public void The_nodes_of_the_grid_are_those_of_a_peer()
    {
        var places = new List<GeodeticPoint>();
        for (var latitude = -89.75; latitude < 90; latitude += 9.25)
        {
            for (var longitude = -180.0; longitude < 180; longitude += 17.25) places.Add(GeodeticPoint.FromDegrees(latitude, longitude));
        }

        var lines = PeerProgram.Ask(
            "cct",
            ["-d", "6", "+proj=pipeline", "+step", "+proj=unitconvert", "+xy_in=deg", "+xy_out=rad", "+step", "+proj=vgridshift", "+grids=egm96_15.gtx", "+multiplier=1"],
            string.Concat(places.Select(static place => string.Create(CultureInfo.InvariantCulture, $"{place.LongitudeDeg:R} {place.LatitudeDeg:R} 0 0\n"))));
        Assert.Equal(places.Count, lines.Length);
        var worst = 0.0;
        for (var i = 0; i < places.Count; i++)
            worst = Math.Max(worst, Math.Abs(Geoid.UndulationM(places[i]) - double.Parse(lines[i].Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[2], CultureInfo.InvariantCulture)));
        output.WriteLine($"{places.Count} nodes, worst {worst * 1000:0.00} mm");
        Assert.InRange(worst, 0, 0.0011);
    }

    [Fact]
    public void The_geoid_is_whole_around_the_Earth_and_at_the_poles()
    {
        for (var longitude = -180; longitude < 180; longitude += 7)
        {
            // All meridians meet at the poles; published there: 13.606 m and -29.534 m.
            Assert.Equal(13.606, Geoid.UndulationM(GeodeticPoint.FromDegrees(90, longitude)), 0.002);
            Assert.Equal(-29.534, Geoid.UndulationM(GeodeticPoint.FromDegrees(-90, longitude)), 0.002);

            // Over the pole without a step: a metre this side and a metre that side.
            var (here, beyond) = (Geoid.UndulationM(GeodeticPoint.FromDegrees(89.99999, longitude)), Geoid.UndulationM(GeodeticPoint.FromDegrees(89.99999, longitude + 180)));
            Assert.Equal(here, beyond, 0.001);
        }

        for (var latitude = -88.9; latitude < 89; latitude += 6.1)
        {
            Assert.Equal(Geoid.UndulationM(GeodeticPoint.FromDegrees(latitude, 180)), Geoid.UndulationM(GeodeticPoint.FromDegrees(latitude, -180)), 1e-9);
            Assert.Equal(Geoid.UndulationM(GeodeticPoint.FromDegrees(latitude, 10)), Geoid.UndulationM(GeodeticPoint.FromDegrees(latitude, 370)), 1e-9);
            Assert.Equal(Geoid.UndulationM(GeodeticPoint.FromDegrees(latitude, 359.9999999)), Geoid.UndulationM(GeodeticPoint.FromDegrees(latitude, 0)), 1e-6);
        }
    }

    [Fact]
    public void A_grid_changes_its_datum_and_back()
    {
        var degree = double.DegreesToRadians(1);
        var grid = new ElevationGrid(41 * degree, 179.5 * degree, degree, 0.5 * degree, 2, 3, [10, 20, float.NaN, -5, 0, 1], VerticalDatum.Egm96);
        var raised = grid.WithDatum(VerticalDatum.Ellipsoid);
        Assert.Equal(VerticalDatum.Ellipsoid, raised.Datum);
        Assert.Equal(1, raised.UnknownPosts);
        Assert.True(float.IsNaN(raised.RowHeightsM(0)[2]));
        for (var row = 0; row < 2; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var post = grid.PostAt(row, column);
                if (!double.IsNaN(post.HeightM)) Assert.Equal(post.HeightM + Geoid.UndulationM(post), raised.RowHeightsM(row)[column], 1e-5);
            }
        }

        var back = raised.WithDatum(VerticalDatum.Egm96);
        Assert.Equal(-5, back.RowHeightsM(1)[0], 1e-5);
        Assert.Same(grid, grid.WithDatum(VerticalDatum.Egm96));
    }
}
