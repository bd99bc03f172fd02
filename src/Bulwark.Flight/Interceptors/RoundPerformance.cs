using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>
/// What a round does by its own flight model, whatever its published limits say: the values a publication is compared with. Immutable.
/// </summary>
/// <remarks>Flights to points at rest, from the ellipsoid at 45 N to the north, as in the fly-out table, to 1 per cent of the range or height.</remarks>
public sealed record RoundPerformance
{
    /// <summary>Greatest speed on the flight to nine tenths of the largest range, m/s.</summary>
    public required double GreatestSpeedMPerS { get; init; }

    /// <summary>Mean straight speed of that flight, m/s.</summary>
    public required double MeanSpeedMPerS { get; init; }

    /// <summary>Speed at its end, m/s; 0 when it is not reached.</summary>
    public required double ArrivalSpeedMPerS { get; init; }

    /// <summary>Largest slant range at which it arrives with its least speed inside its longest flight, metres: the best of several heights; at most 2.5 times the largest range.</summary>
    public required double ReachM { get; init; }

    /// <summary>Greatest height it reaches in that sense over a quarter of the largest range, metres; at most 1.6 times the greatest height.</summary>
    public required double CeilingM { get; init; }

    private const double MostRanges = 2.5;
    private const double MostHeights = 1.6;

    private static readonly double[] HeightShares = [0.1, 0.25, 0.45, 0.7];

    /// <summary>Flies a round.</summary>
    /// <param name="round">The round.</param>
    public static RoundPerformance Of(InterceptorParameters round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var flight = new InterceptorFlight(round, table: null);
        var far = Farthest(flight, round);
        var reachM = Reach(flight, round);
        var ceilingM = Largest(heightM => Arrives(flight, round, 0.25 * round.MaximumRangeM, heightM), round.MinimumHeightM, MostHeights * round.MaximumHeightM);
        return new RoundPerformance
        {
            GreatestSpeedMPerS = far.GreatestSpeedMPerS,
            MeanSpeedMPerS = far.MeanSpeedMPerS,
            ArrivalSpeedMPerS = far.ArrivalSpeedMPerS,
            ReachM = reachM,
            CeilingM = ceilingM,
        };
    }

    /// <summary>Largest and smallest ground ranges at which the round arrives at a height, with its least speed inside its longest flight.</summary>
    /// <param name="round">The round.</param>
    /// <param name="heightM">Height above the ellipsoid, metres.</param>
    /// <returns>Ground ranges, metres; not numbers when it reaches nothing there.</returns>
    public static (double NearM, double FarM) ReachAt(InterceptorParameters round, double heightM)
    {
        ArgumentNullException.ThrowIfNull(round);
        const int Rungs = 24;
        var flight = new InterceptorFlight(round, table: null);
        var highest = MostRanges * round.MaximumRangeM;
        var (near, far) = (double.NaN, double.NaN);
        for (var rung = 0; rung <= Rungs; rung++)
        {
            var rangeM = Math.Max(0.2 * round.MinimumRangeM, highest * rung * rung / (Rungs * Rungs));
            if (!Arrives(flight, round, rangeM, heightM))
            {
                if (double.IsNaN(near) || rangeM < far) continue;
                break;
            }

            if (double.IsNaN(near)) near = rangeM;
            far = rangeM;
        }

        if (double.IsNaN(near)) return (near, far);
        return (near, Largest(rangeM => Arrives(flight, round, rangeM, heightM), far, Math.Min(highest, 1.3 * far)));
    }

    /// <summary>The greatest speed alone, for fitting.</summary>
    internal static double GreatestSpeed(InterceptorParameters round) => Farthest(new InterceptorFlight(round, table: null), round).GreatestSpeedMPerS;

    /// <summary>The largest range alone, for fitting.</summary>
    internal static double Reach(InterceptorParameters round) => Reach(new InterceptorFlight(round, table: null), round);

    private static double Reach(InterceptorFlight flight, InterceptorParameters round) =>
        HeightShares.Max(share => Largest(rangeM => Arrives(flight, round, rangeM, share * round.MaximumHeightM), round.MinimumRangeM, MostRanges * round.MaximumRangeM));

    private static FlightSummary Farthest(InterceptorFlight flight, InterceptorParameters round) =>
        PointFlight.Fly(flight, round, 0.9 * round.MaximumRangeM, Math.Max(round.MinimumHeightM, 0.3 * round.MaximumHeightM));

    private static bool Arrives(InterceptorFlight flight, InterceptorParameters round, double rangeM, double heightM)
    {
        var summary = PointFlight.Fly(flight, round, rangeM, heightM);
        return summary.Arrived && summary.ArrivalSpeedMPerS >= round.MinimumSpeedMPerS && summary.TimeS <= round.MaximumFlightTimeS;
    }

    // The largest value that arrives, supposing that everything between the smallest and it does.
    private static double Largest(Func<double, bool> arrives, double lowest, double highest)
    {
        const int Rungs = 12;
        var low = lowest;
        var high = highest;
        for (var rung = 1; rung <= Rungs; rung++)
        {
            var value = lowest + ((highest - lowest) * rung / Rungs);
            if (arrives(value)) low = value;
            else if (low > lowest || rung == Rungs)
            {
                high = value;
                break;
            }
        }

        if (low >= highest) return highest;
        while (high - low > 0.01 * high)
        {
            var middle = 0.5 * (low + high);
            if (arrives(middle)) low = middle;
            else high = middle;
        }

        return low;
    }
}
