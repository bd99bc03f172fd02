using Bulwark.Core.Earth;

namespace Bulwark.Operations.Decisions;

/// <summary>Where and when a round launched now would meet a target that flies straight on. Immutable.</summary>
/// <param name="Feasible">Whether the intercept lies inside the envelope.</param>
/// <param name="Point">Earth-fixed intercept point, metres.</param>
/// <param name="TimeOfFlightS">Time of flight, seconds.</param>
/// <param name="KillProbability">Expected single-round kill probability.</param>
/// <param name="ReachShare">Share of the round's largest range that the intercept needs, 0 to 1.</param>
public readonly record struct InterceptEstimate(bool Feasible, EcefVector Point, double TimeOfFlightS, double KillProbability, double ReachShare = 1)
{
    /// <summary>No intercept.</summary>
    public static InterceptEstimate None => default;
}
