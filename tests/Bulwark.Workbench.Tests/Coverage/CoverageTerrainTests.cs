using System.Collections.Immutable;
using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Coverage;
using Bulwark.Workbench.Tests.Cli;

namespace Bulwark.Workbench.Tests.Coverage;

/// <summary>Coverage over terrain: made ground with a wall and a void, and the real Mont Ventoux against rays traced by others.</summary>
public class CoverageTerrainTests
{
    private const int Posts = 801;
    private const double StepDeg = 0.0025;

    [Fact]
    public void AWallHidesWhatIsBehindItAndAVoidMakesItUnknown()
    {
        // Flat land at 100 m; a wall of 600 m to the east at 24.2, a void to the west of 23.8.
        var flat = CoverageStudy.Of(Request(static (_, _) => 100));
        var wall = CoverageStudy.Of(Request(static (_, lon) => lon is > 24.195 and < 24.205 ? 600 : 100));
        var gap = CoverageStudy.Of(Request(static (_, lon) => lon < 23.8 ? float.NaN : 100));
        var filled = CoverageStudy.Of(Request(static (_, lon) => lon < 23.8 ? float.NaN : 100) with { Surroundings = new Surroundings { Air = null, TerrainGaps = MissingTerrain.SmoothEarth } });

        Assert.Equal(0, flat.Layers[0].UnknownShare);
        Assert.True(wall.Layers[0].CoveredAreaM2 < 0.95 * flat.Layers[0].CoveredAreaM2);
        var east = wall.Layers[0].Ranges[90];
        Assert.InRange(east.UnbrokenRangeM, 16_000, 19_000);
        Assert.Equal(flat.Layers[0].Ranges[270].UnbrokenRangeM, wall.Layers[0].Ranges[270].UnbrokenRangeM);
        Assert.InRange(gap.Layers[0].UnknownShare, 0.2, 0.4);
        Assert.True(float.IsNaN(gap.Layers[0].Probability[(gap.Grid.Side / 2 * gap.Grid.Side) + 5]));
        Assert.Equal(0, filled.Layers[0].UnknownShare);

        // From behind the wall only heights above the line over its top are seen; the smooth Earth knows nothing of it.
        var behind = wall.VisibleFrom(GeodeticPoint.FromDegrees(35, 24.3));
        Assert.Equal(VisibleHeightState.Known, behind.State);
        Assert.InRange(behind.AboveGroundM, 600, 800);
        Assert.Equal(100, behind.GroundM, 0.01);
        Assert.Contains("Unknown", CoverageSummary.Notes(gap)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void ARadarInAVoidIsRefused()
    {
        var request = Request(static (_, lon) => lon < 24.1 ? float.NaN : 100);
        Assert.Throws<UnknownGroundException>(() => CoverageStudy.Of(request));
    }

    [Fact]
    public void HeightsAboveTheSeaBelowTheGroundAreNotSeen()
    {
        var request = Request(static (lat, _) => lat > 35.1 ? 900 : 100) with { Reference = HeightReference.SeaLevel, HeightsM = [500] };
        var result = CoverageStudy.Of(request);
        Assert.Equal(0, result.Layers[0].Probability[(20 * result.Grid.Side) + (result.Grid.Side / 2)]);
        Assert.True(result.Layers[0].Probability[((result.Grid.Side - 20) * result.Grid.Side) + (result.Grid.Side / 2)] > 0.5);
    }

    [Fact]
    public void RealGroundAgreesWithRaysTracedByOthers()
    {
        var tile = Path.Combine(Data(), "terrain", "ventoux_utm31_90m.tif");
        var table = Path.Combine(Data(), "terrain", "ventoux_summit.los.csv");
        if (!File.Exists(tile) || !File.Exists(table)) Assert.Skip("the terrain of Mont Ventoux is not there (or set BULWARK_DATA)");
        using var scratch = new Scratch();

        // The summit of the reference, 682195 E 4893695 N in UTM 31.
        var done = Command.Run(
            "coverage", "64n6e", "--at", "44.17373218,5.27912849", "--mast", "20m", "--radius", "41km", "--cell", "1km", "--height", "300m",
            "--terrain", tile, "--points", table, "--format", "csv", "--out", scratch["out"], "-q");
        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        var rows = File.ReadAllLines(scratch[Path.Combine("out", "points.csv")]).Select(static line => line.Split(',')).ToArray();
        var (ray, mine, state) = (Array.IndexOf(rows[0], "min_visible_agl_ray_m"), Array.IndexOf(rows[0], "min_visible_agl_m"), Array.IndexOf(rows[0], "state"));
        Assert.Equal(401, rows.Length);

        // This is the ground of the reference; where a ridge is just touched, two ways of sampling it may differ by more.
        var known = rows.Skip(1).Where(row => row[state] == "known").ToArray();
        Assert.True(known.Length > 380, $"{known.Length} points are known");
        var near = known.Count(row => Math.Abs(Number(row[ray]) - Number(row[mine])) <= 5);
        Assert.True(near >= 0.95 * known.Length, $"{near} of {known.Length} within 5 m");
    }

    [Theory]
    [InlineData("lon,lat\n24,x\n", "points.csv:2: 'x' is not an angle")]
    [InlineData("lon,lat\n24\n", "points.csv:2: 1 fields")]
    [InlineData("x,y\n24,35\n", "there is no column 'lon'")]
    [InlineData("", "is empty")]
    [InlineData("lon,lat\n\"24,35\n", "points.csv:2: a quotation mark")]
    public void ATableThatIsNoneIsRefused(string text, string words)
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["points.csv"], text);
        Command.Run("coverage", "64n6e", "--at", "35,24", "--points", scratch["points.csv"], "--out", scratch["out"]).IsRefused(words);
        Assert.False(Directory.Exists(scratch["out"]));
    }

