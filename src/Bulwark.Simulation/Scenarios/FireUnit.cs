using Bulwark.Core.Earth;
using Bulwark.Operations.Decisions;
using Bulwark.Sensing.Radars;

namespace Bulwark.Simulation.Scenarios;

/// <summary>An engagement radar with its launchers. Immutable.</summary>
public sealed record FireUnit
{
    /// <summary>Its name in the battery; empty when it is the battery itself.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands, with the height of the ground; null for the battery's own place.</summary>
    public GeodeticPoint? Position { get; init; }

    /// <summary>Direction the engagement radar faces, radians clockwise from north; null for the battery's direction.</summary>
    public double? FacingRad { get; init; }

    /// <summary>The radar that guides.</summary>
    public required RadarParameters Engagement { get; init; }

    /// <summary>Its launchers by type.</summary>
    public required IReadOnlyList<LauncherGroup> Launchers { get; init; }

    /// <summary>Launchers that can be reloaded at the same time; <see cref="int.MaxValue"/> when nothing is known to limit it.</summary>
    public int ReloadVehicles { get; init; } = int.MaxValue;

    /// <summary>Its own channels; null when those of the battery are its own.</summary>
    public UnitLimits? Limits { get; init; }

    /// <summary>How it fights; null for the battery's way.</summary>
    public EngagementDoctrine? Doctrine { get; init; }

    /// <summary>How it moves; null when that is not known.</summary>
    public Movement? Movement { get; init; }

    /// <summary>Index in <see cref="Battery.Caps"/> of the cap right above it; -1 for that of the whole.</summary>
    public int Cap { get; init; } = -1;

    /// <summary>Rounds of all kinds, on launchers and in store.</summary>
    public int Rounds => Launchers.Sum(static group => group.Load.Sum(load => (group.Count * load.PerLauncher) + load.Store));
}
