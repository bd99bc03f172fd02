using Bulwark.Core.Earth;

namespace Bulwark.Flight.Ballistic;

/// <summary>Burn-out conditions that bring a body from a launcher to an aim point. Immutable.</summary>
public sealed record BallisticShot
{
    /// <summary>Direction of the launch, radians clockwise from north.</summary>
    public required double AzimuthRad { get; init; }

    /// <summary>Angle of the velocity above the horizontal at burn-out, radians.</summary>
    public required double ElevationRad { get; init; }

    /// <summary>Speed over the turning Earth at burn-out, m/s.</summary>
    public required double SpeedMPerS { get; init; }

    /// <summary>Earth-fixed position at burn-out, metres.</summary>
    public required EcefVector BurnOutPosition { get; init; }

    /// <summary>Earth-fixed velocity at burn-out, m/s.</summary>
    public required EcefVector BurnOutVelocity { get; init; }

    /// <summary>Where and how it comes down; the time counts from burn-out.</summary>
    public required BallisticFall Fall { get; init; }
}
