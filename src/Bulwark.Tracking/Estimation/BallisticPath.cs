using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Ballistic flight in Earth-fixed coordinates: attraction with J2, centrifugal and Coriolis acceleration, drag ρ v²/(2β) by the US Standard
/// Atmosphere 1976. Integrated by Runge and Kutta's classical rule with steps that follow the air.
/// Source: Li and Jilkov, "Survey of maneuvering target tracking. Part II: motion models of ballistic and space targets", IEEE Trans. AES 46
/// (2010) 96-119; Vallado, Fundamentals of Astrodynamics and Applications, 4th ed. (2013), sections 8.6 and 8.6.2.
/// </summary>
/// <remarks>Validity: any height; speeds at which drag is in proportion to the square of speed. Wind is left out.</remarks>
internal static class BallisticPath
{
    /// <summary>Above this the air, left out, would slow a missile by some 0.01 m/s: metres.</summary>
    public const double AirlessHeightM = StandardAtmosphere.MaximumHeightM;

    // The largest step keeps the error in vacuum below a millimetre over ten minutes.
    private const double LargestStepS = 5;
    private const double SmallestStepS = 0.02;

    /// <summary>Acceleration at a place.</summary>
    /// <param name="position">Position, metres.</param>
    /// <param name="velocity">Velocity, m/s.</param>
    /// <param name="inverseCoefficient">1/β, m²/kg; 0 without drag.</param>
    public static EcefVector Acceleration(EcefVector position, EcefVector velocity, double inverseCoefficient) =>
        Acceleration(position, velocity, inverseCoefficient, inverseCoefficient > 0 ? HeightM(position) : 0);

    private static EcefVector Acceleration(EcefVector position, EcefVector velocity, double inverseCoefficient, double heightM)
    {
        var acceleration = Gravity.AtRest(position) + Gravity.Coriolis(velocity);
        if (!(inverseCoefficient > 0)) return acceleration;
        if (heightM > AirlessHeightM) return acceleration;
        var density = StandardAtmosphere.At(heightM).DensityKgPerM3;
        return acceleration - (velocity * (0.5 * density * velocity.Length * inverseCoefficient));
    }

    /// <summary>Moves a place along its path.</summary>
    public static void Move(ref EcefVector position, ref EcefVector velocity, double inverseCoefficient, double seconds)
    {
        var left = Math.Abs(seconds);
        var direction = Math.Sign(seconds);
        while (left > 0)
        {
            var heightM = inverseCoefficient > 0 ? HeightM(position) : 0;
            var step = Math.Min(left, StepS(heightM, velocity, inverseCoefficient));
            if (left - step < 1e-9) step = left;
            Step(ref position, ref velocity, inverseCoefficient, heightM, direction * step);
            left -= step;
        }
    }

    /// <summary>The step that suits a height: a part of that over which the air changes.</summary>
    public static double StepS(double heightM, EcefVector velocity, double inverseCoefficient)
    {
        if (!(inverseCoefficient > 0)) return LargestStepS;
        return Math.Clamp(Math.Max(1200, (heightM - 70_000) / 5) / Math.Max(1, velocity.Length), SmallestStepS, LargestStepS);
    }

    /// <summary>One step.</summary>
    /// <param name="position">Position, moved.</param>
    /// <param name="velocity">Velocity, changed.</param>
    /// <param name="inverseCoefficient">1/β, m²/kg; 0 without drag.</param>
    /// <param name="heightM">Height of the position, which the caller knows; not asked for without drag.</param>
    /// <param name="seconds">The step.</param>
    public static void Step(ref EcefVector position, ref EcefVector velocity, double inverseCoefficient, double heightM, double seconds)
    {
        var half = 0.5 * seconds;
        var a1 = Acceleration(position, velocity, inverseCoefficient, heightM);
        var v2 = velocity + (a1 * half);
        var a2 = Acceleration(position + (velocity * half), v2, inverseCoefficient);
        var v3 = velocity + (a2 * half);
        var a3 = Acceleration(position + (v2 * half), v3, inverseCoefficient);
        var v4 = velocity + (a3 * seconds);
        var a4 = Acceleration(position + (v3 * seconds), v4, inverseCoefficient);
        position += (velocity + (v2 * 2) + (v3 * 2) + v4) * (seconds / 6);
        velocity += (a1 + (a2 * 2) + (a3 * 2) + a4) * (seconds / 6);
    }

    /// <summary>Height above the ellipsoid, metres.</summary>
    public static double HeightM(EcefVector position) => Wgs84.HeightM(position);
}
