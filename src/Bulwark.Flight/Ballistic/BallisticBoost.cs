using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;

namespace Bulwark.Flight.Ballistic;

/// <summary>
/// The powered part of a ballistic flight, as far as anybody watching needs it: a smooth arc from the launcher to the burn-out that begins upwards and
/// ends with the burn-out's velocity. Not a rocket's equations: those would need figures nobody publishes.
/// </summary>
internal static class BallisticBoost
{
    // The way flown over (burn-out speed × burn time): half for a constant acceleration from rest, less for one that grows as propellant is burnt.
    private const double WayShare = 0.42;

    private const double LiftOffMPerS = 10;

    /// <summary>Position and velocity at burn-out.</summary>
    /// <param name="launch">The launcher.</param>
    /// <param name="azimuthRad">Direction of the flight, radians clockwise from north.</param>
    /// <param name="elevationRad">Angle of the velocity above the horizontal of the burn-out, radians.</param>
    /// <param name="speedMPerS">Speed over the turning Earth, m/s.</param>
    /// <param name="burnTimeS">Duration of the burn, seconds.</param>
    public static (EcefVector Position, EcefVector Velocity) BurnOut(GeodeticPoint launch, double azimuthRad, double elevationRad, double speedMPerS, double burnTimeS)
    {
        // The chord of the arc leaves halfway between straight up and the final direction.
        var wayM = WayShare * speedMPerS * burnTimeS;
        var (rise, along) = Math.SinCos(0.5 * (elevationRad + (Math.PI / 2)));
        var below = Geodesic.Direct(launch.WithHeight(0), azimuthRad, wayM * along);
        var place = below.Point.WithHeight(launch.HeightM + (wayM * rise));
        var frame = new LocalFrame(place);
        var (sine, cosine) = Math.SinCos(elevationRad);
        var (east, north) = Math.SinCos(below.AzimuthRad);
        return (frame.OriginEcefM, frame.Rotate(new EnuVector(east * cosine, north * cosine, sine)) * speedMPerS);
    }

    /// <summary>The arc.</summary>
    public static TrajectorySegment Segment(GeodeticPoint launch, in EcefVector position, in EcefVector velocity, SimTime start, SimTime burnOut)
    {
        var frame = new LocalFrame(launch);
        return TrajectorySegment.Sampled(frame.OriginEcefM, frame.Up * LiftOffMPerS, start, position, velocity, burnOut);
    }
}
