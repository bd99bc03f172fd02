using Bulwark.Core.Timing;
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
        var rounds = doctrine.SalvoSize == 1 ? "one round at a target and looks" : $"{doctrine.SalvoSize} rounds at a target and looks";
        var kinds = (double.IsFinite(doctrine.KindFirstS) ? $"; what it cannot tell the kind of it leaves alone until that needs {Seconds(doctrine.KindFirstS)} to what is defended" : "") + (doctrine.SparesDecoys ? "; what it takes for a decoy it does not fire at" : "") + (double.IsFinite(doctrine.DroneReachM) ? $"; on what it takes for a drone it spends only rounds that reach at most {Km(doctrine.DroneReachM)}" : "");
        return $"{Rules(doctrine.Rules)}; {rounds}, up to {doctrine.MaximumSalvos} times, if the expected kill probability is at least {QuantityFormat.Exact(doctrine.PkFloorProbability, Dimension.None)}{kinds}";
    }

    /// <summary>How it behaves, a sentence for each behaviour, the most pressing first.</summary>
    /// <param name="behaviours">The behaviours; null for none.</param>
    public static IReadOnlyList<string> Of(DoctrineBehaviours? behaviours)
    {
        if (behaviours is null) return ["radars are on all the time, unless an order says otherwise"];
        var lines = new List<string>();
        if (behaviours.AntiRadiation is { } reaction) lines.Add(Reaction(reaction));
        if (behaviours.HoldDown is { } hold) lines.Add($"hold-down: a radar that was shut down (under attack, or at the end of a cue or an ambush) stays dark for at least {Seconds(hold.TimeS)}");
        if (behaviours.FinishGuidance is { } finish) lines.Add($"finish-guidance: before a radar goes dark or the unit leaves, it waits for its missiles in the air, {Seconds(finish.AtMostS)} at most");
        if (behaviours.FallBack is { } alone)
            lines.Add($"fall-back: when nothing was heard {(alone.Of is null ? "over the network" : $"of {alone.Of}")} for {Seconds(alone.AfterS)}, it fights on its own, its radars on{(alone.Rules is { } rules ? $", and {Rules(rules)}" : "")}; when it hears again, it is led again");
        if (behaviours.Rotation is { } rotation) lines.Add($"rotation: {Radars(rotation.Radars)} dark unless it is the unit's turn: {rotation.Emitting} of the group '{rotation.Group}' at a time, {Seconds(rotation.DutyS)} each");
        if (behaviours.Cue is { } cue)
            lines.Add($"cue: {Radars(cue.Radars)} dark until a track that is not known to be neutral is reported within {Km(cue.WithinM)}, and dark again {Seconds(cue.LingerS)} after the last one{(cue.Turns ? $"; radars that see a sector turn to it in {Seconds(cue.TurnTimeS)} when theirs holds none" : "")}");
        if (behaviours.Ambush is { } ambush)
            lines.Add($"ambush: {Radars(ambush.Radars)} dark until a track that is not known to be neutral is believed within {Km(ambush.WithinM)}, and dark again {Seconds(ambush.LingerS)} after the last one has gone beyond {Km(Ambush.LeaveFactor * ambush.WithinM)}");
        if (behaviours.SilentFire is { } silent)
            lines.Add($"silent-fire: rounds are launched and led on tracks of at most {Km(silent.LargestSigmaM)} standard deviation with the engagement radars dark, which go on {Seconds(silent.IlluminateBeforeS)} before the expected intercept");
        if (behaviours.PointDefence is { } guard)
            lines.Add($"point-defence: guards {guard.Parent}: {(guard.Only ? "engages only what leads" : "what leads")} within {Km(guard.WithinM)} of it{(guard.Only ? "" : " goes first")}");
        if (behaviours.MoveAfterFiring is { } scoot)
            lines.Add($"move-after-firing: after {scoot.Rounds} rounds from one position{(double.IsFinite(scoot.AfterS) ? $", or {Seconds(scoot.AfterS)} after the first," : "")} it leaves for another one {Km(scoot.To.DistanceM)} away, the next time back");
        if (behaviours.Reload is { } reload)
            lines.Add($"reload: with {reload.AtRounds} rounds ready or fewer it withdraws, is loaded {Km(reload.DistanceM)} away in {Seconds(reload.TakesS)} from a supply of {reload.Supply}, and comes back");
        foreach (var zone in behaviours.Zones) lines.Add(Zone(zone));
        if (behaviours.Reserve is { } reserve) lines.Add($"reserve: the last {reserve.Rounds} rounds are fired only at what threatens an asset of value {Share(reserve.ForValueRatio)} or more");
        foreach (var (asset, factor) in behaviours.Priorities) lines.Add($"priorities: {asset} counts {Share(factor)} times its value");
        return lines;
    }

    private static string Rules(RulesOfEngagement rules) => rules switch
    {
        RulesOfEngagement.Free => "fires at whatever is not known to be a friend or neutral",
        RulesOfEngagement.Tight => "fires only at what is identified as hostile",
        _ => "does not fire",
    };

    private static string Zone(FireZone zone)
    {
        var where = zone.Centre is { } centre ? FormattableString.Invariant($"within {Km(zone.RadiusM)} of {centre.LatitudeDeg:0.000} {centre.LongitudeDeg:0.000}") : "everywhere";
        var heights = zone.FloorM > 0 || zone.CeilingM < 1_000_000 ? $" from {Km(zone.FloorM)} to {Km(zone.CeilingM)}" : "";
        var times = zone.From > SimTime.Start || zone.Until.TotalS < 172_800 ? $", from {zone.From} to {zone.Until}" : "";
        return $"zones: {where}{heights}{times} it {Rules(zone.Rules)}";
    }

    private static string Reaction(AntiRadiationReaction reaction)
    {
        var actions = new List<string>();
        if (reaction.ShutsDown) actions.Add($"{Radars(reaction.Radars)} shut down until it is gone");
        if (reaction.Moves) actions.Add($"the unit leaves for a position {Km(reaction.To!.DistanceM)} away");
        if (reaction.StaysUp) actions.Add(reaction.Guard is null ? "the radars stay on" : $"the radars stay on as long as {reaction.Guard} is heard, and are shut down otherwise");
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
