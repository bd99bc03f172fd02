using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Catalogue;

/// <summary>What the figures of an aircraft or another target must satisfy together: each way to move has its own.</summary>
internal static class AircraftChecks
{
    private static readonly string[] Ballistic = ["burn-time", "body-mass", "reference-area", "drag-factor", "minimum-range", "maximum-range"];
    private static readonly string[] Homing = ["homing-sigma", "memory-drift", "lethal-radius", "maximum-range", "height", "turn-load"];
    private static readonly string[] Route = ["height", "turn-load"];
    private static readonly string[] NeverBallistic = ["height", "turn-load", "homing-sigma", "memory-drift", "lethal-radius"];
    private static readonly string[] NeverHoming = ["burn-time", "body-mass", "reference-area", "drag-factor", "minimum-range", "apogee"];

    /// <summary>The violations: the figure to blame, what is wrong and what is expected.</summary>
    public static IEnumerable<(string Figure, string Message, string Expected)> Of(FigureSet figures)
    {
        if (figures.Find("jammer-power") is null != figures.Find("jammer-bandwidth") is null)
            yield return (figures.Find("jammer-power") is null ? "jammer-bandwidth" : "jammer-power", "a jammer needs its power and its bandwidth", "jammer-power and jammer-bandwidth, or neither");
        var motion = figures.Find("motion") is { } figure ? (TargetMotion)(int)figure.TypicalSi : TargetMotion.Route;
        var (needed, strange) = motion switch
        {
            TargetMotion.Ballistic => (Ballistic, NeverBallistic),
            TargetMotion.Homing => (Homing, NeverHoming),
            _ => (Route, [.. NeverHoming, "maximum-range", "homing-sigma", "memory-drift", "lethal-radius"]),
        };
        var word = TargetMotionWords.Of(motion);
        foreach (var name in needed.Where(name => figures.Find(name) is null)) yield return ("motion", $"the figure '{name}' is missing", $"{name}, which motion '{word}' needs");
        foreach (var name in strange.Where(name => figures.Find(name) is not null)) yield return (name, $"'{name}' is not a figure of motion '{word}'", $"a figure of that motion: {string.Join(", ", needed)}");
        if (figures.Find("minimum-range") is { } least && figures.Find("maximum-range") is { } most && least.TypicalSi >= most.TypicalSi)
            yield return ("minimum-range", "'minimum-range' is not below 'maximum-range'", "minimum-range < maximum-range");
    }
}
