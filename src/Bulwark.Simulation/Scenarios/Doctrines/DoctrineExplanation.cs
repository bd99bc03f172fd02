using Bulwark.Core.Units;
using Bulwark.Operations.Decisions;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>A doctrine in words: what a unit will do, and when.</summary>
public static class DoctrineExplanation
{
    /// <summary>How it engages, in one sentence.</summary>
    /// <param name="doctrine">The doctrine.</param>
    public static string Of(EngagementDoctrine doctrine)
    {
        ArgumentNullException.ThrowIfNull(doctrine);
        var rules = doctrine.Rules switch
        {
            RulesOfEngagement.Free => "fires at whatever is not known to be a friend or neutral",
            RulesOfEngagement.Tight => "fires only at what is identified as hostile",
            _ => "does not fire",
        };
        var rounds = doctrine.SalvoSize == 1 ? "one round at a target and looks" : $"{doctrine.SalvoSize} rounds at a target and looks";
        return $"{rules}; {rounds}, up to {doctrine.MaximumSalvos} times, if the expected kill probability is at least {QuantityFormat.Exact(doctrine.PkFloorProbability, Dimension.None)}";
    }

    /// <summary>How it behaves, a sentence for each behaviour, the most pressing first.</summary>
    /// <param name="behaviours">The behaviours; null for none.</param>
    public static IReadOnlyList<string> Of(DoctrineBehaviours? behaviours)
    {
        if (behaviours is null) return ["radars are on all the time, unless an order says otherwise"];
        var lines = new List<string>();
        if (behaviours.AntiRadiation is { } reaction) lines.Add(Reaction(reaction));
        if (behaviours.HoldDown is { } hold) lines.Add($"hold-down: a radar that its doctrine has shut down stays dark for at least {Seconds(hold.TimeS)}");
        if (behaviours.Ambush is { } ambush)
            lines.Add($"ambush: {Radars(ambush.Radars)} dark until a track that is not known to be neutral is believed within {Km(ambush.WithinM)}, and dark again {Seconds(ambush.LingerS)} after the last one has gone beyond {Km(Ambush.LeaveFactor * ambush.WithinM)}");
        return lines;
    }

    private static string Reaction(AntiRadiationReaction reaction)
    {
        var actions = new List<string>();
        if (reaction.ShutsDown) actions.Add($"{Radars(reaction.Radars)} shut down until it is gone");
        if (reaction.Moves) actions.Add("the unit leaves its position");
        if (reaction.StaysUp) actions.Add("the radars stay on");
        return $"anti-radiation: a track of at least {QuantityFormat.Short(reaction.SpeedMPerS, Dimension.Speed, 3)} whose way leads within {Km(reaction.MissM)} of the unit in at most {Seconds(reaction.TimeToGoS)} "
            + $"is taken for an anti-radiation missile once the evidence suffices (wanted: {Share(reaction.FalseAlarmProbability)} false, {Share(reaction.MissedProbability)} missed); then {string.Join(" and ", actions)}";
    }

    private static string Radars(RadarScope scope) => scope switch
    {
        RadarScope.Search => "the searching radars are",
        RadarScope.Engagement => "the engagement radars are",
        _ => "all radars are",
    };

    private static string Km(double metres) => QuantityFormat.Short(metres, Dimension.Length, 3);

    private static string Seconds(double seconds) => QuantityFormat.Short(seconds, Dimension.Duration, 3);

    private static string Share(double probability) => QuantityFormat.Exact(probability, Dimension.None);
}
