using Bulwark.Core.Units;
using Bulwark.Operations.Identification;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Identification;

/// <summary>The keys of how batteries tell kinds of targets apart, and their reading.</summary>
internal static class KindKeys
{
    private static readonly KindRules Defaults = new();

    private static readonly QuantityKey Wrong = new("wrong", Dimension.None, "0.000001", "0.4", "Wanted probability, for each pair of kinds, of taking the one for the other.") { DefaultText = "0.01" };
    private static readonly QuantityKey Missed = new("missed", Dimension.None, "0.000001", "0.4", "The same the other way round: how much doubt may be left.") { DefaultText = "0.05" };
    private static readonly DurationKey Every = new("every", "1 s", "5 min", "Time between two looks at what changes (climb, turns).") { DefaultText = "10 s" };
    private static readonly QuantityKey Aircraft = Share("aircraft", 0);
    private static readonly QuantityKey CruiseMissiles = Share("cruise-missiles", 1);
    private static readonly QuantityKey Drones = Share("drones", 2);
    private static readonly QuantityKey Decoys = Share("decoys", 3);
    private static readonly QuantityKey AntiRadiation = Share("anti-radiation-missiles", 4);

    public static readonly SectionKey Section = new(
        "kinds",
        new KeySet("kinds", "How batteries tell aircraft, cruise missiles, drones, decoys and anti-radiation missiles apart.", [Wrong, Missed, Every, Aircraft, CruiseMissiles, Drones, Decoys, AntiRadiation]),
        "Tell kinds of targets apart by a sequential test on speed, height, strength of the echoes, origin, climb and turns; not done when missing. Doctrines say what follows from it (spare-decoys, drone-reach).");

    /// <summary>Reads the rules; null when kinds are not told apart.</summary>
    public static KindRules? Read(MappingReader? reader)
    {
        if (reader is null) return null;
        var (wrong, missed) = (reader.Get(Wrong), reader.Get(Missed));
        double[] shares = [reader.Get(Aircraft), reader.Get(CruiseMissiles), reader.Get(Drones), reader.Get(Decoys), reader.Get(AntiRadiation)];
        return new KindRules { Test = new SequentialTest(wrong, missed), LookPeriodS = reader.Get(Every).TotalS, ExpectedShare = shares };
    }

    private static QuantityKey Share(string name, int kind) =>
        new(name, Dimension.None, "0.001", "1000", $"How many {name.Replace('-', ' ')} are expected, as against the other kinds; for the probabilities.") { DefaultText = QuantityFormat.Exact(Defaults.ExpectedShare[kind], Dimension.None) };
}
