using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Raids;

/// <summary>The keys of a raid and of its elements.</summary>
internal static class RaidKeys
{
    public static readonly IntegerKey Waves = new("waves", 1, 100, "Number of waves.") { DefaultText = "1" };
    public static readonly DurationKey WaveInterval = new("wave-interval", "0 s", "12 h", "Time between the starts of two waves.") { DefaultText = "5 min" };
    public static readonly DurationKey Start = new("start", "0 s", "48 h", "When the first wave appears, after the start of the run.") { DefaultText = "0 s" };
    public static readonly DurationKey StartSpread = new("start-spread", "0 s", "12 h", "Largest random delay of each wave.") { DefaultText = "0 s" };
    public static readonly ChoiceKey<bool> InTurn = new("waves-come", [("from-all", false), ("in-turn", true)], "Whether each wave comes from all directions, or the waves from one after another.") { DefaultText = "from-all" };

    public static readonly TextListKey Objective = new("objective", "The asset attacked, or a list of which each direction gets the next; an element without one has that of the raid.");
    public static readonly QuantityListKey Directions = new("directions", Dimension.Angle, "-360 deg", "360 deg", 32, "Where they come from, seen from the objective, clockwise from north; one angle or a list.");
    public static readonly QuantityKey DirectionSpread = new("direction-spread", Dimension.Angle, "0 deg", "180 deg", "Largest random turn of a direction to either side, drawn for each wave.");
    public static readonly QuantityKey Distance = new("distance", Dimension.Length, "1 km", "5000 km", "Distance from the objective at which they appear.");
    public static readonly QuantityKey StartArea = new("start-area", Dimension.Length, "0 m", "500 km", "Radius of the area round that place in which they appear at random.");

    public static readonly IdentifierKey ElementId = new("id", "Identifier within the raid; the class when missing.");
    public static readonly DurationKey Delay = new("delay", "0 s", "12 h", "Time after the start of the wave.") { DefaultText = "0 s" };
    public static readonly DurationKey MemberSpread = new("start-spread", "0 s", "12 h", "Largest random delay of each member.") { DefaultText = "0 s" };
    public static readonly QuantityKey Height = new("height", Dimension.Length, "1 m", "100 km", "Height above the sea; that of the class when missing.");
    public static readonly QuantityKey Speed = new("speed", Dimension.Speed, "5 m/s", "3000 m/s", "Ground speed; that of the class when missing.");

    public static readonly KeySet Element = new(
        "raid-element",
        "One kind of aircraft or missile in every wave of a raid.",
        [
            ElementId, GroupKeys.Use, GroupKeys.Count, GroupKeys.Formation, GroupKeys.Abreast, GroupKeys.Spacing, GroupKeys.RankInterval, Height, Speed, Delay, MemberSpread,
            Objective, GroupKeys.ReleaseRange, Directions, DirectionSpread, Distance, StartArea, ScenarioKeys.Set,
        ]);

    public static readonly SectionListKey Elements = new("elements", Element, "What each wave is made of.") { IsRequired = true, MinimumItems = 1 };

    public static readonly KeySet Keys = new(
        "raid",
        "An attack in waves. Directions, places and times are drawn within their bounds, anew for each replication.",
        [ScenarioKeys.Id, Objective, Directions, DirectionSpread, Distance, StartArea, Start, StartSpread, Waves, WaveInterval, InTurn, Elements]);
}
