using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Flight.Ballistic;

/// <summary>
/// The fall of a piece of debris over the turning Earth in still air: drag with one mass over drag area at all speeds. Quick enough to be worked out
/// for every piece of a run.
/// </summary>
/// <remarks>
/// The analysis that 14 CFR § 450.121(c) asks for of each piece: position, velocity and added velocity at break-up, drag, gravity. The equations are those of
/// <see cref="FreeBody{TEnvironment}"/>, in steps of a share of the time in which drag stops the piece, t = 2 (m/C_D A)/(ρ v). Once it sinks
/// straight down as fast as drag lets it, v = √(2 g (m/C_D A)/ρ), only the time is left to find. Out: wind, lift, tumbling, drag by Mach number.
/// </remarks>
public static class DebrisFall
{
    private const double StoppingShare = 0.25;
    private const double LongestStepS = 2;
    private const double DeepestStepM = 700;
    private const double LongestFallS = 4 * 3600;

    // Sinking: drag within this share of the weight, and what is left of the way across below this, metres.
    private const double BalanceShare = 0.02;
    private const double DriftM = 0.5;
    private const double LayerM = 500;
    private const double GravityMPerS2 = 9.80665;

    /// <summary>Lets a piece fall.</summary>
    /// <param name="ballisticKgPerM2">Mass over drag area, kg/m², positive.</param>
    /// <param name="position">Earth-fixed position at the break-up, metres.</param>
    /// <param name="velocity">Earth-fixed velocity then, m/s.</param>
    /// <param name="groundHeightM">Height above the ellipsoid of the ground it falls to, metres.</param>
    /// <returns>The end, or null when it does not come down within four hours; at once for a piece that starts at or below the ground.</returns>
    public static BallisticFall? To(double ballisticKgPerM2, EcefVector position, EcefVector velocity, double groundHeightM)
    {
        if (!(ballisticKgPerM2 > 0)) throw new ArgumentOutOfRangeException(nameof(ballisticKgPerM2), ballisticKgPerM2, "Mass over drag area is positive.");
        var environment = default(EarthEnvironment);
        var free = new FreeBody<EarthEnvironment>(1 / ballisticKgPerM2, DragCurve.Constant(1), environment);
        var heightM = EarthEnvironment.HeightM(position);
        var (timeS, apogeeM) = (0.0, heightM);
        while (timeS < LongestFallS)
        {
            if (heightM <= groundHeightM) return new BallisticFall(position, velocity, timeS, apogeeM);
            var up = EarthEnvironment.Up(position);
            var sinkMPerS = -velocity.Dot(up);
            var speedMPerS = velocity.Length;
            var densityKgPerM3 = environment.At(position, velocity).DensityKgPerM3;
            var stoppingS = densityKgPerM3 * speedMPerS > 0 ? 2 * ballisticKgPerM2 / (densityKgPerM3 * speedMPerS) : double.PositiveInfinity;
            var acrossMPerS = Math.Sqrt(Math.Max(0, (speedMPerS * speedMPerS) - (sinkMPerS * sinkMPerS)));
            if (acrossMPerS * stoppingS < DriftM && free.Acceleration(position, velocity).Length < BalanceShare * GravityMPerS2)
                return Sink(ballisticKgPerM2, position, up, heightM, groundHeightM, timeS, apogeeM);

            var stepS = Math.Min(Math.Min(LongestStepS, StoppingShare * stoppingS), DeepestStepM / Math.Max(1, Math.Abs(sinkMPerS)));
            var (before, speed) = (position, velocity);
            free.Step(ref position, ref velocity, stepS);
            heightM = EarthEnvironment.HeightM(position);
            apogeeM = Math.Max(apogeeM, heightM);
            if (heightM <= groundHeightM) return Meet(free, before, speed, stepS, groundHeightM, timeS, apogeeM);
            timeS += stepS;
        }

        return null;
    }

    // The step in which it meets the ground, again, by halving: to a microsecond, less than a centimetre.
    private static BallisticFall Meet(FreeBody<EarthEnvironment> free, EcefVector position, EcefVector velocity, double stepS, double groundHeightM, double timeS, double apogeeM)
    {
        var (lowS, highS) = (0.0, stepS);
        while (highS - lowS > 1e-6)
        {
            var (at, speed) = (position, velocity);
            var tryS = 0.5 * (lowS + highS);
            free.Step(ref at, ref speed, tryS);
            if (EarthEnvironment.HeightM(at) > groundHeightM) lowS = tryS;
            else highS = tryS;
        }

        free.Step(ref position, ref velocity, highS);
        return new BallisticFall(position, velocity, timeS + highS, apogeeM);
    }

    // dt = dh / v(h), by Simpson's rule over layers.
    private static BallisticFall Sink(double ballisticKgPerM2, EcefVector position, EcefVector up, double heightM, double groundHeightM, double timeS, double apogeeM)
    {
        var deepM = heightM - groundHeightM;
        var layers = 2 * Math.Max(1, (int)Math.Ceiling(deepM / (2 * LayerM)));
        var sum = 0.0;
        var sinkMPerS = 0.0;
        for (var layer = 0; layer <= layers; layer++)
        {
            var at = position - (up * (deepM * layer / layers));
            var air = default(EarthEnvironment).At(at, EcefVector.Zero);
            sinkMPerS = Math.Sqrt(2 * ballisticKgPerM2 * air.Gravity.Length / air.DensityKgPerM3);
            sum += (layer == 0 || layer == layers ? 1 : layer % 2 == 1 ? 4 : 2) / sinkMPerS;
        }

        return new BallisticFall(position - (up * deepM), up * -sinkMPerS, timeS + (sum * deepM / (3 * layers)), apogeeM);
    }
}
