using Bulwark.Core.Units;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>The keys of the behaviours of a doctrine that are about firing and moving.</summary>
internal static class UnitBehaviourKeys
{
    private static readonly (string, RulesOfEngagement)[] RulesWords = [("free", RulesOfEngagement.Free), ("tight", RulesOfEngagement.Tight), ("hold", RulesOfEngagement.Hold)];

    public static readonly QuantityKey Distance = new("distance", Dimension.Length, "100 m", "200 km", "How far the other position is from where the unit stands at the start.") { DefaultText = "5 km" };
    public static readonly QuantityKey Bearing = new("bearing", Dimension.Angle, "-360 deg", "360 deg", "In which direction it is, clockwise from that in which the unit faces.") { DefaultText = "180 deg" };

    public static readonly DurationKey IlluminateBefore = new("illuminate-before", "1 s", "5 min", "How long before the expected intercept the engagement radar goes on.") { DefaultText = "12 s" };
    public static readonly QuantityKey LargestSigma = new("largest-sigma", Dimension.Length, "10 m", "20 km", "Largest standard deviation of a track that is fired on so.") { DefaultText = "1 km" };
    public static readonly SectionKey SilentFire = new(
        "silent-fire",
        new KeySet("silent-fire", "Fire on the network's track with late illumination.", [IlluminateBefore, LargestSigma]),
        "Rounds are launched and led on the network's track with the engagement radar dark, which goes on shortly before the intercept.");

    public static readonly DurationKey After = new("after", "1 s", "12 h", "For how long the unit has to have heard nothing.") { IsRequired = true };
    public static readonly IdentifierKey Of = new("of", "The battery, radar or command post it listens for; anybody on the network when missing.");
    public static readonly ChoiceKey<RulesOfEngagement> AloneRules = new("rules", RulesWords, "When it may fire on its own; as before when missing.");
    public static readonly SectionKey FallBack = new(
        "fall-back",
        new KeySet("fall-back", "Fighting alone when nobody is heard.", [After, Of, AloneRules]),
        "When nothing has been heard for a while the unit fights on its own, its radars on; when it hears again, it is led again.");

    public static readonly IdentifierKey Parent = new("parent", "The battery or radar it guards.") { IsRequired = true };
    public static readonly ChoiceKey<bool> Engages = new("engages", [("first", false), ("only", true)], "Whether what threatens the parent goes first, or nothing else is engaged.") { DefaultText = "first" };
    public static readonly QuantityKey GuardWithin = new("within", Dimension.Length, "100 m", "200 km", "Farthest from the parent that the straight way of a track may lead past to threaten it.") { DefaultText = "5 km" };
    public static readonly SectionKey PointDefence = new(
        "point-defence", new KeySet("point-defence", "Guarding another unit.", [Parent, Engages, GuardWithin]), "The unit guards a battery or radar: what threatens that is engaged first, or only that.");

    public static readonly IntegerKey FiredRounds = new("rounds", 1, 1000, "Rounds fired from one position after which it leaves.") { DefaultText = "4" };
    public static readonly DurationKey FiredAfter = new("after", "1 s", "12 h", "Time after the first launch from a position when it leaves in any case; never when missing.");
    public static readonly SectionKey MoveAfterFiring = new(
        "move-after-firing",
        new KeySet("move-after-firing", "Shoot and scoot.", [FiredRounds, FiredAfter, Distance, Bearing]),
        "The unit leaves for another position when it has fired, and the next time comes back.");

    public static readonly IntegerKey AtRounds = new("at", 0, 10_000, "Rounds ready at which it withdraws.") { DefaultText = "0" };
    public static readonly DurationKey Takes = new("takes", "0 s", "24 h", "How long loading takes.") { DefaultText = "20 min" };
    public static readonly IntegerKey Supply = new("supply", 1, 100_000, "Rounds that are there for it.") { IsRequired = true };
    public static readonly QuantityKey LoadDistance = new("distance", Dimension.Length, "0 m", "200 km", "How far away it is loaded.") { DefaultText = "5 km" };
    public static readonly SectionKey Reload = new(
        "reload",
        new KeySet("reload", "Running out and coming back.", [AtRounds, LoadDistance, Takes, Supply]),
        "The unit withdraws when it runs out of rounds, is loaded elsewhere, and comes back to its position.");

    public static readonly ChoiceKey<RulesOfEngagement> ZoneRules = new("rules", RulesWords, "When tracks in it may be fired at.") { IsRequired = true };
    public static readonly PositionKey ZoneAt = new("at", "Its middle; everywhere when missing.");
    public static readonly QuantityKey ZoneRadius = new("radius", Dimension.Length, "10 m", "2000 km", "Its radius, with 'at'.") { DefaultText = "10 km" };
    public static readonly QuantityKey ZoneFloor = new("floor", Dimension.Length, "0 m", "100 km", "Its lower edge, above the sea.") { DefaultText = "0 m" };
    public static readonly QuantityKey ZoneCeiling = new("ceiling", Dimension.Length, "0 m", "2000 km", "Its upper edge, above the sea.") { DefaultText = "2000 km" };
    public static readonly DurationKey ZoneFrom = new("from", "0 s", "48 h", "When it begins to hold, after the start of the run.") { DefaultText = "0 s" };
    public static readonly DurationKey ZoneUntil = new("until", "0 s", "48 h", "When it ends.") { DefaultText = "48 h" };
    public static readonly SectionListKey Zones = new(
        "zones",
        new KeySet("fire-zone", "Rules of engagement for a zone, a time, or both.", [ZoneRules, ZoneAt, ZoneRadius, ZoneFloor, ZoneCeiling, ZoneFrom, ZoneUntil]),
        "Rules of engagement by zone and time; of several that hold, the last one counts.");

    public static readonly IntegerKey KeptRounds = new("rounds", 1, 10_000, "Rounds that are kept, ready ones and those in store together.") { IsRequired = true };
    public static readonly QuantityKey ForValue = new("for-value", Dimension.None, "0", "1000000", "Smallest value of a threatened asset for which they are fired.") { IsRequired = true };
    public static readonly SectionKey Reserve = new("reserve", new KeySet("reserve", "Rounds that are kept back.", [KeptRounds, ForValue]), "The last rounds are kept for what threatens the most valuable assets.");

    public static readonly FreeMappingKey Priorities = new("priorities", "How many times its value an asset counts for this unit, by the id of the asset, such as 'harbour: 3'.");
}
