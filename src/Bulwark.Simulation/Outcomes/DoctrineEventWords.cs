using System.Globalization;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>The plain words of what units did because their doctrine says so, with the reason.</summary>
public static class DoctrineEventWords
{
    /// <summary>Who acted, what it did and why.</summary>
    /// <param name="acted">What was recorded.</param>
    /// <param name="plan">The plan of the run.</param>
    public static string Of(in DoctrineActed acted, RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return $"{Who(in acted, plan)} {Action(acted.Action)}: {Why(in acted)}";
    }

    private static string Who(in DoctrineActed acted, RunPlan plan) =>
        acted.Node >= 0 ? $"{plan.Nodes[acted.Node].Name} ({plan.Nodes[acted.Node].Radar.Parameters.Name})"
        : acted.Unit >= 0 ? $"{plan.FireUnits[acted.Unit].Name} ({plan.FireUnits[acted.Unit].Engagement.Parameters.Name})"
        : plan.Pictures[acted.Picture].Name;

    private static string Action(DoctrineAction action) => action switch
    {
        DoctrineAction.RadarOn => "goes on",
        DoctrineAction.RadarOff => "goes dark",
        DoctrineAction.StaysDark => "stays dark",
        DoctrineAction.StaysOn => "stays on",
        DoctrineAction.Turns => "turns",
        DoctrineAction.Moves => "leaves for another position",
        DoctrineAction.FallsBack => "fights on its own",
        DoctrineAction.Rejoins => "is led by the network again",
        DoctrineAction.Withdraws => "withdraws",
        DoctrineAction.Returns => "returns",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Unknown action."),
    };

    private static string Why(in DoctrineActed acted)
    {
        var (track, isOff) = (acted.Track, acted.Action == DoctrineAction.RadarOff);
        return acted.Cause switch
        {
            DoctrineCause.Ambush => isOff ? "ambush, no track is inside the range" : $"ambush, track {track} is at {Km(acted.ValueSi)}",
            DoctrineCause.AntiRadiation => isOff || track >= 0
                ? $"track {track} is taken for an anti-radiation missile, {Seconds(acted.ValueSi)} away"
                : "no track is taken for an anti-radiation missile any more",
            DoctrineCause.Cue => acted.Action == DoctrineAction.Turns ? $"cue, to face track {track} ({Degrees(acted.ValueSi)})" : isOff ? "no cue" : $"cue, track {track} was reported at {Km(acted.ValueSi)}",
            DoctrineCause.Rotation => isOff ? "another radar of the group has its turn" : $"it has its turn of {Seconds(acted.ValueSi)}",
            DoctrineCause.SilentFire => isOff ? "silent fire, on the picture's track" : $"the first intercept, of track {track}, is {Seconds(acted.ValueSi)} away",
            DoctrineCause.FallBack => acted.Action == DoctrineAction.Rejoins ? "it hears again" : $"nothing was heard for {Seconds(acted.ValueSi)}",
            DoctrineCause.FinishGuidance => $"{acted.ValueSi:0} of its missiles are in the air",
            DoctrineCause.MoveAfterFiring => $"{acted.ValueSi:0} rounds were fired from here",
            DoctrineCause.Reload => acted.Action == DoctrineAction.Returns ? $"{acted.ValueSi:0} rounds were loaded" : $"{acted.ValueSi:0} rounds are ready",
            DoctrineCause.HoldDown => acted.Action == DoctrineAction.StaysDark ? $"hold-down, {Seconds(acted.ValueSi)} more" : "the hold-down is over",
            _ => throw new ArgumentOutOfRangeException(nameof(acted), acted.Cause, "Unknown cause."),
        };
    }

    private static string Degrees(double radians) => string.Create(CultureInfo.InvariantCulture, $"{((double.RadiansToDegrees(radians) % 360) + 360) % 360:0} deg");

    private static string Km(double metres) => string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:0.0} km");

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s");
}
