using Bulwark.Flight.Ballistic;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Keeps the last solved throws, so that checks, members and replications do not solve them again. Safe from any thread.</summary>
internal static class BallisticShots
{
    private const int Kept = 512;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<(BallisticClass Class, BallisticLaunch Launch), BallisticShot> Shots = [];

    /// <summary>The burn-out conditions of a throw.</summary>
    /// <exception cref="ArgumentException">There is no such flight.</exception>
    public static BallisticShot For(BallisticClass missile, BallisticLaunch launch)
    {
        lock (Gate)
        {
            if (Shots.TryGetValue((missile, launch), out var kept)) return kept;
        }

        var shot = BallisticSolver.Solve(missile.Body, missile.BurnTimeS, launch.From, launch.Aim, launch.ApogeeM);
        lock (Gate)
        {
            if (Shots.Count >= Kept) Shots.Clear();
            Shots[(missile, launch)] = shot;
        }

        return shot;
    }
}
