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
        var mentions = new List<UnitMention>();
        var behaviours = new DoctrineBehaviours
        {
            Place = doctrine.Place,
            ReviewPeriodS = doctrine.Get(BehaviourKeys.Review).TotalS,
            Cue = doctrine.Section(BehaviourKeys.Cue) is { } cue ? ReadCue(cue) : null,
            Rotation = doctrine.Section(BehaviourKeys.Rotation) is { } rotation ? ReadRotation(rotation) : null,
            Ambush = doctrine.Section(BehaviourKeys.Ambush) is { } ambush ? ReadAmbush(ambush) : null,
            AntiRadiation = doctrine.Section(BehaviourKeys.AntiRadiation) is { } reaction ? ReadReaction(reaction, mentions) : null,
            HoldDown = doctrine.Section(BehaviourKeys.HoldDown) is { } hold ? new HoldDown(hold.Get(BehaviourKeys.HoldTime).TotalS) : null,
            FinishGuidance = doctrine.Section(BehaviourKeys.FinishGuidance) is { } finish ? new FinishGuidance(finish.Get(BehaviourKeys.AtMost).TotalS) : null,
        };
        behaviours = UnitBehaviourReader.Add(behaviours, doctrine, mentions) with
        {
            Mentions = mentions,
            Blocks = [.. BehaviourKeys.All.Where(key => key != BehaviourKeys.Review && doctrine.Has(key)).Select(key => (key.Name, doctrine.PlaceOf(key)))],
        };
        Check(doctrine, behaviours);
        return behaviours.Blocks.Count > 0 ? behaviours : null;
    }

    private static CueFromWarning ReadCue(MappingReader reader) => new(
        reader.Get(BehaviourKeys.CueWithin),
        reader.Get(BehaviourKeys.Linger).TotalS,
        reader.Get(BehaviourKeys.Radars),
        reader.Get(BehaviourKeys.Turn),
        reader.Get(BehaviourKeys.TurnTime).TotalS);

    private static EmissionRotation ReadRotation(MappingReader reader) => new(
        reader.Get(BehaviourKeys.Group),
        (int)reader.Get(BehaviourKeys.Emit),
        reader.Get(BehaviourKeys.Duty).TotalS,
        reader.Get(BehaviourKeys.Radars));

    private static Ambush ReadAmbush(MappingReader reader) =>
        new(reader.Get(BehaviourKeys.Within), reader.Get(BehaviourKeys.Linger).TotalS, reader.Get(BehaviourKeys.Radars));

    private static AntiRadiationReaction ReadReaction(MappingReader reader, List<UnitMention> mentions)
    {
        var given = reader.TryGet(BehaviourKeys.Reaction, out var words) ? words : [];
        var place = reader.PlaceOf(BehaviourKeys.Reaction);
        foreach (var word in given.Where(static word => !Reactions.Contains(word)))
            reader.Problems.Error(place, $"{QuotedText.Of(word)} is no reaction", "one or more of " + string.Join(", ", Reactions), NearestMatch.Hint(word, Reactions));
        var (shuts, moves, stays) = (given.Contains("shut-down"), given.Contains("move"), given.Contains("stay-up"));
        if (stays && (shuts || moves)) reader.Problems.Error(place, $"the reactions contradict each other: stay-up and {(shuts ? "shut-down" : "move")}", "stay-up alone, or shut-down, move or both");
        foreach (var (key, belongs, to) in ((KeyDefinition, bool, string)[])
            [(BehaviourKeys.Guard, stays, "stay-up"), (UnitBehaviourKeys.Distance, moves, "move"), (UnitBehaviourKeys.Bearing, moves, "move")])
        {
            if (reader.Has(key) && !belongs) reader.Problems.Error(reader.PlaceOf(key), $"'{key.Name}' belongs to the reaction {to}", $"reaction: {to}, or no '{key.Name}'");
        }

        if (reader.TryGet(BehaviourKeys.Guard, out var guard)) mentions.Add(new UnitMention(guard, reader.PlaceOf(BehaviourKeys.Guard)));
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
            Guard = guard.Length > 0 ? guard : null,
            To = moves ? UnitBehaviourReader.ReadDisplacement(reader) : null,
        };
    }

    private static void Check(MappingReader doctrine, DoctrineBehaviours behaviours)
    {
        var leaves = behaviours.MoveAfterFiring is not null || behaviours.AntiRadiation is { Moves: true };
        if (behaviours.HoldDown is not null && !behaviours.Darkens)
            doctrine.Problems.Error(doctrine.PlaceOf(BehaviourKeys.HoldDown), "nothing in this doctrine shuts a radar down, so nothing holds it down", "a block that does, such as anti-radiation: {reaction: shut-down}");
        if (behaviours.FinishGuidance is not null && !behaviours.Darkens && behaviours.Rotation is null && !leaves)
            doctrine.Problems.Error(doctrine.PlaceOf(BehaviourKeys.FinishGuidance), "nothing in this doctrine shuts a radar down or makes the unit leave, so there is nothing to wait with", "a block that does, such as anti-radiation: {reaction: shut-down}");
        if (behaviours.Cue is { Turns: true } && leaves)
            doctrine.Problems.Error(doctrine.PlaceOf(BehaviourKeys.Cue), "a unit that turns to its cue and one that leaves its position contradict each other: a radar is set up for the directions of one place", "cue: {turn: no}, or nothing that makes the unit leave");
    }
}