    [Fact]
    public void OverTheSmoothEarthPointsAreSeenFromTheHorizon()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["points.csv"], "name,lon,lat\n\"a, b\",24,35.5\nfar,24,36\n");
        var done = Command.Run("coverage", "64n6e", "--at", "35,24", "--points", scratch["points.csv"], "--out", scratch["out"], "--cell", "20km", "--format", "csv", "-q");
        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        var lines = File.ReadAllLines(scratch[Path.Combine("out", "points.csv")]);
        Assert.StartsWith("\"a, b\",24,35.5,", lines[1], StringComparison.Ordinal);

        // 55.5 and 111 km away: what is left of the way beyond the antenna's own horizon, squared over twice the effective radius.
        foreach (var (line, distanceM) in ((string, double)[])[(lines[1], 55_474), (lines[2], 110_953)])
        {
            var leftM = distanceM - EffectiveEarth.Standard.HorizonDistanceM(8.68);
            Assert.Equal(leftM * leftM / (2 * EffectiveEarth.Standard.RadiusM), Number(line.Split(',')[^4]), 0.02 * leftM * leftM / (2 * EffectiveEarth.Standard.RadiusM));
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Data() => Environment.GetEnvironmentVariable("BULWARK_DATA") is { Length: > 0 } given
        ? given
        : Path.Combine(Rules.Repository.Root, "..", "shared", "data");

    private static CoverageRequest Request(Func<double, double, float> heightM)
    {
        var heights = new float[Posts * Posts];
        for (var row = 0; row < Posts; row++)
        {
            for (var column = 0; column < Posts; column++) heights[(row * Posts) + column] = heightM(36 - (row * StepDeg), 23 + (column * StepDeg));
        }

        var step = double.DegreesToRadians(StepDeg);
        return CoverageRequests.At(35, 24, 300) with
        {
            RadiusM = 40_000,
            CellM = 1000,
            Terrain = new ElevationGrid(double.DegreesToRadians(36), double.DegreesToRadians(23), step, step, Posts, Posts, ImmutableArray.Create(heights), VerticalDatum.Egm96),
        };
    }
}
