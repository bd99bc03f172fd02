using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Files;

public class CompositeBatteryTests
{
    private const string Why = "reasoning: test";

    private const string Unit = $$"""
        bulwark: catalogue/1
        kind: battery
        id: unit
        name: Unit
        parts:
          engagement: 30n6e1
          launchers:
            - {use: 5p85, as: tubes, count: 2, rounds: {48n6e: 3, short: 4}, store: {48n6e: 6}, {{Why}}}
        figures:
          targets: {value: 6, {{Why}}}
          missiles: {value: 12, {{Why}}}
          reaction-time: {value: 9 s, {{Why}}}
          launch-interval: {value: 3 s, {{Why}}}
          kill-assessment-delay: {value: 5 s, {{Why}}}
          salvo-size: {value: 1, {{Why}}}
          reload-vehicles: {value: 1, {{Why}}}

        """;

    private const string Short = $$"""
        bulwark: catalogue/1
        kind: missile
        id: short
        name: Short round
        like: 48n6e
        figures:
          maximum-range: {value: 40 km, {{Why}}}

        """;

    private const string Battalion = $$"""
        bulwark: catalogue/1
        kind: battery
        id: battalion
        name: Battalion
        parts:
          acquisition: [64n6e, 76n6e]
          units: [{use: unit, as: fu, count: 3, {{Why}}}]
        figures:
          tracks: {value: 80, {{Why}}}
          targets: {value: 8, {{Why}}}
          missiles: {value: 16, {{Why}}}

        """;

    private const string Regiment = $$"""
        bulwark: catalogue/1
        kind: battery
        id: regiment
        name: Regiment
        parts:
          acquisition: 64n6e
          units: [{use: battalion, count: 2, {{Why}}}]
        figures:
          tracks: {value: 200, {{Why}}}
          targets: {value: 12, {{Why}}}

        """;

    [Fact]
    public void A_regiment_is_read_with_its_fire_units_caps_and_mixed_rounds()
    {
        var battery = Assert.Single(Read(Store(), "use: regiment").Batteries);
        Assert.Equal(new BatteryLimits(200, 12, int.MaxValue), battery.Limits);
        Assert.Equal(["64n6e", "battalion-1.64n6e", "battalion-1.76n6e", "battalion-2.64n6e", "battalion-2.76n6e"], battery.Radars.Select(radar => radar.Id));
        Assert.Equal(["battalion-1.fu-1", "battalion-1.fu-2", "battalion-1.fu-3", "battalion-2.fu-1", "battalion-2.fu-2", "battalion-2.fu-3"], battery.FireUnits.Select(unit => unit.Id));
        Assert.Equal([new UnitCap("battalion-1", -1, 8, 16), new UnitCap("battalion-2", -1, 8, 16)], battery.Caps);
        var unit = battery.FireUnits[4];
        Assert.Equal((1, new UnitLimits(6, 12), 9.0, 1), (unit.Cap, unit.Limits, unit.Doctrine!.ReactionTimeS, unit.ReloadVehicles));
        var group = Assert.Single(unit.Launchers);
        Assert.Equal(("battalion-2.fu-2.tubes", 2), (group.Id, group.Count));
        Assert.Equal([("48n6e", 3, 6), ("short", 4, 0)], group.Load.Select(load => (load.Id, load.PerLauncher, load.Store)));
        Assert.Equal((150_000.0, 40_000.0), (group.Load[0].Round.MaximumRangeM, group.Load[1].Round.MaximumRangeM));
        Assert.Equal(20, unit.Rounds);
    }

    [Fact]
    public void Parts_stand_where_the_scenario_puts_them_and_carry_what_it_loads()
    {
        const string Extra = """
            use: battalion
                ground: 75 m
                positions:
                  - {part: fu-2, at: "35.7 N, 24.3 E", ground: 40 m, facing: 90 deg}
                  - {part: 76n6e, at: "35.6 N, 24.2 E", ground: 300 m}
                  - {part: fu-3.tubes, at: "35.4 N, 24.2 E"}
                loads:
                  - {part: tubes, count: 5, rounds: {short: 16}}
                  - {part: fu-1.tubes, store: {48n6e: 9}}
                set: {short.reliability: 0.5, 30n6e1.antenna-height: 20 m}
            """;
        var battery = Assert.Single(Read(Store(), Extra).Batteries);
        Assert.Null(battery.FireUnits[0].Position);
        Assert.Equal(40, battery.FireUnits[1].Position!.Value.HeightM);
        Assert.Equal(double.DegreesToRadians(90), battery.FireUnits[1].FacingRad!.Value, 1e-12);
        Assert.Equal(300, battery.Radars[1].Position!.Value.HeightM);
        // Without terrain a part whose ground is not stated stands as high as its battery.
        Assert.Equal(75, battery.FireUnits[2].Launchers[0].Position!.Value.HeightM);
        Assert.Equal([("48n6e", 3, 9), ("short", 4, 0)], battery.FireUnits[0].Launchers[0].Load.Select(load => (load.Id, load.PerLauncher, load.Store)));
        Assert.Equal((5, 16, 0.5), (battery.FireUnits[1].Launchers[0].Count, battery.FireUnits[1].Launchers[0].Load[0].PerLauncher, battery.FireUnits[1].Launchers[0].Load[0].Round.ReliabilityProbability));
        Assert.Equal(20, battery.FireUnits[2].Engagement.AntennaHeightM);
    }

