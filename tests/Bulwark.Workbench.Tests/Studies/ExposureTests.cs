using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Exposure;
using Bulwark.Studies.Results;

namespace Bulwark.Workbench.Tests.Studies;

public sealed class ExposureTests : IDisposable
{
    private const string Scene = """
        bulwark: scenario/1
        title: A friend passes
        duration: 10 min
        terrain: none
        assets:
          - {id: harbour, at: "35.49 N, 24.12 E"}
        batteries:
          - {id: north, use: s-300-pmu-1, at: "35.52 N, 24.15 E", facing: 0 deg}
        groups:
          - id: friend
            use: f-35
            allegiance: friend
            count: 1
            route:
              - {at: "36.20 N, 24.10 E", height: 7 km, speed: 250 m/s}
              - {at: "35.60 N, 24.12 E"}
          - id: foe
            use: f-35
            count: 1
            start: 5 s
            route:
              - {at: "36.20 N, 24.20 E", height: 7 km, speed: 250 m/s}
              - {at: "35.60 N, 24.22 E"}
        """;

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void EveryFriendAndRadarHasALineAndTheSpreadOfTheClassIsInIt()
    {
        var result = Run();
        var lines = ExposureIndex.Of(result);
        Assert.Equal(result.Plan.Nodes.Length + result.Plan.FireUnits.Count(static unit => unit.SharedNode < 0), lines.Count);
        Assert.All(lines, static line =>
        {
            Assert.Equal("friend-01", line.Target);
            Assert.True(line.DwellLowS <= line.DwellS && line.DwellS <= line.DwellHighS && line.DwellHighS <= line.VisibleS && line.VisibleS <= line.FlightS);
            Assert.True(line.BestMarginLowDb < line.BestMarginDb && line.BestMarginDb < line.BestMarginHighDb);
            Assert.InRange(line.AspectHighRad, line.AspectLowRad, Math.PI);
        });

        // It flies at the battery: seen from the nose, best at the end, by more than the class's span of tenfold between low and high.
        var search = lines.First(static line => line.Searches);
        Assert.True(search.AspectLowRad < 0.2);
        Assert.True(search.BestMarginHighDb - search.BestMarginLowDb >= 10);
        Assert.Equal(Plots(result, 0), search.DetectionsCount);
    }

    [Fact]
    public void MoreDwellComesWithMorePlots()
    {
        // Half the looks detect at the threshold: within the typical dwell most rotations must bring a plot, outside few.
        var result = Run();
        var search = ExposureIndex.Of(result).First(static line => line.Searches);
        var rotationS = result.Plan.Nodes[0].Period.TotalS;
        Assert.InRange(search.DetectionsCount, 0.5 * search.DwellS / rotationS - 3, (search.VisibleS / rotationS) + 2);
    }

    [Fact]
    public void TheFolderHasTheTableAndTheReportTheSection()
    {
        RunFolder.Write(Run(), _home.Under("r"));
        var rows = File.ReadAllLines(_home.Under("r/exposure.csv"));
        Assert.Equal(ExposureCsv.Header, rows[0]);
        Assert.All(rows, static row => Assert.Equal(Fields, row.Split(',').Length));
        Assert.Contains("Exposure of low-observable friends", File.ReadAllText(_home.Under("r/report.html")), StringComparison.Ordinal);
        Assert.Contains($"`{ExposureCsv.FileName}`", File.ReadAllText(Path.Combine(Rules.Repository.Root, "docs", "results.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dark_radar_sees_nothing_and_one_that_moves_counts_where_it_stands()
    {
        var always = ExposureIndex.Of(Run())[0];
        Assert.Equal(always.FlightS, always.RadiatedS);

        // Off from the beginning: nothing at all. Off after two minutes: what came before stays, and no more.
        var silent = ExposureIndex.Of(Run(Scene.Replace("facing: 0 deg", "facing: 0 deg, begins: silent", StringComparison.Ordinal)));
        Assert.All(silent, static line => Assert.Equal((0.0, 0.0, 0.0, 0), (line.RadiatedS, line.VisibleS, line.DwellHighS, line.DetectionsCount)));
        Assert.All(silent, static line => Assert.True(double.IsNegativeInfinity(line.BestMarginHighDb) && double.IsNaN(line.AspectLowRad)));

        const string Orders = "orders:\n  - {unit: north, at: 120 s, do: radars-off}\n";
        var later = ExposureIndex.Of(Run(Scene.Replace("groups:", Orders + "groups:", StringComparison.Ordinal)));
        Assert.All(later, static line => Assert.Equal(120, line.RadiatedS, 1.0));
        Assert.InRange(later[0].DwellHighS, 1, always.DwellHighS - 1);
        Assert.InRange(later[0].VisibleS, 1, later[0].RadiatedS);
        Assert.True(later[0].BestMarginDb < always.BestMarginDb);

        // On the move: it radiates nothing while it packs up, drives and comes into action again.
        const string Away = "orders:\n  - {unit: north, at: 1 s, do: move, to: \"35.50 N, 24.00 E\"}\n";
        var moved = ExposureIndex.Of(Run(Scene.Replace("groups:", Away + "groups:", StringComparison.Ordinal)));
        Assert.All(moved, line => Assert.True(line.RadiatedS < always.RadiatedS - 60, $"{line.Radar} radiated for {line.RadiatedS} s while it packed up and drove"));
    }

    [Fact]
    public void WithoutSuchFriendsThereIsNoTable()
    {
        Assert.Empty(ExposureIndex.Of(StudyRuns.Crete));
        Assert.DoesNotContain("exposure.csv", StudyRuns.FileNames);
    }

    private static readonly int Fields = ExposureCsv.Header.Split(',').Length;

    private static int Plots(RunResult result, int target)
    {
        var count = 0;
        foreach (ref readonly var row in result.Recorder.Events<PlotMade>()) count += row.Happened.Node == 0 && row.Happened.Target == target ? 1 : 0;
        return count;
    }

    private RunResult Run(string scene = Scene)
    {
        var path = _home.Under("scene.yaml");
        File.WriteAllText(path, scene);
        return StudyRuns.Run(ScenarioReader.Read(path, CatalogueStore.LoadEmbedded()));
    }
}
