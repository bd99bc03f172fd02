using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>Reads the behaviours of a doctrine.</summary>
internal static class BehaviourReader
{
    private static readonly string[] Reactions = ["shut-down", "move", "stay-up"];

    /// <summary>Reads them; null when there are none.</summary>
    /// <param name="doctrine">The doctrine; null for none.</param>
    public static DoctrineBehaviours? Read(MappingReader? doctrine)
    {
        if (doctrine is null) return null;
        var behaviours = new DoctrineBehaviours
        {
            Place = doctrine.Place,
            ReviewPeriodS = doctrine.Get(BehaviourKeys.Review).TotalS,
            Ambush = doctrine.Section(BehaviourKeys.Ambush) is { } ambush ? ReadAmbush(ambush) : null,
            AntiRadiation = doctrine.Section(BehaviourKeys.AntiRadiation) is { } reaction ? ReadReaction(reaction) : null,
            HoldDown = doctrine.Section(BehaviourKeys.HoldDown) is { } hold ? new HoldDown(hold.Get(BehaviourKeys.HoldTime).TotalS) : null,
        };
        Check(doctrine, behaviours);
        return behaviours.Any ? behaviours : null;
    }

    private static Ambush ReadAmbush(MappingReader reader) =>
        new(reader.Get(BehaviourKeys.Within), reader.Get(BehaviourKeys.Linger).TotalS, reader.Get(BehaviourKeys.Radars));

    private static AntiRadiationReaction ReadReaction(MappingReader reader)
    {
        var given = reader.TryGet(BehaviourKeys.Reaction, out var words) ? words : [];
        var place = reader.PlaceOf(BehaviourKeys.Reaction);
        foreach (var word in given.Where(static word => !Reactions.Contains(word)))
            reader.Problems.Error(place, $"{QuotedText.Of(word)} is no reaction", "one or more of " + string.Join(", ", Reactions), NearestMatch.Hint(word, Reactions));
        var (shuts, moves, stays) = (given.Contains("shut-down"), given.Contains("move"), given.Contains("stay-up"));
        if (stays && (shuts || moves)) reader.Problems.Error(place, $"the reactions contradict each other: stay-up and {(shuts ? "shut-down" : "move")}", "stay-up alone, or shut-down, move or both");
        return new AntiRadiationReaction
        {
            ShutsDown = shuts,
            Moves = moves,
            StaysUp = stays,
            Radars = reader.Get(BehaviourKeys.Radars),
            SpeedMPerS = reader.Get(BehaviourKeys.Speed),
            MissM = reader.Get(BehaviourKeys.Miss),
            TimeToGoS = reader.Get(BehaviourKeys.TimeToGo).TotalS,
            FalseAlarmProbability = reader.Get(BehaviourKeys.FalseAlarm),
            MissedProbability = reader.Get(BehaviourKeys.Missed),
        };
    }

    private static void Check(MappingReader doctrine, DoctrineBehaviours behaviours)
    {
        if (behaviours.HoldDown is not null && !behaviours.Any)
            doctrine.Problems.Error(doctrine.PlaceOf(BehaviourKeys.HoldDown), "nothing in this doctrine shuts a radar down, so nothing holds it down", "a block that does, such as anti-radiation: {reaction: shut-down}");
    }
}
