using Bulwark.Core.Earth;

namespace Bulwark.Flight.Ballistic;

/// <summary>
/// Solves for burn-out speed, direction and angle, so that a ballistic flight ends at its aim point, by Newton's rule on the flight itself from the
/// ellipse of least speed. With an apogee, the angle is what gives it; without one, it is that ellipse's.
/// </summary>
public static class BallisticSolver
{
    private const int MostSteps = 20;
    private const double GroundPrecisionM = 0.1;
    private const double ApogeePrecisionM = 5;

    /// <summary>Solves.</summary>
    /// <param name="body">The body after burn-out.</param>
    /// <param name="burnTimeS">Duration of the burn, seconds, positive.</param>
    /// <param name="launch">The launcher.</param>
    /// <param name="aim">Where the flight is to end; its height too.</param>
    /// <param name="apogeeM">Greatest height above the ellipsoid, metres; null for the flight of least speed.</param>
    /// <returns>The conditions: within 0.1 m of the aim point over the ground and 5 m of the apogee.</returns>
    /// <exception cref="ArgumentException">There is no such flight; the message says why.</exception>
    public static BallisticShot Solve(BallisticBody body, double burnTimeS, GeodeticPoint launch, GeodeticPoint aim, double? apogeeM)
    {
        if (!(burnTimeS > 0)) throw new ArgumentException($"The burn takes {burnTimeS} s; it must be positive.", nameof(burnTimeS));
        var way = Geodesic.Inverse(launch, aim);
        if (!(way.DistanceM > 1_000 && way.DistanceM < 15_000_000)) throw new ArgumentException($"The aim point lies {way.DistanceM / 1000:0.#} km away; ballistic flights of 1 to 15000 km are solved for.", nameof(aim));
        var ellipse = MinimumEnergy.For(way.DistanceM, Wgs84.MeanRadiusM, Wgs84.GravitationalParameterM3PerS2);
        var guess = apogeeM is { } top ? Guess(top, way.DistanceM) : new Conditions(ellipse.SpeedMPerS, way.AzimuthStartRad, ellipse.ElevationRad);
        var shot = Newton(body, burnTimeS, launch, aim, way, apogeeM, guess);
        if (shot is not null) return shot;
        var wanted = apogeeM is { } asked ? $" with an apogee of {asked / 1000:0.#} km" : "";
        throw new ArgumentException(
            $"No ballistic flight over {way.DistanceM / 1000:0.#} km{wanted} was found; the flight of least speed over this distance has an apogee near {ellipse.ApogeeM / 1000:0} km.", nameof(apogeeM));
    }

    // Over a flat Earth: tan γ = 4 H/R and v sin γ = √(2 g H).
    private static Conditions Guess(double apogeeM, double rangeM)
    {
        var elevationRad = Math.Atan(4 * apogeeM / rangeM);
        return new Conditions(Math.Sqrt(2 * 9.8 * apogeeM) / Math.Sin(elevationRad), double.NaN, elevationRad);
    }

    private static BallisticShot? Newton(
        BallisticBody body, double burnTimeS, GeodeticPoint launch, GeodeticPoint aim, GeodesicInverse way, double? apogeeM, Conditions at)
    {
        if (double.IsNaN(at.AzimuthRad)) at = at with { AzimuthRad = way.AzimuthStartRad };
        for (var step = 0; step < MostSteps; step++)
        {
            if (Miss(at) is not { } miss)
            {
                at = at with { SpeedMPerS = 0.8 * at.SpeedMPerS };
                continue;
            }

            if (Math.Abs(miss.AlongM) < GroundPrecisionM && Math.Abs(miss.AsideM) < GroundPrecisionM && Math.Abs(miss.AboveM) < ApogeePrecisionM)
            {
                var (position, velocity) = BallisticBoost.BurnOut(launch, at.AzimuthRad, at.ElevationRad, at.SpeedMPerS, burnTimeS);
                return new BallisticShot
                {
                    AzimuthRad = at.AzimuthRad,
                    ElevationRad = at.ElevationRad,
                    SpeedMPerS = at.SpeedMPerS,
                    BurnOutPosition = position,
                    BurnOutVelocity = velocity,
                    Fall = miss.Fall,
                };
            }

            // Aside depends on the azimuth alone, to first order; along and apogee on speed and angle.
            var speedStep = 1e-5 * at.SpeedMPerS;
            const double AngleStep = 1e-5;
            if (Miss(at with { SpeedMPerS = at.SpeedMPerS + speedStep }) is not { } faster || Miss(at with { ElevationRad = at.ElevationRad + AngleStep }) is not { } steeper) return null;
            var (alongBySpeed, alongByAngle) = ((faster.AlongM - miss.AlongM) / speedStep, (steeper.AlongM - miss.AlongM) / AngleStep);
            var (aboveBySpeed, aboveByAngle) = ((faster.AboveM - miss.AboveM) / speedStep, (steeper.AboveM - miss.AboveM) / AngleStep);
            double speedBy, angleBy;
            if (apogeeM is null)
            {
                (speedBy, angleBy) = (-miss.AlongM / alongBySpeed, 0);
            }
            else
            {
                var determinant = (alongBySpeed * aboveByAngle) - (alongByAngle * aboveBySpeed);
                speedBy = ((-miss.AlongM * aboveByAngle) + (miss.AboveM * alongByAngle)) / determinant;
                angleBy = ((-miss.AboveM * alongBySpeed) + (miss.AlongM * aboveBySpeed)) / determinant;
            }

            if (!double.IsFinite(speedBy) || !double.IsFinite(angleBy)) return null;
            at = new Conditions(
                at.SpeedMPerS + Math.Clamp(speedBy, -0.2 * at.SpeedMPerS, 0.2 * at.SpeedMPerS),
                at.AzimuthRad - (miss.AsideM / way.DistanceM),
                Math.Clamp(at.ElevationRad + Math.Clamp(angleBy, -0.15, 0.15), 0.02, 1.55));
        }

        return null;

        MissOfAim? Miss(Conditions conditions)
        {
            var (position, velocity) = BallisticBoost.BurnOut(launch, conditions.AzimuthRad, conditions.ElevationRad, conditions.SpeedMPerS, burnTimeS);
            if (BallisticFlight.Fall(body, position, velocity, aim.HeightM) is not { } fall) return null;
            var flown = Geodesic.Inverse(launch, Wgs84.ToGeodetic(fall.Position));
            var aside = Math.IEEERemainder(flown.AzimuthStartRad - way.AzimuthStartRad, 2 * Math.PI) * way.DistanceM;
            return new MissOfAim(flown.DistanceM - way.DistanceM, aside, apogeeM is { } top ? fall.ApogeeM - top : 0, fall);
        }
    }

    private readonly record struct Conditions(double SpeedMPerS, double AzimuthRad, double ElevationRad);

    private readonly record struct MissOfAim(double AlongM, double AsideM, double AboveM, BallisticFall Fall);
}
