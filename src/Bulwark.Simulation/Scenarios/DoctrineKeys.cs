using Bulwark.Core.Units;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Doctrines;

namespace Bulwark.Simulation.Scenarios;

/// <summary>The keys of a doctrine. What the catalogue publishes of a battery is taken from there unless the file says otherwise.</summary>
internal static class DoctrineKeys
{
    private static readonly EngagementDoctrine Defaults = new();

    private static readonly ChoiceKey<RulesOfEngagement> Rules = new(
        "rules",
        [("free", RulesOfEngagement.Free), ("tight", RulesOfEngagement.Tight), ("hold", RulesOfEngagement.Hold)],
        "When it may fire.")
    { DefaultText = Defaults.Rules.ToString().ToLowerInvariant() };

    private static readonly IntegerKey SalvoSize = new("salvo-size", 1, 20, "Rounds fired at a target before looking again; the catalogue's figure when missing.");
    private static readonly QuantityKey LaunchInterval = new("launch-interval", Dimension.Duration, "0.1 s", "10 min", "Time between two launches; the catalogue's figure when missing.");
    private static readonly QuantityKey ReactionTime = new("reaction-time", Dimension.Duration, "0 s", "1 h", "Time from assignment to readiness to fire; the catalogue's figure when missing.");
    private static readonly QuantityKey KillAssessment = new("kill-assessment-delay", Dimension.Duration, "0 s", "10 min", "Time after an intercept until its result is known; the catalogue's figure when missing.");
    private static readonly IntegerKey MaximumSalvos = new("maximum-salvos", 1, 100, "Salvos fired at one target before it is given up.") { DefaultText = $"{Defaults.MaximumSalvos}" };
    private static readonly QuantityKey PkFloor = new("pk-floor", Dimension.None, "0", "1", "Smallest expected kill probability worth a salvo.") { DefaultText = QuantityFormat.Exact(Defaults.PkFloorProbability, Dimension.None) };
    private static readonly QuantityKey HoldOff = new("hold-off", Dimension.Duration, "0 s", "1 h", "Time for which a track is not taken on again after fire control found no intercept possible.") { DefaultText = QuantityFormat.Exact(Defaults.HoldOffS, Dimension.Duration) };
    private static readonly DurationKey WaitForKind = new("wait-for-kind", "1 s", "1 h", "A track whose kind is not told yet is left alone while it needs longer than this to what is defended; nobody waits when missing. Needs 'kinds' in the scenario's 'identification'.");
    private static readonly ChoiceKey<bool> SpareDecoys = new("spare-decoys", [("yes", true), ("no", false)], "Whether what is taken for a decoy is not fired at; needs 'kinds' in the scenario's 'identification'.") { DefaultText = "no" };
    private static readonly QuantityKey DroneReach = new("drone-reach", Dimension.Length, "0 m", "1000 km", "Rounds that reach farther than this are not spent on what is taken for a drone; all may be when missing. Needs 'kinds' in the scenario's 'identification'.");
    private static readonly QuantityKey EvaluationPeriod = new("evaluation-period", Dimension.Duration, "0.1 s", "5 min", "Interval between two evaluations of the picture.") { DefaultText = QuantityFormat.Exact(Defaults.EvaluationPeriodS, Dimension.Duration) };

    public static readonly ChoiceKey<AssignmentMethod> Assignment = new(
        "assignment",
        [("threat-ordered", AssignmentMethod.ThreatOrdered), ("optimal", AssignmentMethod.Optimal)],
        "How targets are chosen when not all can be taken on: the greatest threats first, or what stops most (threat times kill probability), with the gap to the best possible in the results.")
    { DefaultText = "threat-ordered" };

    public static readonly KeySet Keys = new(
        "doctrine",
        "How a battery or radar fights and behaves.",
        [Rules, SalvoSize, LaunchInterval, ReactionTime, KillAssessment, MaximumSalvos, PkFloor, HoldOff, WaitForKind, SpareDecoys, DroneReach, EvaluationPeriod, Assignment, .. BehaviourKeys.All]);

    /// <summary>The doctrine of a fire unit of a larger battery: its own figures where the file says nothing else.</summary>
    public static EngagementDoctrine OfUnit(MappingReader? section, EngagementDoctrine whole, FigureSet figures)
    {
        var own = Read(null, figures);
        return whole with
        {
            SalvoSize = section?.Has(SalvoSize) == true ? whole.SalvoSize : own.SalvoSize,
            LaunchIntervalS = section?.Has(LaunchInterval) == true ? whole.LaunchIntervalS : own.LaunchIntervalS,
            ReactionTimeS = section?.Has(ReactionTime) == true ? whole.ReactionTimeS : own.ReactionTimeS,
            KillAssessmentDelayS = section?.Has(KillAssessment) == true ? whole.KillAssessmentDelayS : own.KillAssessmentDelayS,
        };
    }

    /// <summary>Warns of what needs kinds of targets to be told apart where they are not.</summary>
    public static void CheckKinds(MappingReader? section, ReadingContext context)
    {
        if (section is null || context.TellsKinds) return;
        var key = section.Has(SpareDecoys) && section.Get(SpareDecoys) ? SpareDecoys : section.Has(DroneReach) ? DroneReach : section.Has(WaitForKind) ? (KeyDefinition)WaitForKind : null;
        if (key is not null) context.Problems.Warning(section.PlaceOf(key), $"'{key.Name}' changes nothing: batteries do not tell kinds of targets apart", "identification: {kinds: {}} in the scenario");
    }

    /// <summary>Reads a doctrine on top of the catalogue's figures of the battery.</summary>
    public static EngagementDoctrine Read(MappingReader? section, FigureSet figures)
    {
        var doctrine = new EngagementDoctrine
        {
            SalvoSize = (int)(figures.Find("salvo-size")?.TypicalSi ?? 1),
            LaunchIntervalS = figures.Find("launch-interval")?.TypicalSi ?? 0,
            ReactionTimeS = figures.Find("reaction-time")?.TypicalSi ?? 0,
            KillAssessmentDelayS = figures.Find("kill-assessment-delay")?.TypicalSi ?? 0,
        };
        if (section is null) return doctrine;
        return new EngagementDoctrine
        {
            Rules = section.Get(Rules),
            SalvoSize = section.TryGet(SalvoSize, out var salvo) ? (int)salvo : doctrine.SalvoSize,
            LaunchIntervalS = section.TryGet(LaunchInterval, out var interval) ? interval : doctrine.LaunchIntervalS,
            ReactionTimeS = section.TryGet(ReactionTime, out var reaction) ? reaction : doctrine.ReactionTimeS,
            KillAssessmentDelayS = section.TryGet(KillAssessment, out var delay) ? delay : doctrine.KillAssessmentDelayS,
            MaximumSalvos = (int)section.Get(MaximumSalvos),
            PkFloorProbability = section.Get(PkFloor),
            HoldOffS = section.Get(HoldOff),
            KindFirstS = section.TryGet(WaitForKind, out var wait) ? wait.TotalS : double.PositiveInfinity,
            SparesDecoys = section.Get(SpareDecoys),
            DroneReachM = section.TryGet(DroneReach, out var reach) ? reach : double.PositiveInfinity,
            EvaluationPeriodS = section.Get(EvaluationPeriod),
            Assignment = section.Get(Assignment),
        };
    }
}
