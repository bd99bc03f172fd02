using Bulwark.Core.Earth;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Wiring;

/// <summary>
/// Puts batteries and radars under common commands: first as the file states it, then, if wanted, by range. What is under a command shares its
/// picture and its allocation of fire.
/// </summary>
internal sealed class CommandWiring(IReadOnlyList<Battery> batteries, IReadOnlyList<SurveillanceSite> sites, IReadOnlyDictionary<string, WiredUnit> units, ProblemList problems)
{
    private readonly Dictionary<string, CommandLink> _links = new(StringComparer.Ordinal);

    /// <summary>Wires the units.</summary>
    /// <param name="automatic">Whether units without a stated superior are wired by range.</param>
    /// <param name="reachM">How far, metres.</param>
    /// <returns>The commands that remain, the radars that stay on their own, and who is under whom.</returns>
    public (IReadOnlyList<Battery> Batteries, IReadOnlyList<SurveillanceSite> Sites, IReadOnlyList<CommandLink> Links) Apply(bool automatic, double reachM)
    {
        foreach (var id in Ids()) State(id);
        foreach (var id in Ids().Where(id => !_links.ContainsKey(id))) _links[id] = automatic ? Nearest(id, reachM) : new CommandLink(id, null, 0, "on its own: nothing else is stated");
        foreach (var id in Ids()) BreakCircle(id);
        var merged = batteries.Where(battery => _links[battery.Id].Superior is null).Select(battery => Gather(battery, [])).ToList();
        return (merged, [.. sites.Where(site => _links[site.Id].Superior is null)], [.. Ids().Select(id => _links[id])]);
    }

    private IEnumerable<string> Ids() => batteries.Select(static battery => battery.Id).Concat(sites.Select(static site => site.Id)).Where(units.ContainsKey);

    private void State(string id)
    {
        if (units[id].Superior is not { } stated) return;
        if (stated == WiringKeys.Nobody)
        {
            _links[id] = new CommandLink(id, null, 0, "on its own: stated by 'superior: none'");
            return;
        }

        if (batteries.FirstOrDefault(battery => battery.Id == stated) is { } superior)
        {
            _links[id] = new CommandLink(id, stated, DistanceM(PositionOf(id), superior.Position), "stated by 'superior'");
            return;
        }

        var ids = batteries.Select(static battery => battery.Id).Where(other => other != id).ToList();
        problems.Error(units[id].Place, $"there is no battery {QuotedText.Of(stated)} to be its superior", ids.Count == 0 ? "'none'; the scenario has no other battery" : $"'none', or one of {string.Join(", ", ids)}", NearestMatch.Hint(stated, ids));
    }

    private CommandLink Nearest(string id, double reachM)
    {
        var ownM = batteries.FirstOrDefault(battery => battery.Id == id) is { } self ? RoundReachM(self) : 0;
        var near = batteries.Where(battery => battery.Id != id && units.TryGetValue(battery.Id, out var unit) && unit.HasCommandPost && RoundReachM(battery) > ownM)
            .Select(battery => (battery.Id, DistanceM: DistanceM(PositionOf(id), battery.Position)))
            .Where(pair => pair.DistanceM <= reachM)
            .OrderBy(static pair => pair.DistanceM).ThenBy(static pair => pair.Id, StringComparer.Ordinal)
            .ToList();
        var within = $"within {QuantityFormat.Short(reachM, Dimension.Length, 3)}";
        return near.Count > 0
            ? new CommandLink(id, near[0].Id, near[0].DistanceM, $"the nearest {within} with a command post and rounds that reach farther")
            : new CommandLink(id, null, 0, $"on its own: nobody {within} has a command post and rounds that reach farther");
    }

    private void BreakCircle(string id)
    {
        var trail = new List<string> { id };
        for (var next = _links[id].Superior; next is not null; next = _links.GetValueOrDefault(next)?.Superior)
        {
            if (next == id)
            {
                problems.Error(units[id].Place, $"commands in a circle: {string.Join(" under ", trail)} under {id}", "a superior that is not under it");
                _links[id] = _links[id] with { Superior = null };
                return;
            }

            if (trail.Contains(next, StringComparer.Ordinal)) return;
            trail.Add(next);
        }
    }

    private Battery Gather(Battery command, List<string> above)
    {
        var whole = command;
        var isAlone = true;
        foreach (var battery in batteries.Where(other => _links[other.Id].Superior == command.Id && !above.Contains(other.Id, StringComparer.Ordinal)))
        {
            if (isAlone) whole = BatteryMerge.AsCommand(whole);
            isAlone = false;
            whole = BatteryMerge.With(whole, Gather(battery, [.. above, command.Id]));
        }

        foreach (var site in sites.Where(other => _links[other.Id].Superior == command.Id))
            whole = whole with { Radars = [.. whole.Radars, new BatteryRadar(site.Id, site.Position, site.FacingRad, site.Radar)] };
        return whole;
    }

    private GeodeticPoint PositionOf(string id) => batteries.FirstOrDefault(battery => battery.Id == id)?.Position ?? sites.First(site => site.Id == id).Position;

    private static double RoundReachM(Battery battery) =>
        battery.FireUnits.SelectMany(static unit => unit.Launchers).SelectMany(static group => group.Load).Select(static load => load.Round.MaximumRangeM).DefaultIfEmpty(0).Max();

    private static double DistanceM(GeodeticPoint from, GeodeticPoint to) => (Wgs84.ToEcef(from) - Wgs84.ToEcef(to)).Length;
}
