using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>
/// True proportional navigation: an acceleration across the line of sight, N times the closing speed times the rate of the line of sight.
/// Source: Zarchan, Tactical and Strategic Missile Guidance, 6th ed. (2012), chapter 2, n_c = N' V_c dλ/dt.
/// </summary>
public static class ProportionalNavigation
{
    /// <summary>The acceleration asked for, m/s², without gravity and limits.</summary>
    /// <param name="relativePosition">Target minus interceptor, metres; not zero.</param>
    /// <param name="relativeVelocity">Velocity of the target minus that of the interceptor, m/s.</param>
    /// <param name="navigationRatio">Effective navigation ratio N', usually 3 to 5.</param>
    public static EcefVector Command(EcefVector relativePosition, EcefVector relativeVelocity, double navigationRatio)
    {
        // N' V_c (Ω × r̂) with Ω = r × v / r² is N' V_c times the part of v across the line of sight, over r.
        var rangeSquared = relativePosition.LengthSquared;
        var closing = relativePosition.Dot(relativeVelocity);
        var across = relativeVelocity - (relativePosition * (closing / rangeSquared));
        return across * (-navigationRatio * closing / rangeSquared);
    }

    /// <summary>What augmented proportional navigation adds for a target that accelerates: N'/2 times the acceleration across the line of sight.</summary>
    /// <param name="relativePosition">Target minus interceptor, metres; not zero.</param>
    /// <param name="targetAcceleration">Acceleration of the target, m/s².</param>
    /// <param name="navigationRatio">Effective navigation ratio N'.</param>
    /// <remarks>Source: Zarchan, chapter 8.</remarks>
    public static EcefVector Augmentation(EcefVector relativePosition, EcefVector targetAcceleration, double navigationRatio) =>
        (targetAcceleration - (relativePosition * (relativePosition.Dot(targetAcceleration) / relativePosition.LengthSquared))) * (0.5 * navigationRatio);
}
