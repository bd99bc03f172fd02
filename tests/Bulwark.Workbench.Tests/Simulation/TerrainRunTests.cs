using System.Buffers.Binary;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Xunit;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>A run over a made-up tile: a plain at 100 m, crossed from west to east by a ridge of 1500 m at 44.6 N, with a void in the north-east.</summary>
public sealed class TerrainRunTests : IDisposable
{
    private const int Posts = 1201;

    private readonly string _folder = Directory.CreateTempSubdirectory("bulwark-terrain-").FullName;

    public TerrainRunTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tiles"));
        var bytes = new byte[Posts * Posts * 2];
        for (var row = 0; row < Posts; row++)
        {
            for (var column = 0; column < Posts; column++)
            {
                var northDeg = 45 - (row / 1200.0);
                var eastDeg = 5 + (column / 1200.0);
                var height = northDeg > 44.8 && eastDeg > 5.8 ? short.MinValue : (short)(Math.Abs(northDeg - 44.6) < 0.01 ? 1500 : 100);
                BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * ((row * Posts) + column)), height);
            }
        }

        File.WriteAllBytes(Path.Combine(_folder, "tiles", "N44E005.hgt"), bytes);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ARidgeHidesWhatIsLowBehindItAndNothingElse()
    {
        var result = Simulator.Run(Read("tiles", "44.3 N, 5.5 E"));

        // Low, north of the ridge: 33 km away at 600 m, while the ridge stands 2.4 degrees high at 33 km. High above it: seen. In the void's lee: unknown.
        Assert.Equal([Visibility.MaskedByTerrain], Answers(result, "low"));
        Assert.Equal([Visibility.Visible], Answers(result, "high"));
        Assert.Equal([Visibility.Visible], Answers(result, "south"));
        Assert.Contains(Visibility.UnknownTerrain, Answers(result, "void"));

        var flat = Simulator.Run(Read("none", "44.3 N, 5.5 E"));
        Assert.Equal([Visibility.Visible], Answers(flat, "low"));
    }

    [Fact]
    public void ASiteStandsOnTheGroundUnlessItsHeightIsStated()
    {
        Assert.Equal(1500, Read("tiles", "44.6 N, 5.5 E").Surveillance[0].Position.HeightM, 1e-6);
        Assert.Equal(250, Read("tiles", "44.6 N, 5.5 E, ground: 250 m").Surveillance[0].Position.HeightM, 1e-6);
    }

    [Fact]
    public void ASiteInAVoidIsAProblemWithItsPlace()
    {
        var problem = Assert.Throws<DocumentException>(() => Read("tiles", "44.9 N, 5.9 E"));
        Assert.Contains("the height of the ground there is unknown", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedTileIsAProblemWithItsPlace()
    {
        File.WriteAllBytes(Path.Combine(_folder, "tiles", "N44E006.hgt"), new byte[1000]);
        var problem = Assert.Throws<DocumentException>(() => Read("tiles", "44.3 N, 5.5 E"));
        Assert.Contains("N44E006.hgt", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void TheNumberOfThreadsChangesNothing(int threads)
    {
        var scenario = Read("tiles", "44.3 N, 5.5 E");
        Assert.Equal(
            RunHash.Compute(Simulator.Run(scenario, new RunOptions { Threads = 2 }).Recorder),
            RunHash.Compute(Simulator.Run(scenario, new RunOptions { Threads = threads }).Recorder));
    }

    private static List<Visibility> Answers(RunResult result, string target)
    {
        var index = result.Plan.Targets.Single(planned => planned.Group.Id == target).Index;
        List<Visibility> answers = [];
        foreach (ref readonly var changed in result.Recorder.Events<VisibilityChanged>())
        {
            if (changed.Happened.Target == index) answers.Add(changed.Happened.Visibility);
        }

        return answers;
    }

    private Scenario Read(string terrain, string at)
    {
        var place = at.Split(", ground", 2);
        var ground = place.Length > 1 ? $", ground{place[1]}" : "";
        var path = Path.Combine(_folder, "scenario.yaml");
        File.WriteAllText(path, $$$"""
            bulwark: scenario/1
            title: Ridge
            duration: 60 s
            terrain: {{{terrain}}}
            surveillance:
              - {id: radar, use: s-surveillance, at: "{{{place[0]}}}"{{{ground}}}, set: {detection-range: 90 km, instrumented-range: 100 km}}
            groups:
              - {id: low, use: fighter, route: [{at: "44.75 N, 5.45 E", height: 600 m, speed: 200 m/s}, {at: "44.75 N, 5.65 E"}]}
              - {id: high, use: fighter, route: [{at: "44.75 N, 5.45 E", height: 6 km, speed: 200 m/s}, {at: "44.75 N, 5.65 E"}]}
              - {id: south, use: fighter, route: [{at: "44.45 N, 5.45 E", height: 600 m, speed: 200 m/s}, {at: "44.45 N, 5.65 E"}]}
              - {id: void, use: fighter, route: [{at: "44.97 N, 5.95 E", height: 9 km, speed: 200 m/s}, {at: "44.99 N, 5.99 E"}]}
            """);
        return ScenarioReader.Read(path, CatalogueStore.LoadEmbedded());
    }
}
