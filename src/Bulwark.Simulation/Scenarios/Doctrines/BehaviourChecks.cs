using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Simulation.Scenarios.Wiring;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>Reports behaviours that do not fit the scenario: units that are not there, groups of one, units that cannot move.</summary>
internal sealed class BehaviourChecks(IReadOnlyList<DefendedAsset> assets, SharingNetwork? network, ProblemList problems)
{
    /// <summary>What a radar on its own can do: it has no weapons, and takes no reports.</summary>
    private static readonly string[] OfRadars = [BehaviourKeys.Rotation.Name, BehaviourKeys.AntiRadiation.Name, BehaviourKeys.HoldDown.Name];

    /// <summary>Checks all units.</summary>
    /// <param name="stated">The batteries as the file states them.</param>
    /// <param name="statedSites">The radars as the file states them.</param>
    /// <param name="wiring">Who commands whom, and who remains on his own.</param>
    public void Check(
        IReadOnlyList<Battery> stated, IReadOnlyList<SurveillanceSite> statedSites, (IReadOnlyList<Battery> Batteries, IReadOnlyList<SurveillanceSite> Sites, IReadOnlyList<CommandLink> Links) wiring)
    {
        foreach (var link in wiring.Links.Where(static link => link.Superior is not null))
        {
            var own = stated.FirstOrDefault(battery => battery.Id == link.Unit)?.Behaviours ?? statedSites.FirstOrDefault(site => site.Id == link.Unit)?.Behaviours;
            if (own is not null) problems.Error(own.Blocks[0].Place, $"'{link.Unit}' is under the command of '{link.Superior}' and follows its doctrine", $"'{own.Blocks[0].Name}' in the doctrine of '{link.Superior}', or 'superior: none' at '{link.Unit}'");
        }

        List<(string Id, DoctrineBehaviours Doctrine)> units =
        [
            .. wiring.Batteries.Where(static battery => battery.Behaviours is not null).Select(static battery => (battery.Id, battery.Behaviours!)),
            .. wiring.Sites.Where(static site => site.Behaviours is not null).Select(static site => (site.Id, site.Behaviours!)),
        ];
        List<string> ids = [.. wiring.Batteries.Select(static battery => battery.Id), .. wiring.Sites.Select(static site => site.Id)];
        foreach (var (id, doctrine) in units)
        {
            foreach (var mention in doctrine.Mentions) Require(id, mention, ids);
            if (doctrine.Rotation is { } rotation) CheckGroup(doctrine, rotation, units.Count(unit => unit.Doctrine.Rotation?.Group == rotation.Group));
            if (doctrine.Listens && network is null) problems.Warning(PlaceOf(doctrine, doctrine.FallBack is null ? BehaviourKeys.AntiRadiation : UnitBehaviourKeys.FallBack), $"'{id}' never hears anybody: the scenario has no network", "network: {links: […]}");
        }

        foreach (var battery in wiring.Batteries) RequireMovement(battery.Id, battery.Behaviours, [.. battery.Radars.Select(static radar => radar.Movement), .. battery.FireUnits.Select(static unit => unit.Movement)]);
        foreach (var site in wiring.Sites)
        {
            RequireMovement(site.Id, site.Behaviours, [site.Movement]);
            foreach (var (name, place) in site.Behaviours?.Blocks ?? [])
            {
                if (!OfRadars.Contains(name)) problems.Error(place, $"'{name}' is not for '{site.Id}': a radar on its own has no weapons and takes no reports", "one of " + string.Join(", ", OfRadars) + "; or 'superior' to put the radar under a battery");
            }
        }
    }

    private static DocumentPlace PlaceOf(DoctrineBehaviours doctrine, KeyDefinition block) => doctrine.Blocks.First(one => one.Name == block.Name).Place;

    private void Require(string self, UnitMention mention, List<string> ids)
    {
        var known = mention.IsAsset ? assets.Select(static asset => asset.Id).ToList() : ids.Where(id => id != self).ToList();
        if (mention.IsHeard && network is not null) known.AddRange(network.Posts.Select(static post => post.Id));
        if (known.Contains(mention.Id, StringComparer.Ordinal)) return;
        var what = mention.IsAsset ? "asset" : "battery or radar with a command of its own";
        var message = mention.Id == self ? $"'{self}' names itself" : $"there is no {what} {QuotedText.Of(mention.Id)}";
        problems.Error(mention.Place, message, known.Count == 0 ? "the scenario has none" : "one of " + string.Join(", ", known), NearestMatch.Hint(mention.Id, known));
    }

    private void CheckGroup(DoctrineBehaviours doctrine, EmissionRotation rotation, int size)
    {
        if (rotation.Emitting < size) return;
        var message = size == 1 ? $"nobody else is in the group '{rotation.Group}', so nobody takes turns" : $"all {size} units of the group '{rotation.Group}' would radiate at once";
        problems.Error(PlaceOf(doctrine, BehaviourKeys.Rotation), message, $"a group of more than {rotation.Emitting}, or a smaller 'emit'");
    }

    private void RequireMovement(string id, DoctrineBehaviours? doctrine, IReadOnlyList<Movement?> parts)
    {
        if (doctrine is null || !parts.Contains(null)) return;
        var block = doctrine.MoveAfterFiring is not null ? UnitBehaviourKeys.MoveAfterFiring
            : doctrine.Reload is not null ? UnitBehaviourKeys.Reload
            : doctrine.AntiRadiation is { Moves: true } ? BehaviourKeys.AntiRadiation
            : null;
        if (block is not null)
            problems.Error(PlaceOf(doctrine, block), $"nothing says how '{id}' moves", "a catalogue entry with deploy-time and road-speed", "or set them: 'set: {deploy-time: 5 min, road-speed: 60 km/h}'");
    }
}
