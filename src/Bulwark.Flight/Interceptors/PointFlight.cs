using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>Flights to points at rest, from the ellipsoid at 45 N to the north.</summary>
internal static class PointFlight
{
    private const double SlowestMPerS = 150;
    private const double LongestShare = 1.5;

    /// <summary>Flies one.</summary>
    /// <param name="flight">The round's flight, without a table.</param>
    /// <param name="parameters">The round.</param>
    /// <param name="rangeM">Distance along the surface, metres.</param>
    /// <param name="heightM">Height of the point, metres.</param>
    public static FlightSummary Fly(InterceptorFlight flight, InterceptorParameters parameters, double rangeM, double heightM)
    {
        var launcher = Wgs84.ToEcef(GeodeticPoint.FromDegrees(45, 0));
        var north = new EcefVector(-Math.Sqrt(0.5), 0, Math.Sqrt(0.5));
        var (sine, cosine) = Math.SinCos(rangeM / Wgs84.MeanRadiusM);
        var point = Wgs84.FromNormal((new EcefVector(Math.Sqrt(0.5), 0, Math.Sqrt(0.5)) * cosine) + (north * sine), heightM);
        var state = flight.Launch(launcher);
        var greatest = 0.0;
        while (state.AgeS < LongestShare * parameters.MaximumFlightTimeS)
        {
            var leftM = point.DistanceTo(state.Position);
            var guidance = new GuidanceInput(point, EcefVector.Zero, leftM < parameters.TerminalRangeM);
            var before = state.Position;
            var ageS = state.AgeS;
            var stepS = leftM < 300 + (0.1 * state.Velocity.Length) ? 0.02 : 0.1;
            flight.Integrate(ref state, guidance, stepS);
            greatest = Math.Max(greatest, state.Velocity.LengthSquared);
            var approach = ClosestApproach.Within(before, state.Position, point, point);
            if (approach.Inside && approach.MissM < 3_000 && state.AgeS > parameters.VerticalRiseS + 0.5)
            {
                var timeS = ageS + (approach.AtShare * stepS);
                return approach.MissM <= Math.Max(10, parameters.LethalRadiusM)
                    ? new FlightSummary(Arrived: true, timeS, state.Velocity.Length, point.DistanceTo(launcher) / timeS, Math.Sqrt(greatest))
                    : new FlightSummary(Arrived: false, double.NaN, 0, 0, Math.Sqrt(greatest));
            }

            if (state.AgeS > parameters.MotorTimeS && state.Velocity.Length < SlowestMPerS) break;
        }

        return new FlightSummary(Arrived: false, double.NaN, 0, 0, Math.Sqrt(greatest));
    }
}
