using Bulwark.Formats.PlotTables;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Tables of plots and the scenario that explains them.</summary>
public sealed class PlotScenarioTests : IDisposable
{
    private const string Scenario =
        """
        {"name": "two", "sensor": {"lat_deg": 50, "lon_deg": -30, "alt_m": 0},
         "noise_sigma": {"range_m": 50, "azimuth_deg": 0.1, "elevation_deg": 0.15}, "scan_period_s": 4, "scans": 2,
         "probability_of_detection": 0.9, "mean_false_plots_per_scan": 1, "coverage": {"range_m": [5000, 130000], "elevation_deg": [0.2, 45]},
         "rotating": false, "clutter_density_per_m_rad2": 1e-5, "metric": {"p": 2, "cutoff_m": 1000}, "targets": 1}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bulwark-plots-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ATableIsReadAScanAtATime()
    {
        var scenario = PlotScenario.Read(Write("s.json", Scenario));
        var plots = scenario.ReadPlots(Write("p.csv", "scan,time_s,range_m,azimuth_deg,elevation_deg\r\n2,8,20000,90,3\n\n1,4,10000,0,2\n2,8,30000,10,1\n"));
        Assert.Equal([1, 2], plots.Select(static scan => scan.Length));
        Assert.Equal(10000, plots[0][0].RangeM);
        Assert.Equal(Math.PI / 2, plots[1][0].AzimuthRad, 1e-12);
        Assert.Equal(8, plots[1][0].Time.TotalS);
        var truth = scenario.ReadTruth(Write("t.csv", "time_s,target_id,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps\n8,7,1,2,3,4,5,6\n"));
        Assert.Equal(7, Assert.Single(truth[1]).Id);
        Assert.Equal(3, truth[1][0].PositionM.Up);
    }

    [Theory]
    [InlineData("", "p.csv:1:1: ")]
    [InlineData("time_s,scan\n", "p.csv:1:1: there is no column range_m")]
    [InlineData("time_s,scan,range_m,azimuth_deg,elevation_deg\n4,1,abc,0,2\n", "p.csv:2:5: 'abc' as range_m")]
    [InlineData("time_s,scan,range_m,azimuth_deg,elevation_deg\n4,1,NaN,0,2\n", "p.csv:2:5: ")]
    [InlineData("time_s,scan,range_m,azimuth_deg,elevation_deg\n4,1,1000,0\n", "p.csv:2:1: 4 fields")]
    [InlineData("time_s,scan,range_m,azimuth_deg,elevation_deg\n4,1,1000,0,2\n12,3,1000,0,2\n", "p.csv:3:1: scan 3")]
    [InlineData("time_s,scan,range_m,azimuth_deg,elevation_deg\n4,1,-5,0,2\n", "p.csv:2:1: ")]
    public void ABadRowIsToldByItsPlace(string table, string message)
    {
        var scenario = PlotScenario.Read(Write("s.json", Scenario));
        var path = Write("p.csv", table);
        Assert.Contains(message, Assert.Throws<TableException>(() => scenario.ReadPlots(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "s.json:1:1: this is not JSON")]
    [InlineData("{\"name\": 1,\n \"x\"", "s.json:2:")]
    [InlineData("[]", "s.json:1:1: a member is missing")]
    [InlineData("{\"name\": \"x\"}", "s.json:1:1: a member is missing")]
    public void ABadScenarioIsTold(string text, string message)
    {
        var path = Write("s.json", text);
        Assert.Contains(message, Assert.Throws<TableException>(() => PlotScenario.Read(path)).Message, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
