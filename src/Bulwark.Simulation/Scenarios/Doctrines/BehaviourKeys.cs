using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>The keys of the behaviours of a doctrine: one mapping for each.</summary>
internal static class BehaviourKeys
{
    public static readonly DurationKey Review = new("review-period", "200 ms", "1 min", "Time between two looks of the crew at its situation, for the behaviours below.") { DefaultText = "1 s" };

    public static readonly ChoiceKey<RadarScope> Radars = new(
        "radars",
        [("all", RadarScope.All), ("search", RadarScope.Search), ("engagement", RadarScope.Engagement)],
        "Which radars of the unit: all, those that search, or those that guide.")
    { DefaultText = "all" };

    public static readonly DurationKey Linger = new("linger", "0 s", "1 h", "Time for which the radars stay on when there is no more reason to.") { DefaultText = "30 s" };
    public static readonly QuantityKey Distance = new("distance", Dimension.Length, "100 m", "100 km", "How far from where the unit stands at the start.") { DefaultText = "5 km" };
    public static readonly QuantityKey Bearing = new("bearing", Dimension.Angle, "-360 deg", "360 deg", "In which direction, clockwise from that in which the unit faces.") { DefaultText = "180 deg" };

    public static readonly QuantityKey Within = new("within", Dimension.Length, "100 m", "1000 km", "Range from the unit inside which a track springs the ambush.") { IsRequired = true };
    public static readonly SectionKey Ambush = new(
        "ambush", new KeySet("ambush", "Dark until a track is inside a range.", [Within, Linger, Radars]), "Radars stay dark until a track is inside a range.");

    public static readonly DurationKey HoldTime = new("time", "1 s", "12 h", "How long a radar stays dark at least.") { IsRequired = true };
    public static readonly SectionKey HoldDown = new(
        "hold-down",
        new KeySet("hold-down", "How long a radar that the doctrine has shut down stays dark.", [HoldTime]),
        "A radar that the doctrine has shut down (under attack, or at the end of a cue or an ambush) stays dark for a while, whatever the picture says.");

    public static readonly TextListKey Reaction = new("reaction", "What to do, one or a list: shut-down (the radars go off), move (leave the position), stay-up (stay on, because others protect the unit).") { IsRequired = true };
    public static readonly QuantityKey Speed = new("speed", Dimension.Speed, "50 m/s", "3 km/s", "Slowest track that may be an anti-radiation missile.") { DefaultText = "450 m/s" };
    public static readonly QuantityKey Miss = new("miss", Dimension.Length, "100 m", "50 km", "Farthest from the unit that its straight way may lead past.") { DefaultText = "3 km" };
    public static readonly DurationKey TimeToGo = new("time-to-go", "1 s", "10 min", "Longest time to its arrival at which the unit cares.") { DefaultText = "90 s" };
    public static readonly QuantityKey FalseAlarm = new("false-alarm", Dimension.None, "0.000001", "0.4", "Wanted probability of taking another track for one.") { DefaultText = "0.01" };
    public static readonly QuantityKey Missed = new("missed", Dimension.None, "0.000001", "0.4", "Wanted probability of taking one for another track.") { DefaultText = "0.05" };
    public static readonly SectionKey AntiRadiation = new(
        "anti-radiation",
        new KeySet("anti-radiation", "What to do about a track that is taken for an anti-radiation missile.", [Reaction, Speed, Miss, TimeToGo, FalseAlarm, Missed, Radars]),
        "What to do about a track that is taken for an anti-radiation missile.");

    /// <summary>All of them, in the order in which people should write them.</summary>
    public static readonly IReadOnlyList<KeyDefinition> All = [Review, Ambush, AntiRadiation, HoldDown];
}
