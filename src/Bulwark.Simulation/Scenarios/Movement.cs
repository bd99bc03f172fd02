using Bulwark.Simulation.Catalogue;

namespace Bulwark.Simulation.Scenarios;

/// <summary>How something comes into action and leaves it. Immutable.</summary>
/// <param name="Deploy">Time from arrival to readiness.</param>
/// <param name="Leave">Time from the order to leave until it drives.</param>
/// <param name="RoadSpeedMPerS">Speed on the march, m/s.</param>
public sealed record Movement(CrewTime Deploy, CrewTime Leave, double RoadSpeedMPerS)
{
    /// <summary>The movement of something with these figures, or of what it belongs to; null when neither is known to move.</summary>
    /// <param name="figures">Its own figures, which go before.</param>
    /// <param name="whole">What it belongs to; null for nothing.</param>
    /// <param name="raisesMast">Whether its antenna has to be raised on a mast, which takes longer.</param>
    internal static Movement? Of(FigureSet figures, Movement? whole, bool raisesMast = false)
    {
        if ((Time(figures, "deploy-time") ?? whole?.Deploy) is not { } deploy) return null;
        if ((figures.Find("road-speed")?.TypicalSi ?? whole?.RoadSpeedMPerS) is not { } speed) return null;
        var leave = Time(figures, "leave-time") ?? (Time(figures, "deploy-time") is null ? whole?.Leave : null) ?? deploy;
        if (raisesMast && Time(figures, "mast-time") is { } mast) (deploy, leave) = (deploy.Plus(mast), leave.Plus(mast));
        return new Movement(deploy, leave, speed);
    }

    private static CrewTime? Time(FigureSet figures, string name) =>
        figures.Find(name) is { } figure ? new CrewTime(figure.LowSi, figure.TypicalSi, figure.HighSi) : null;
}
