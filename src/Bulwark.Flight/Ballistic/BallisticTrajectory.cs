using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;

namespace Bulwark.Flight.Ballistic;

/// <summary>A whole ballistic flight: powered arc, free flight, impact.</summary>
public static class BallisticTrajectory
{
    /// <summary>Builds the segments of a flight.</summary>
    /// <param name="body">The body after burn-out.</param>
    /// <param name="burnTimeS">Duration of the burn, seconds, positive.</param>
    /// <param name="launch">The launcher.</param>
    /// <param name="shot">Burn-out conditions solved for this body, launcher and burn.</param>
    /// <param name="groundHeightM">Height above the ellipsoid at which it ends, metres: the aim point's.</param>
    /// <param name="start">When it is launched.</param>
    /// <returns>Segments in order of time; the first is the powered part.</returns>
    public static TrajectorySegment[] Build(BallisticBody body, double burnTimeS, GeodeticPoint launch, BallisticShot shot, double groundHeightM, SimTime start)
    {
        ArgumentNullException.ThrowIfNull(shot);
        var burnOut = start + SimDuration.FromSeconds(burnTimeS);
        var boost = BallisticBoost.Segment(launch, shot.BurnOutPosition, shot.BurnOutVelocity, start, burnOut);
        return [boost, .. BallisticFlight.Segments(body, shot.BurnOutPosition, shot.BurnOutVelocity, groundHeightM, burnOut)];
    }
}
