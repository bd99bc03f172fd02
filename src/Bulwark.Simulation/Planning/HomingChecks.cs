using Bulwark.Core.Earth;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>Says while a scenario is read, with the place in the file, what the planner would refuse of groups that home on radars.</summary>
internal static class HomingChecks
{
    private const double RoundUpM = 100;

    /// <summary>Checks groups against the routes of their carriers. For scenarios that are otherwise without errors.</summary>
    /// <param name="sections">The sections of the groups.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="batteries">The batteries as they are under command.</param>
    /// <param name="sites">The surveillance sites that are under no command.</param>
    /// <param name="seed">Seed of the scenario, for formations that are drawn.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Check(
        IEnumerable<MappingReader> sections, IReadOnlyList<FlightGroup> groups, IReadOnlyList<Battery> batteries, IReadOnlyList<SurveillanceSite> sites, ulong seed, ProblemList problems)
    {
        foreach (var reader in sections)
        {
            var id = reader.Get(ScenarioKeys.Id);
            var group = groups.FirstOrDefault(group => group.Id == id);
            if (group?.Homing is not { } launch) continue;
            if (Radar(launch, batteries, sites) is not { } radar)
            {
                problems.Error(reader.PlaceOf(GroupKeys.HomesOn), $"'{launch.Unit}' has no radar of its own of that kind to home on", "a battery or surveillance site with one, or the command that it is under");
                continue;
            }

            // Heights over ground change the distance by far less than anybody states it to; the routes alone are flown here.
            var carriers = GroupPlanner.Plan([.. groups.Where(other => other.Id == launch.Carriers).Select(static carrier => carrier with { ClearanceM = null })], new SiteHorizons(new Surroundings(), 1), new RandomNames(seed, 0));
            if (HomingPlanner.FirstOutOfReach(group, launch, carriers, Wgs84.ToEcef(radar)) is not { } carrier) continue;
            var key = (KeyDefinition)(reader.Has(GroupKeys.LaunchRange) ? GroupKeys.LaunchRange : GroupKeys.ReleasedBy);
            problems.Error(
                reader.PlaceOf(key),
                HomingPlanner.OutOfReach(carrier, launch),
                $"at least {QuantityFormat.Short(RoundUpM * Math.Ceiling(carriers.Take(group.Count).Max(one => HomingPlanner.NearestM(one, Wgs84.ToEcef(radar))) / RoundUpM), Dimension.Length, 4)} and a release before it leaves, at most {QuantityFormat.Short(group.Class.Homing!.MaximumRangeM, Dimension.Length, 3)}",
                "lead its route nearer, or give a greater launch-range");
        }
    }

    private static GeodeticPoint? Radar(HomingLaunch launch, IReadOnlyList<Battery> batteries, IReadOnlyList<SurveillanceSite> sites)
    {
        if (batteries.FirstOrDefault(battery => battery.Id == launch.Unit) is { } battery)
        {
            if (launch.OnEngagementRadar && battery.FireUnits.Count > 0) return battery.FireUnits[0].Position ?? battery.Position;
            return battery.Radars.Count > 0 ? battery.Radars[0].Position ?? battery.Position : null;
        }

        return sites.FirstOrDefault(site => site.Id == launch.Unit)?.Position;
    }
}
