using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Flight.Ballistic;

/// <summary>
/// A body without motor or lift: gravity and drag, a = g - ½ ρ v |v| C_D(M) A/m against the air, by the classical Runge-Kutta method of order four.
/// </summary>
internal readonly struct FreeBody<TEnvironment>(double dragAreaPerMassM2PerKg, DragCurve curve, TEnvironment environment)
    where TEnvironment : struct, IFlightEnvironment
{
    public EcefVector Acceleration(in EcefVector position, in EcefVector velocity)
    {
        var air = environment.At(position, velocity);
        if (air.DensityKgPerM3 == 0) return air.Gravity;
        var flow = velocity - environment.Wind(position);
        var speedMPerS = flow.Length;
        return air.Gravity - (flow * (0.5 * air.DensityKgPerM3 * speedMPerS * dragAreaPerMassM2PerKg * curve.CoefficientRatio(speedMPerS / air.SpeedOfSoundMPerS)));
    }

    public void Step(ref EcefVector position, ref EcefVector velocity, double stepS)
    {
        var half = 0.5 * stepS;
        var a1 = Acceleration(position, velocity);
        var v2 = velocity + (a1 * half);
        var a2 = Acceleration(position + (velocity * half), v2);
        var v3 = velocity + (a2 * half);
        var a3 = Acceleration(position + (v2 * half), v3);
        var v4 = velocity + (a3 * stepS);
        var a4 = Acceleration(position + (v3 * stepS), v4);
        position += (velocity + (2 * (v2 + v3)) + v4) * (stepS / 6);
        velocity += (a1 + (2 * (a2 + a3)) + a4) * (stepS / 6);
    }

    /// <summary>Several equal steps, none longer than the given.</summary>
    public void Advance(ref EcefVector position, ref EcefVector velocity, double timeS, double longestStepS)
    {
        var steps = (int)Math.Ceiling((timeS / longestStepS) - 1e-9);
        for (var i = 0; i < steps; i++) Step(ref position, ref velocity, timeS / steps);
    }
}
