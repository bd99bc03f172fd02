namespace Bulwark.Flight.Interceptors;

/// <summary>A flight to a point at rest. Immutable.</summary>
/// <param name="Arrived">Whether it passed the point within its lethal radius (10 m at least).</param>
/// <param name="TimeS">Time of flight, seconds; not a number without arrival.</param>
/// <param name="ArrivalSpeedMPerS">Speed at the point, m/s; 0 without arrival.</param>
/// <param name="MeanSpeedMPerS">Straight distance over time, m/s; 0 without arrival.</param>
/// <param name="GreatestSpeedMPerS">Greatest speed of the flight, m/s.</param>
internal readonly record struct FlightSummary(bool Arrived, double TimeS, double ArrivalSpeedMPerS, double MeanSpeedMPerS, double GreatestSpeedMPerS);
