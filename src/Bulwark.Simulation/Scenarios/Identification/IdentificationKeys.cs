using Bulwark.Core.Earth;
using Bulwark.Core.Units;
using Bulwark.Operations.Identification;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Identification;

/// <summary>The keys of the rules by which batteries tell attackers from protected traffic, and their reading.</summary>
internal static class IdentificationKeys
{
    private static readonly IdentificationRules Defaults = new();

    private static readonly QuantityKey WronglyHostile = new("protected-taken-for-attacker", Dimension.None, "0.000001", "0.4", "Wanted probability of taking protected traffic for an attacker.") { DefaultText = "0.001" };
    private static readonly QuantityKey WronglyNeutral = new("attacker-taken-for-protected", Dimension.None, "0.000001", "0.4", "Wanted probability of taking an attacker for protected traffic.") { DefaultText = "0.01" };
    private static readonly QuantityKey ProtectedAnswers = Chance("protected-answer", "Chance that protected traffic answers a look, as it is believed.", Defaults.ProtectedAnswerProbability);
    private static readonly QuantityKey AttackerAnswers = Chance("attacker-answer", "Chance that an attacker answers a look, as it is believed.", Defaults.AttackerAnswerProbability);

    private static readonly PositionKey From = new("from", "One end.") { IsRequired = true };
    private static readonly PositionKey To = new("to", "The other end.") { IsRequired = true };
    private static readonly QuantityKey Width = new("width", Dimension.Length, "100 m", "500 km", "Its width.") { DefaultText = "20 km" };
    private static readonly QuantityKey Floor = new("floor", Dimension.Length, "0 m", "30 km", "Lowest safe height.") { DefaultText = "0 m" };
    private static readonly QuantityKey Ceiling = new("ceiling", Dimension.Length, "100 m", "30 km", "Highest safe height.") { DefaultText = "20 km" };
    private static readonly IdentifierKey Id = new("id", "Its name.") { IsRequired = true };
    private static readonly SectionListKey Corridors = new("corridors", new KeySet("corridor", "A corridor for protected traffic.", [Id, From, To, Width, Floor, Ceiling]), "Corridors and safe heights of protected traffic.");
    private static readonly QuantityKey ProtectedInside = Chance("protected-in-corridor", "Chance that protected traffic keeps to them.", Defaults.ProtectedInCorridorProbability);
    private static readonly QuantityKey AttackerInside = Chance("attacker-in-corridor", "Chance that an attacker flies in one.", Defaults.AttackerInCorridorProbability);

    private static readonly PositionKey At = new("at", "Its middle.") { IsRequired = true };
    private static readonly QuantityKey Radius = new("radius", Dimension.Length, "1 km", "2000 km", "Its radius.") { IsRequired = true };
    private static readonly SectionListKey Origins = new("hostile-origins", new KeySet("origin", "An area from which attackers come.", [At, Radius]), "Areas from which attackers come.");
    private static readonly QuantityKey ProtectedFrom = Chance("protected-from-origin", "Chance that protected traffic is first seen there.", Defaults.ProtectedFromOriginProbability);
    private static readonly QuantityKey AttackerFrom = Chance("attacker-from-origin", "Chance that an attacker is first seen there.", Defaults.AttackerFromOriginProbability);

    private static readonly QuantityKey Aim = new("aims-within", Dimension.Length, "100 m", "500 km", "A track whose straight way leads past something defended at less than this flies at it.") { DefaultText = "10 km" };
    private static readonly QuantityKey ProtectedAims = Chance("protected-aims", "Chance that protected traffic flies so.", Defaults.ProtectedAimsProbability);
    private static readonly QuantityKey AttackerAims = Chance("attacker-aims", "Chance that an attacker does.", Defaults.AttackerAimsProbability);

    private static readonly ChoiceKey<bool> ByEvidence = new("by", [("evidence", true), ("answers", false)], "Tell attackers from protected traffic by all evidence, or by answers and silence alone (when only kinds are to be told apart).") { DefaultText = "evidence" };

    private static readonly KeySet Keys = new(
        "identification",
        "How batteries tell attackers from protected traffic.",
        [WronglyHostile, WronglyNeutral, ProtectedAnswers, AttackerAnswers, Corridors, ProtectedInside, AttackerInside, Origins, ProtectedFrom, AttackerFrom, Aim, ProtectedAims, AttackerAims, ByEvidence, KindKeys.Section]);

    public static readonly SectionKey Section = new(
        "identification", Keys, "How batteries tell attackers from protected traffic: a sequential test on answers, corridors, origin and behaviour. By answers and silence alone when missing, and nothing is ever hostile then.");

    /// <summary>Reads the rules; null when the scenario has none.</summary>
    public static IdentificationRules? Read(MappingReader? reader)
    {
        if (reader is null) return null;
        var corridors = new List<ProceduralCorridor>();
        foreach (var item in reader.Sections(Corridors))
        {
            if (!item.TryGet(From, out var from) || !item.TryGet(To, out var to)) continue;
            var (floorM, ceilingM) = (item.Get(Floor), item.Get(Ceiling));
            if (floorM >= ceilingM) item.Problems.Error(item.PlaceOf(Ceiling), "the ceiling is not above the floor", "a ceiling above the floor");
            corridors.Add(new ProceduralCorridor(item.Get(Id), Wgs84.ToEcef(from), Wgs84.ToEcef(to), item.Get(Width), floorM, ceilingM));
        }

        var origins = new List<OriginArea>();
        foreach (var item in reader.Sections(Origins))
        {
            if (item.TryGet(At, out var at) & item.TryGet(Radius, out var radiusM)) origins.Add(new OriginArea(Wgs84.ToEcef(at), radiusM));
        }

        var (protectedAnswers, attackerAnswers) = (reader.Get(ProtectedAnswers), reader.Get(AttackerAnswers));
        if (protectedAnswers <= attackerAnswers)
        {
            reader.Problems.Error(reader.PlaceOf(AttackerAnswers), "attackers answer as often as protected traffic: answers then say nothing, or the contrary", "an attacker-answer below protected-answer");
            return null;
        }

        return new IdentificationRules
        {
            Weighs = reader.Get(ByEvidence),
            Kinds = KindKeys.Read(reader.Section(KindKeys.Section)),
            Test = new SequentialTest(reader.Get(WronglyHostile), reader.Get(WronglyNeutral)),
            ProtectedAnswerProbability = protectedAnswers,
            AttackerAnswerProbability = attackerAnswers,
            Corridors = corridors,
            ProtectedInCorridorProbability = reader.Get(ProtectedInside),
            AttackerInCorridorProbability = reader.Get(AttackerInside),
            HostileOrigins = origins,
            ProtectedFromOriginProbability = reader.Get(ProtectedFrom),
            AttackerFromOriginProbability = reader.Get(AttackerFrom),
            AimM = reader.Get(Aim),
            ProtectedAimsProbability = reader.Get(ProtectedAims),
            AttackerAimsProbability = reader.Get(AttackerAims),
        };
    }

    private static QuantityKey Chance(string name, string description, double standard) =>
        new(name, Dimension.None, "0.001", "0.999", description) { DefaultText = QuantityFormat.Exact(standard, Dimension.None) };
}