    [Fact]
    public void A_further_radar_feeds_the_same_picture()
    {
        var battery = Assert.Single(Read(Store(), "use: s-300-pmu-1\n    add-radars: 76n6e").Batteries);
        Assert.Equal(["64n6e", "76n6e"], battery.Radars.Select(radar => radar.Id));
    }

    [Theory]
    [InlineData("add-radars: 64n6", "there is no radar '64n6' in the catalogue")]
    [InlineData("add-radars: 30n6e1", "the radar '30n6e1' does not search")]
    [InlineData("positions: [{part: fu-9, at: \"35 N, 24 E\"}]", "the battery has no part 'fu-9'")]
    [InlineData("positions: [{at: \"35 N, 24 E\"}]", "the key 'part' is missing")]
    [InlineData("loads: [{part: tube, count: 2}]", "the battery has no launchers 'tube'")]
    [InlineData("loads: [{part: tubes, rounds: {48n6e: none}}]", "'none' is no number of rounds")]
    [InlineData("loads: [{part: tubes, rounds: {49n6: 2}}]", "there is no missile '49n6' in the catalogue")]
    [InlineData("loads: [{part: tubes, rounds: {short: 2}, store: {48n6e: 2}}]", "there are rounds '48n6e' in store that the launchers do not carry")]
    [InlineData("launchers: 4", "'launchers' says nothing about a battery whose launchers differ")]
    public void Wrong_words_about_parts_are_told_with_their_place(string line, string message)
    {
        var problems = Repository.Catch(() => Read(Store(), "use: battalion\n    " + line));
        Assert.Contains(problems, problem => problem.Contains(message, StringComparison.Ordinal) && problem.StartsWith("x.yaml:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("use: unit, as", "use: battalion, as", "a battery that is part of itself: battalion with battalion")]
    [InlineData("use: unit, as", "use: nobody, as", "there is no battery 'nobody'")]
    [InlineData("[64n6e, 76n6e]", "[64n6e, 30n6e1]", "the acquisition radar '30n6e1' does not search")]
    [InlineData(", count: 3, reasoning: test", ", count: 3", "'units' has neither a source nor a reasoning")]
    [InlineData("count: 3", "count: 0", "is out of range")]
    [InlineData("  tracks: {value: 80, reasoning: test}\n", "", "the figure 'tracks' is missing")]
    [InlineData("  units: [{use: unit, as: fu, count: 3, reasoning: test}]\n", "", "the battery has nothing to fight with")]
    public void Systems_that_cannot_be_are_refused(string old, string changed, string message)
    {
        Assert.Contains(old, Battalion, StringComparison.Ordinal);
        var problems = Repository.Catch(() => Store(Battalion.Replace(old, changed, StringComparison.Ordinal)));
        Assert.Contains(problems, problem => problem.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rounds: {48n6e: 3, short: 4}, ", "", "the launchers '5p85' carry nothing")]
    [InlineData("short: 4}", "nothing: 4}", "there is no missile 'nothing'")]
    [InlineData("store: {48n6e: 6}", "store: {5v55r: 6}", "there are rounds '5v55r' in store that the launchers 'tubes' do not carry")]
    [InlineData("  engagement: 30n6e1\n", "", "the launchers have no radar to guide their rounds")]
    [InlineData("  engagement: 30n6e1\n", "  engagement: 30n6e1\n  launcher: 5p85\n", "the launchers are given twice")]
    [InlineData("  targets: {value: 6, reasoning: test}\n", "", "the figure 'targets' is missing")]
    public void Fire_units_that_cannot_be_are_refused(string old, string changed, string message)
    {
        Assert.Contains(old, Unit, StringComparison.Ordinal);
        var problems = Repository.Catch(() => Store(Battalion, Unit.Replace(old, changed, StringComparison.Ordinal)));
        Assert.Contains(problems, problem => problem.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_tree_is_shown_with_numbers_and_loads()
    {
        var store = Store();
        var text = CatalogueText.Show(store, store.Find("battalion")!);
        Assert.Contains("units (test): 3 × Unit [battery unit]", text, StringComparison.Ordinal);
        Assert.Contains("launchers, each with 3 48n6e and 4 short, in store 6 48n6e (test): 2 × 5P85", text, StringComparison.Ordinal);
    }

    /// <summary>The catalogue with a unit of mixed rounds, a battalion of three and a regiment of two.</summary>
    internal static CatalogueStore Store(string battalion = Battalion, string unit = Unit)
    {
        var files = Repository.FilesIn("catalogue").Select(path => (Path.GetFileName(path), File.ReadAllText(path)));
        return CatalogueStore.LoadTexts([.. files, ("unit.yaml", unit), ("short.yaml", Short), ("battalion.yaml", battalion), ("regiment.yaml", Regiment)]);
    }

    /// <summary>A scenario with one battery at the example's place.</summary>
    internal static Scenario Read(CatalogueStore store, string use) => ScenarioReader.ReadText(
        $$"""
        bulwark: scenario/1
        title: Parts
        duration: 10 min
        terrain: none
        assets: [{id: town, at: "35.5 N, 24.1 E"}]
        batteries:
          - id: north
            at: 35.5 N, 24.1 E
            facing: 0 deg
            {{use}}
        groups:
          - {id: raid, use: fighter, count: 4, objective: town, route: [{at: "36.6 N, 24.1 E"}, {at: "35.5 N, 24.1 E"}]}

        """,
        "x.yaml",
        store);
}
