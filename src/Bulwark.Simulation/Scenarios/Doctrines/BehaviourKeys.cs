using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>The keys of the behaviours of a doctrine that are about radars: one mapping for each.</summary>
internal static class BehaviourKeys
{
    public static readonly DurationKey Review = new("review-period", "200 ms", "1 min", "Time between two looks of the crew at its situation, for the behaviours below.") { DefaultText = "1 s" };

    public static readonly ChoiceKey<RadarScope> Radars = new(
        "radars",
        [("all", RadarScope.All), ("search", RadarScope.Search), ("engagement", RadarScope.Engagement)],
        "Which radars of the unit: all, those that search, or those that guide.")
    { DefaultText = "all" };

    public static readonly DurationKey Linger = new("linger", "0 s", "1 h", "Time for which the radars stay on when there is no more reason to.") { DefaultText = "30 s" };

    public static readonly QuantityKey CueWithin = new("within", Dimension.Length, "1 km", "5000 km", "Farthest reported track that counts, from the unit.") { DefaultText = "300 km" };
    public static readonly ChoiceKey<bool> Turn = new("turn", [("yes", true), ("no", false)], "Whether radars that see a sector only turn it to the track, when nothing is reported in the sector they have.") { DefaultText = "yes" };
    public static readonly DurationKey TurnTime = new("turn-time", "0 s", "30 min", "Time for which a radar that turns sees nothing; assumed.") { DefaultText = "30 s" };
    public static readonly SectionKey Cue = new(
        "cue", new KeySet("cue", "Dark until cued.", [CueWithin, Linger, Radars, Turn, TurnTime]), "Radars stay dark until early warning reports a track, and then face it.");

    public static readonly IdentifierKey Group = new("group", "Name of the group; all units whose doctrine names it take turns, in the order of the scenario.") { IsRequired = true };
    public static readonly IntegerKey Emit = new("emit", 1, 1000, "How many of them radiate at a time.") { DefaultText = "1" };
    public static readonly DurationKey Duty = new("duty", "1 s", "12 h", "How long each radiates.") { IsRequired = true };
    public static readonly SectionKey Rotation = new(
        "rotation", new KeySet("rotation", "Radiating in turn.", [Group, Emit, Duty, Radars]), "Of the radars of a group so many radiate at a time, in turn.");

    public static readonly QuantityKey Within = new("within", Dimension.Length, "100 m", "1000 km", "Range from the unit inside which a track springs the ambush.") { IsRequired = true };
    public static readonly SectionKey Ambush = new(
        "ambush", new KeySet("ambush", "Dark until a track is inside a range.", [Within, Linger, Radars]), "Radars stay dark until a track is inside a range.");

    public static readonly TextListKey Reaction = new("reaction", "What to do, one or a list: shut-down (the radars go off), move (leave the position), stay-up (stay on, because others protect the unit).") { IsRequired = true };
    public static readonly QuantityKey Speed = new("speed", Dimension.Speed, "50 m/s", "3 km/s", "Slowest track that may be an anti-radiation missile.") { DefaultText = "450 m/s" };
    public static readonly QuantityKey Miss = new("miss", Dimension.Length, "100 m", "50 km", "Farthest from the unit that its straight way may lead past.") { DefaultText = "3 km" };
    public static readonly DurationKey TimeToGo = new("time-to-go", "1 s", "10 min", "Longest time to its arrival at which the unit cares.") { DefaultText = "90 s" };
    public static readonly QuantityKey FalseAlarm = new("false-alarm", Dimension.None, "0.000001", "0.4", "Wanted probability of taking another track for one.") { DefaultText = "0.01" };
    public static readonly QuantityKey Missed = new("missed", Dimension.None, "0.000001", "0.4", "Wanted probability of taking one for another track.") { DefaultText = "0.05" };
    public static readonly IdentifierKey Guard = new("guard", "Battery that protects the unit, for stay-up: when it has not been heard over the network for half a minute, the radars are shut down after all.");
    public static readonly SectionKey AntiRadiation = new(
        "anti-radiation",
        new KeySet(
            "anti-radiation",
            "What to do about a track that is taken for an anti-radiation missile.",
            [Reaction, Speed, Miss, TimeToGo, FalseAlarm, Missed, Radars, Guard, UnitBehaviourKeys.Distance, UnitBehaviourKeys.Bearing]),
        "What to do about a track that is taken for an anti-radiation missile.");

    public static readonly DurationKey HoldTime = new("time", "1 s", "12 h", "How long a radar stays dark at least.") { IsRequired = true };
    public static readonly SectionKey HoldDown = new(
        "hold-down",
        new KeySet("hold-down", "How long a radar that the doctrine has shut down stays dark.", [HoldTime]),
        "A radar that the doctrine has shut down (under attack, or at the end of a cue or an ambush) stays dark for a while, whatever the picture says.");

    public static readonly DurationKey AtMost = new("at-most", "0 s", "10 min", "How long it waits for that at most.") { DefaultText = "90 s" };
    public static readonly SectionKey FinishGuidance = new(
        "finish-guidance",
        new KeySet("finish-guidance", "Waiting for the last own missile.", [AtMost]),
        "A radar that guides goes dark, and a unit leaves, only when the last own missile has come to its end.");

    /// <summary>All of them and those about units, in the order in which people should write them.</summary>
    public static readonly IReadOnlyList<KeyDefinition> All =
    [
        Review, Cue, Rotation, Ambush, UnitBehaviourKeys.SilentFire, UnitBehaviourKeys.FallBack, UnitBehaviourKeys.PointDefence, AntiRadiation, HoldDown, FinishGuidance, UnitBehaviourKeys.MoveAfterFiring,
        UnitBehaviourKeys.Reload, UnitBehaviourKeys.Zones, UnitBehaviourKeys.Reserve, UnitBehaviourKeys.Priorities,
    ];
}
