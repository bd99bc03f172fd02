using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Orders to launchers apart from their fire unit.</summary>
public sealed class LauncherOrderTests
{
    [Fact]
    public void LaunchersThatAreHeldFireOnlyWhenTheyAreFreed()
    {
        // Four launchers with PAC-2 come first in the magazine, then four with PAC-3.
        var free = Fired(Run(""));
        Assert.Contains(free, static row => row.Happened.Launcher < 4);

        var held = Run("  - {unit: sector.m901, at: 0 s, do: launchers-hold}\n  - {unit: sector.m901, at: 270 s, do: launchers-ready}\n");
        var fired = Fired(held);
        Assert.Contains(fired, static row => row.Happened.Launcher >= 4 && row.Time.TotalS < 270);
        Assert.DoesNotContain(fired, static row => row.Happened.Launcher < 4 && row.Time.TotalS < 270);
        Assert.Equal([ReloadStep.Held, ReloadStep.Freed], held.Recorder.Events<LauncherReload>().ToArray().Where(static row => row.Happened.Launcher == 0).Select(static row => row.Happened.Step).Distinct());
        Assert.Equal(16, held.Recorder.Events<LauncherReload>().ToArray().Where(static row => row.Happened.Step == ReloadStep.Held).Sum(static row => row.Happened.Rounds));

        // Both kinds held: nothing is fired at all.
        Assert.Empty(Fired(Run("  - {unit: sector, at: 0 s, do: launchers-hold}\n")));
    }

    [Fact]
    public void LaunchersAreFilledUpWhenTheyAreToldTo()
    {
        // The aircraft are gone by then; some launchers have fired a round or two of four, and none is empty.
        var result = Run("  - {unit: sector, at: 550 s, do: launchers-reload}\n", ", loads: [{part: m901, store: {pac-2-gem-t: 16}}], set: {m901.reload-time: 5 min}", minutes: 16);
        var fired = Fired(result).Where(static row => row.Happened.Launcher < 4).Select(static row => row.Happened.Launcher).Distinct().Order().ToList();
        Assert.NotEmpty(fired);
        Assert.All(fired, launcher => Assert.InRange(Fired(result).Count(row => row.Happened.Launcher == launcher), 1, 3));
        Assert.True(Fired(result)[^1].Time.TotalS < 550);
        var reloads = result.Recorder.Events<LauncherReload>().ToArray();
        Assert.Equal(fired, reloads.Where(static row => row.Happened.Step == ReloadStep.Began).Select(static row => row.Happened.Launcher).Order());
        Assert.All(reloads.Where(static row => row.Happened.Step == ReloadStep.Finished), static row => Assert.Equal(4, row.Happened.Rounds));
        Assert.Contains(reloads, static row => row.Happened.Step == ReloadStep.Finished);
    }

    [Theory]
    [InlineData("unit: sector.m901, at: 2 min, do: rules-hold", "x.yaml:5:40: error: launchers (sector.m901) do not do that by themselves: they go where their fire unit goes; expected launchers-hold, launchers-ready or launchers-reload, or the fire unit itself")]
    [InlineData("unit: sector.m910, at: 2 min, do: launchers-hold", "did you mean 'sector.m901'?")]
    public void WhatLaunchersCannotDoIsRefused(string order, string expected)
    {
        var problems = Repository.Check(Text("  - {" + order + "}\n", 12));
        Assert.Contains(expected, Assert.Single(problems), StringComparison.Ordinal);
    }

    private static List<RecordedEvent<MissileLaunched>> Fired(RunResult result) => [.. result.Recorder.Events<MissileLaunched>()];

    private static RunResult Run(string orders, string more = "", int minutes = 8) =>
        Simulator.Run(ScenarioReader.ReadText(Text(orders, minutes, more), "x.yaml", Repository.Catalogue), new RunOptions { Threads = 1, Seed = 3 });

    private static string Text(string orders, int minutes, string more = "") =>
        $"bulwark: scenario/1\ntitle: Launchers\nduration: {minutes} min\n" + (orders.Length == 0 ? "# no orders\n" : "orders:\n" + orders)
        + "terrain: none\nassets: [{id: depot, at: \"49.50 N, 8.50 E\", radius: 2 km}]\n"
        + "batteries: [{id: sector, use: patriot-pac-3, at: \"49.52 N, 8.52 E\", ground: 110 m, facing: 0 deg" + more + "}]\n"
        + "groups:\n  - {id: strike, use: strike-aircraft, count: 6, formation: line, spacing: 2 km, objective: depot, release-range: 15 km, route: [{at: \"51.00 N, 8.50 E\", height: 5 km}, {at: \"49.50 N, 8.50 E\"}]}\n";
}
