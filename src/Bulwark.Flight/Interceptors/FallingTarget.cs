using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>What fire control supposes of targets that fall freely: nothing but gravity over the turning Earth; drag shows in the next look.</summary>
public static class FallingTarget
{
    private const double SlowestMPerS = 700;
    private const double SteepShare = 0.35;
    private const double ThinAirM = 35_000;

    /// <summary>Whether an estimate is more like a fall than like flight on wings: faster than 700 m/s, and steeper than 20 degrees or above 35 km.</summary>
    /// <param name="position">Earth-fixed position, metres.</param>
    /// <param name="velocity">Earth-fixed velocity, m/s.</param>
    public static bool IsLikely(EcefVector position, EcefVector velocity)
    {
        var speedMPerS = velocity.Length;
        if (!(speedMPerS > SlowestMPerS)) return false;
        return Math.Abs(velocity.Dot(EarthEnvironment.Up(position))) > SteepShare * speedMPerS || EarthEnvironment.HeightM(position) > ThinAirM;
    }

    /// <summary>Acceleration of a free fall over the turning Earth, m/s².</summary>
    /// <param name="position">Earth-fixed position, metres.</param>
    /// <param name="velocity">Earth-fixed velocity, m/s.</param>
    public static EcefVector Acceleration(EcefVector position, EcefVector velocity) => Gravity.AtRest(position) + Gravity.Coriolis(velocity);

    /// <summary>Carries a fall on by one step (Runge-Kutta of order two; 0.1 m in 60 steps of a second).</summary>
    internal static void Step(ref EcefVector position, ref EcefVector velocity, double stepS)
    {
        var half = 0.5 * stepS;
        var first = Acceleration(position, velocity);
        var middle = Acceleration(position + (velocity * half), velocity + (first * half));
        position += (velocity * stepS) + (middle * (half * stepS));
        velocity += middle * stepS;
    }
}
