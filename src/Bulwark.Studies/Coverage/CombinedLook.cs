using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Coverage;

/// <summary>
/// The probability that the looks of several radars together are enough.
/// </summary>
/// <remarks>
/// The number of detections among independent looks of unequal probabilities has the Poisson binomial distribution, summed exactly
/// (Wang, "On the number of successes in independent trials", Statistica Sinica 3 (1993) 295-312). A track needs a number of detections
/// within a window, as M-of-N initiation logic does (Bar-Shalom and Li, Multitarget-Multisensor Tracking, 1995, section 2.6), and a
/// position good enough: the expected information of the window's looks about a horizontal position, J = Σ n p R⁻¹ with R from range and
/// azimuth errors, whose inverse bounds the covariance (Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and
/// Navigation, 2001, section 2.7; the bound of a target that stays put). Where the bound's larger standard deviation is above the limit
/// the probability is 0. Elevation adds nothing, and azimuths at different radars are counted from one north.
/// </remarks>
internal static class CombinedLook
{
    public static double Probability(ReadOnlySpan<LinkState> states, ReadOnlySpan<RadarLink> links, Combination rule)
    {
        if (rule.Kind == CombinationKind.Track) return Track(states, links, rule);
        if (states.Length == 1) return rule.Count == 1 ? states[0].Probability : 0;
        Span<double> count = stackalloc double[rule.Count + 1];
        count[0] = 1;
        foreach (var state in states) Add(count, state.Probability);
        return count[^1];
    }

    private static double Track(ReadOnlySpan<LinkState> states, ReadOnlySpan<RadarLink> links, Combination rule)
    {
        Span<double> count = stackalloc double[rule.Count + 1];
        count[0] = 1;
        var (east, north, mixed) = (0.0, 0.0, 0.0);
        for (var index = 0; index < states.Length; index++)
        {
            var state = states[index];
            if (state.Probability <= 0) continue;
            var looks = links[index].Looks;

            // Beyond some thousand looks nothing changes any more.
            for (var look = 0; look < Math.Min(looks, 1000); look++) Add(count, state.Probability);
            var parameters = links[index].Model.Parameters;
            var snrRatio = state.SnrRatio * parameters.IntegratedPulses;
            var alongM = MeasurementErrors.RangeSigmaM(parameters.RangeResolutionM, snrRatio, parameters.RangeFloorM);
            var acrossM = state.RangeM * MeasurementErrors.AngleSigmaRad(parameters.AzimuthBeamwidthRad, snrRatio, parameters.AngleFloorRad);
            var (sine, cosine) = Math.SinCos(state.AzimuthRad);
            var (along, across) = (looks * state.Probability / (alongM * alongM), looks * state.Probability / (acrossM * acrossM));
            east += (along * sine * sine) + (across * cosine * cosine);
            north += (along * cosine * cosine) + (across * sine * sine);
            mixed += (along - across) * sine * cosine;
        }

        var middle = (east + north) / 2;
        var least = middle - double.Hypot((east - north) / 2, mixed);
        return least * rule.AccuracyM * rule.AccuracyM >= 1 ? count[^1] : 0;
    }

    // One more look; the last place holds "this many or more".
    private static void Add(Span<double> count, double probability)
    {
        var last = count.Length - 1;
        count[last] += count[last - 1] * probability;
        for (var index = last - 1; index > 0; index--) count[index] = (count[index] * (1 - probability)) + (count[index - 1] * probability);
        count[0] *= 1 - probability;
    }
}
