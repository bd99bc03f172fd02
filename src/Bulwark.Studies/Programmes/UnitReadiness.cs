namespace Bulwark.Studies.Programmes;

/// <summary>What of a unit is up. Immutable.</summary>
/// <param name="SearchShare">Share of its searching radars that work.</param>
/// <param name="EngagementShare">Share of its engagement radars that work.</param>
/// <param name="LauncherShare">Share of its launchers that work.</param>
/// <param name="Rounds">Rounds it has; -1 when the programme counts none.</param>
/// <param name="HasCommand">Whether the rest of what it needs works.</param>
public readonly record struct UnitReadiness(double SearchShare, double EngagementShare, double LauncherShare, int Rounds, bool HasCommand)
{
    /// <summary>Everything works.</summary>
    public static UnitReadiness Full => new(1, 1, 1, -1, true);

    /// <summary>Nothing does.</summary>
    public static UnitReadiness Nothing => new(0, 0, 0, 0, false);
}
