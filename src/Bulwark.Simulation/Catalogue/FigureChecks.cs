namespace Bulwark.Simulation.Catalogue;

/// <summary>What the figures of one entry must satisfy together.</summary>
internal static class FigureChecks
{
    private const double StandardGravityMPerS2 = 9.80665;

    private static readonly string[] ArrayFigures =
    [
        "search-dwell", "confirmation-dwell", "track-dwell", "fire-control-dwell", "confirmation-period", "track-period", "search-share", "fence-elevation",
    ];

    private static readonly string[] SustainFigures = ["sustain-propellant-mass", "sustain-time", "sustain-thrust"];
    private static readonly string[] KillFigures = ["kill-probability-cruise-missile", "kill-probability-ballistic", "kill-probability-drone"];

    /// <summary>The violations: the figure to blame, what is wrong and what is expected.</summary>
    public static IEnumerable<(string Figure, string Message, string Expected)> Of(EntryKind kind, FigureSet figures)
    {
        switch (kind)
        {
            case EntryKind.Radar:
                foreach (var violation in Radar(figures)) yield return violation;
                break;
            case EntryKind.Missile:
                foreach (var violation in Missile(figures)) yield return violation;
                break;
            case EntryKind.Aircraft:
                foreach (var violation in AircraftChecks.Of(figures)) yield return violation;
                break;
            default:
                yield break;
        }
    }

    private static IEnumerable<(string Figure, string Message, string Expected)> Radar(FigureSet figures)
    {
        if (NotBelow(figures, "minimum-range", "instrumented-range")) yield return ("minimum-range", "'minimum-range' is not below 'instrumented-range'", "minimum-range < instrumented-range");
        if (NotBelow(figures, "minimum-elevation", "maximum-elevation")) yield return ("minimum-elevation", "'minimum-elevation' is not below 'maximum-elevation'", "minimum-elevation < maximum-elevation");
        if (NotBelow(figures, "false-alarm", "reference-pd")) yield return ("false-alarm", "'false-alarm' is not below 'reference-pd'", "false-alarm < reference-pd");
        if (figures.Find("rotation-rate") is null && figures.Find("revisit-period") is null && figures.Find("search-dwell") is null)
            yield return ("rotation-rate", "the radar neither rotates, nor searches as an array, nor looks at assigned targets", "rotation-rate, search-dwell or revisit-period");
        foreach (var violation in Array(figures)) yield return violation;
    }

    private static IEnumerable<(string Figure, string Message, string Expected)> Array(FigureSet figures)
    {
        var present = ArrayFigures.Count(name => figures.Find(name) is not null);
        if (present == 0) yield break;
        foreach (var missing in ArrayFigures.Where(name => figures.Find(name) is null))
            yield return (missing, $"a phased array needs '{missing}'", "all of " + string.Join(", ", ArrayFigures));
        if (NotBelow(figures, "minimum-elevation", "fence-elevation")) yield return ("fence-elevation", "'fence-elevation' is not above 'minimum-elevation'", "minimum-elevation < fence-elevation");
        if (figures.Find("rotation-rate") is not null) yield return ("rotation-rate", "a set either rotates or searches as an array", "rotation-rate or search-dwell");
    }

    private static IEnumerable<(string Figure, string Message, string Expected)> Missile(FigureSet figures)
    {
        if (NotBelow(figures, "propellant-mass", "launch-mass")) yield return ("propellant-mass", "'propellant-mass' is not below 'launch-mass'", "propellant-mass < launch-mass");
        if (NotBelow(figures, "minimum-range", "maximum-range")) yield return ("minimum-range", "'minimum-range' is not below 'maximum-range'", "minimum-range < maximum-range");
        if (NotBelow(figures, "minimum-height", "maximum-height")) yield return ("minimum-height", "'minimum-height' is not below 'maximum-height'", "minimum-height < maximum-height");
        if (figures.Find("thrust") is { } thrust && figures.Find("launch-mass") is { } mass && thrust.TypicalSi <= mass.TypicalSi * StandardGravityMPerS2)
            yield return ("thrust", "'thrust' does not lift the missile", "more than launch-mass times 9.81 m/s2");
        foreach (var violation in Sustainer(figures)) yield return violation;
        foreach (var violation in Kill(figures)) yield return violation;
        if (NotBelow(figures, "low-altitude-range", "maximum-range", strictly: true)) yield return ("low-altitude-range", "'low-altitude-range' is above 'maximum-range'", "low-altitude-range <= maximum-range");
        if (NotBelow(figures, "ballistic-range", "maximum-range", strictly: true)) yield return ("ballistic-range", "'ballistic-range' is above 'maximum-range'", "ballistic-range <= maximum-range");
        if (figures.Find("maximum-range") is { } range && figures.Find("maximum-flight-time") is { } time && figures.Find("maximum-speed") is { } speed && range.TypicalSi > time.TypicalSi * speed.HighSi)
            yield return ("maximum-range", "the envelope is impossible: at 'maximum-speed' all the way the round does not reach 'maximum-range' in 'maximum-flight-time'", "maximum-range < maximum-speed times maximum-flight-time");
    }

    private static IEnumerable<(string Figure, string Message, string Expected)> Sustainer(FigureSet figures)
    {
        var present = SustainFigures.Where(name => figures.Find(name) is not null).ToList();
        if (present.Count is not 0 and not 3)
            yield return (present[0], "a sustainer needs its propellant, its time and its thrust", "all of " + string.Join(", ", SustainFigures) + ", or none");
        if (figures.Find("sustain-propellant-mass") is { } sustain && figures.Find("propellant-mass") is { } boost && figures.Find("launch-mass") is { } mass
            && boost.TypicalSi < mass.TypicalSi && boost.TypicalSi + sustain.TypicalSi >= mass.TypicalSi)
            yield return ("sustain-propellant-mass", "'propellant-mass' and 'sustain-propellant-mass' together are not below 'launch-mass'", "propellant-mass + sustain-propellant-mass < launch-mass");
    }

    private static IEnumerable<(string Figure, string Message, string Expected)> Kill(FigureSet figures)
    {
        var miss = figures.Find("lethal-radius");
        var whole = figures.Find("kill-probability");
        if (miss is not null && whole is not null)
            yield return ("kill-probability", "a round is judged by its miss distance or by a single-shot probability, never by both", "lethal-radius or kill-probability");
        if (miss is null && whole is null)
            yield return ("lethal-radius", "nothing says how the round kills", "lethal-radius or kill-probability");
        foreach (var name in KillFigures)
        {
            if (figures.Find(name) is not null && whole is null) yield return (name, $"'{name}' without 'kill-probability'", "kill-probability as well");
        }
    }

    private static bool NotBelow(FigureSet figures, string smaller, string larger, bool strictly = false) =>
        figures.Find(smaller) is { } low && figures.Find(larger) is { } high && (strictly ? low.TypicalSi > high.TypicalSi : low.TypicalSi >= high.TypicalSi);
}
