using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>Where and when a round launched now would meet a target. Immutable.</summary>
/// <param name="Feasible">Whether the intercept lies inside the envelope of the round.</param>
/// <param name="Point">Earth-fixed intercept point, metres; also given when it lies outside, zero when there is none.</param>
/// <param name="TimeOfFlightS">Time of flight, seconds; not a number when there is no intercept.</param>
/// <param name="TerminalSpeedMPerS">Speed of the round on arrival, m/s.</param>
public readonly record struct InterceptPrediction(bool Feasible, EcefVector Point, double TimeOfFlightS, double TerminalSpeedMPerS)
{
    /// <summary>No intercept at all.</summary>
    public static InterceptPrediction None => new(Feasible: false, EcefVector.Zero, double.NaN, 0);
}
