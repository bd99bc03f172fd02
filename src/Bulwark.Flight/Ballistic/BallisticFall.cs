using Bulwark.Core.Earth;

namespace Bulwark.Flight.Ballistic;

/// <summary>Where and how a free flight came down. Immutable.</summary>
/// <param name="Position">Earth-fixed position, metres.</param>
/// <param name="Velocity">Earth-fixed velocity, m/s.</param>
/// <param name="TimeS">Time since its start, seconds.</param>
/// <param name="ApogeeM">Greatest height above the ellipsoid, metres.</param>
public readonly record struct BallisticFall(EcefVector Position, EcefVector Velocity, double TimeS, double ApogeeM);
