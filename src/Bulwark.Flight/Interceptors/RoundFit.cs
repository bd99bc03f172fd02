namespace Bulwark.Flight.Interceptors;

/// <summary>
/// Finds what nobody publishes about a round, its propellant and thrust, from what is published: launch mass and greatest speed. An assumption made
/// with a method; the burn times, the exhaust speed, the body's area and the drag factor stay assumptions of whoever fits.
/// </summary>
public static class RoundFit
{
    /// <summary>Ordinary for composite propellant in a large motor (a specific impulse of 255 s), m/s.</summary>
    public const double UsualExhaustSpeedMPerS = 2_500;

    private const double LeastDragShare = 0.25;
    private const double DragStep = 1e-3;
    private const double LeastShare = 0.1;
    private const double MostShare = 0.85;

    /// <summary>
    /// The round with propellant masses and thrusts such that its greatest speed on the flight to nine tenths of its range is the given one.
    /// </summary>
    /// <param name="round">The round; its propellant masses and thrusts are not used, everything else is kept.</param>
    /// <param name="greatestSpeedMPerS">The published greatest speed, m/s.</param>
    /// <param name="exhaustSpeedMPerS">Exhaust speed, m/s.</param>
    /// <param name="sustainShare">Share of the propellant that the sustainer burns, 0 to below 1; needs a sustain time.</param>
    /// <returns>The fitted round, or null when no propellant share from 0.1 to 0.85 gives the speed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A speed is not positive, or the share is outside its range or without a sustain time.</exception>
    public static InterceptorParameters? ToGreatestSpeed(
        InterceptorParameters round, double greatestSpeedMPerS, double exhaustSpeedMPerS = UsualExhaustSpeedMPerS, double sustainShare = 0)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(greatestSpeedMPerS);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exhaustSpeedMPerS);
        if (!(sustainShare >= 0 && sustainShare < 1) || sustainShare > 0 != round.SustainTimeS > 0)
            throw new ArgumentOutOfRangeException(nameof(sustainShare), sustainShare, "A share from 0 to below 1; above 0 exactly when the round has a sustain time.");
        var (low, high) = (LeastShare, MostShare);
        if (RoundPerformance.GreatestSpeed(With(low)) > greatestSpeedMPerS || RoundPerformance.GreatestSpeed(With(high)) < greatestSpeedMPerS) return null;
        while (high - low > 1e-5)
        {
            var middle = 0.5 * (low + high);
            if (RoundPerformance.GreatestSpeed(With(middle)) < greatestSpeedMPerS) low = middle;
            else high = middle;
        }

        return With(0.5 * (low + high));

        InterceptorParameters With(double share)
        {
            var boostKg = round.LaunchMassKg * share * (1 - sustainShare);
            var sustainKg = round.LaunchMassKg * share * sustainShare;
            return round with
            {
                PropellantMassKg = boostKg,
                ThrustN = boostKg / round.BurnTimeS * exhaustSpeedMPerS,
                SustainPropellantMassKg = sustainKg,
                SustainThrustN = sustainShare > 0 ? sustainKg / round.SustainTimeS * exhaustSpeedMPerS : 0,
            };
        }
    }

    /// <summary>
    /// The round fitted to its greatest speed as above and, when it then falls short of its largest range, with the largest drag factor below its own that lets it reach that.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="greatestSpeedMPerS">The published greatest speed, m/s.</param>
    /// <param name="exhaustSpeedMPerS">Exhaust speed, m/s.</param>
    /// <param name="sustainShare">Share of the propellant that the sustainer burns, 0 to below 1; needs a sustain time.</param>
    /// <returns>The fitted round, or null when no propellant share and no drag factor down to a quarter of the round's own do.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A speed is not positive, or the share is outside its range or without a sustain time.</exception>
    public static InterceptorParameters? ToPublication(
        InterceptorParameters round, double greatestSpeedMPerS, double exhaustSpeedMPerS = UsualExhaustSpeedMPerS, double sustainShare = 0)
    {
        var fitted = ToGreatestSpeed(round, greatestSpeedMPerS, exhaustSpeedMPerS, sustainShare);
        if (fitted is not null && Reaches(fitted)) return fitted;
        var (low, high) = (LeastDragShare * round.DragFactor, round.DragFactor);
        if (WithDrag(low) is not { } best) return null;
        while (high - low > DragStep * round.DragFactor)
        {
            var middle = 0.5 * (low + high);
            if (WithDrag(middle) is { } next) (low, best) = (middle, next);
            else high = middle;
        }

        return best;

        InterceptorParameters? WithDrag(double factor) =>
            ToGreatestSpeed(round with { DragFactor = factor }, greatestSpeedMPerS, exhaustSpeedMPerS, sustainShare) is { } fit && Reaches(fit) ? fit : null;

        static bool Reaches(InterceptorParameters fit) => RoundPerformance.Reach(fit) >= 0.99 * fit.MaximumRangeM;
    }
}
