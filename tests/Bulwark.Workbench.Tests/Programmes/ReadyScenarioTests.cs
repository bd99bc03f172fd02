using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Programmes;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Programmes;

public class ReadyScenarioTests
{
    private static readonly Scenario Whole = ScenarioReader.Read(Repository.PathOf("scenarios", "two-batteries.yaml"), CatalogueStore.LoadEmbedded());

    [Fact]
    public void What_is_up_is_there_and_nothing_else()
    {
        var full = Whole.Batteries[0];
        Assert.Equal(4, full.FireUnits[0].Launchers.Sum(static group => group.Count));
        Assert.Equal(Whole.Batteries.Count, With(UnitReadiness.Full).Batteries.Count);
        Assert.Equal(full.FireUnits[0].Rounds, With(UnitReadiness.Full).Batteries[0].FireUnits[0].Rounds);
        Assert.Equal(["battery-2"], With(UnitReadiness.Nothing).Batteries.Select(static battery => battery.Id));
        Assert.Single(With(UnitReadiness.Full with { HasCommand = false }).Batteries);
        Assert.Single(With(UnitReadiness.Full with { EngagementShare = 0 }).Batteries);
        Assert.Single(With(UnitReadiness.Full with { LauncherShare = 0 }).Batteries);
        Assert.Single(With(UnitReadiness.Full with { Rounds = 0 }).Batteries);
        Assert.Empty(With(UnitReadiness.Full with { SearchShare = 0 }).Batteries[0].Radars);
        Assert.Equal(3, With(UnitReadiness.Full with { LauncherShare = 0.75 }).Batteries[0].FireUnits[0].Launchers.Sum(static group => group.Count));
        var perLauncher = full.FireUnits[0].Launchers[0].Load.Sum(static load => load.PerLauncher);
        var few = With(UnitReadiness.Full with { Rounds = (2 * perLauncher) + 1 }).Batteries[0].FireUnits[0];
        Assert.InRange(few.Rounds, 2 * perLauncher, (2 * perLauncher) + 1);
    }

    private static Scenario With(UnitReadiness readiness) => ReadyScenario.With(Whole, new Dictionary<string, UnitReadiness>(StringComparer.Ordinal) { ["battery-1"] = readiness });
}
