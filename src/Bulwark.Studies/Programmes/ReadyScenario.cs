using Bulwark.Simulation.Scenarios;

namespace Bulwark.Studies.Programmes;

/// <summary>Sets what of a battery is up before an engagement, by changing the scenario's records.</summary>
public static class ReadyScenario
{
    /// <summary>A scenario in which batteries are as ready as said.</summary>
    /// <param name="scenario">The scenario with everything ready.</param>
    /// <param name="readiness">What is up of a battery, by its id; a battery that is not named stays as it is.</param>
    /// <returns>The scenario without what is not up: a battery without radars to guide, launchers, rounds or command is left out.</returns>
    public static Scenario With(Scenario scenario, IReadOnlyDictionary<string, UnitReadiness> readiness)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(readiness);
        return scenario with { Batteries = [.. scenario.Batteries.Select(battery => readiness.TryGetValue(battery.Id, out var ready) ? Cut(battery, ready) : battery).OfType<Battery>()] };
    }

    private static Battery? Cut(Battery battery, UnitReadiness ready)
    {
        if (!ready.HasCommand) return null;
        var units = battery.FireUnits.Take(Part(battery.FireUnits.Count, ready.EngagementShare)).ToList();
        var launchersOfAll = units.Sum(static unit => unit.Launchers.Sum(static group => group.Count));
        var lost = launchersOfAll - Part(launchersOfAll, ready.LauncherShare);
        for (var at = units.Count - 1; at >= 0; at--) units[at] = units[at] with { Launchers = [.. WithoutLast(units[at].Launchers, ref lost)] };
        units.RemoveAll(static unit => unit.Launchers.Count == 0);
        if (ready.Rounds >= 0)
        {
            var left = ready.Rounds;
            for (var at = 0; at < units.Count; at++) units[at] = units[at] with { Launchers = [.. Loaded(units[at].Launchers, ref left)] };
            units.RemoveAll(static unit => unit.Rounds == 0);
        }

        return units.Count == 0 ? null : battery with { Radars = [.. battery.Radars.Take(Part(battery.Radars.Count, ready.SearchShare))], FireUnits = units };
    }

    // A share of a count, up as far as it is worth a whole one.
    private static int Part(int count, double share) => (int)Math.Floor((count * share) + 1e-9);

    private static List<LauncherGroup> WithoutLast(IReadOnlyList<LauncherGroup> groups, ref int lost)
    {
        var kept = new List<LauncherGroup>();
        for (var at = groups.Count - 1; at >= 0; at--)
        {
            var gone = Math.Min(lost, groups[at].Count);
            lost -= gone;
            if (groups[at].Count > gone) kept.Insert(0, groups[at] with { Count = groups[at].Count - gone });
        }

        return kept;
    }

    // Rounds go onto launchers first, then into store; launchers without any are left out.
    private static List<LauncherGroup> Loaded(IReadOnlyList<LauncherGroup> groups, ref int left)
    {
        var loaded = new List<LauncherGroup>();
        foreach (var group in groups)
        {
            var perLauncher = Math.Max(1, group.Load.Sum(static load => load.PerLauncher));
            var full = Math.Min(group.Count, left / perLauncher);
            left -= full * perLauncher;
            if (full == 0) continue;
            var stores = new List<RoundLoad>();
            foreach (var load in group.Load)
            {
                var store = Math.Min(load.Store, left);
                left -= store;
                stores.Add(load with { Store = store });
            }

            loaded.Add(group with { Count = full, Load = stores });
        }

        return loaded;
    }
}
