namespace Bulwark.Tracking.Association;

/// <summary>
/// Marginal probabilities of association, exact: the sum over every way to give plots to tracks, one to one. It is formed track by track
/// over the sets of plots taken so far (or plot by plot over tracks, whichever sets are fewer), forward and backward, so that no way is
/// listed.
/// Source: Fortmann, Bar-Shalom and Scheffe, "Sonar tracking of multiple targets using joint probabilistic data association", IEEE J.
/// Oceanic Engineering 8 (1983) 173-184, section III; the recursion over sets: Ryser, Combinatorial Mathematics (1963), chapter 2.
/// </summary>
internal sealed class ExactMarginals
{
    private const int LargestSide = 10;
    private const int LargestEffort = 1 << 16;

    // Likelihood ratios beyond this change no probability; without the limit, products of many could leave the range of doubles.
    private const double LargestLogWeight = 50;

    private int[] _firstOf = [];
    private int[] _order = [];
    private double[] _weight = [];
    private double[] _idle = [];
    private double[] _forward = [];
    private double[] _backward = [];

    /// <summary>Whether a problem is small enough.</summary>
    public static bool Fits(int tracks, int plots, int pairs)
    {
        var side = Math.Min(tracks, plots);
        return side <= LargestSide && (long)(pairs + Math.Max(tracks, plots)) << side <= LargestEffort;
    }

    /// <summary>Works out the marginals of one cluster.</summary>
    /// <param name="hypotheses">Possible pairs; a cost is -2 ln of the likelihood of the pair over that of leaving both alone.</param>
    /// <param name="tracks">Number of tracks.</param>
    /// <param name="plots">Number of plots.</param>
    /// <param name="pair">Receives for each hypothesis its probability.</param>
    /// <param name="claim">Receives for each plot the odds that some track claims it against that none does.</param>
    public void Solve(ReadOnlySpan<Hypothesis> hypotheses, int tracks, int plots, Span<double> pair, Span<double> claim)
    {
        var byTrack = tracks >= plots;
        var (steps, side) = byTrack ? (tracks, plots) : (plots, tracks);
        var sets = 1 << side;
        Sort(hypotheses, steps, byTrack);
        if (_forward.Length < (steps + 1) * sets) (_forward, _backward) = (new double[2 * (steps + 1) * sets], new double[2 * (steps + 1) * sets]);
        var forward = _forward.AsSpan(0, (steps + 1) * sets);
        var backward = _backward.AsSpan(0, (steps + 1) * sets);
        forward.Clear();
        forward[0] = 1;
        for (var step = 0; step < steps; step++) Extend(hypotheses, step, byTrack, forward.Slice(step * sets, sets), forward.Slice((step + 1) * sets, sets));
        backward[(steps * sets)..].Fill(1);
        for (var step = steps - 1; step >= 0; step--) Recall(hypotheses, step, byTrack, backward.Slice((step + 1) * sets, sets), backward.Slice(step * sets, sets));

        claim[..plots].Clear();
        for (var step = 0; step < steps; step++)
        {
            var before = forward.Slice(step * sets, sets);
            var after = backward.Slice((step + 1) * sets, sets);
            for (var k = _firstOf[step]; k < _firstOf[step + 1]; k++)
            {
                var place = _order[k];
                var bit = 1 << (byTrack ? hypotheses[place].Plot : hypotheses[place].Track);
                var sum = 0.0;
                for (var set = 0; set < sets; set++)
                {
                    if ((set & bit) == 0) sum += before[set] * after[set | bit];
                }

                pair[place] = _weight[place] * sum / backward[0];
                claim[hypotheses[place].Plot] += pair[place];
            }
        }

        for (var k = 0; k < plots; k++) claim[k] /= Math.Max(1e-15, 1 - claim[k]);
    }

    // Weights are shares of all that the step may do, so that sums stay below one; the rest is to do nothing.
    private void Sort(ReadOnlySpan<Hypothesis> hypotheses, int steps, bool byTrack)
    {
        if (_firstOf.Length < steps + 2) (_firstOf, _idle) = (new int[2 * (steps + 2)], new double[2 * (steps + 2)]);
        if (_order.Length < hypotheses.Length) (_order, _weight) = (new int[2 * hypotheses.Length], new double[2 * hypotheses.Length]);
        _firstOf.AsSpan(0, steps + 2).Clear();
        foreach (ref readonly var hypothesis in hypotheses) _firstOf[(byTrack ? hypothesis.Track : hypothesis.Plot) + 2]++;
        for (var step = 0; step < steps; step++) _firstOf[step + 2] += _firstOf[step + 1];
        for (var k = 0; k < hypotheses.Length; k++) _order[_firstOf[(byTrack ? hypotheses[k].Track : hypotheses[k].Plot) + 1]++] = k;
        for (var step = 0; step < steps; step++)
        {
            var all = 1.0;
            for (var k = _firstOf[step]; k < _firstOf[step + 1]; k++) all += _weight[_order[k]] = Math.Exp(Math.Min(LargestLogWeight, -0.5 * hypotheses[_order[k]].Cost));
            for (var k = _firstOf[step]; k < _firstOf[step + 1]; k++) _weight[_order[k]] /= all;
            _idle[step] = 1 / all;
        }
    }

    private void Extend(ReadOnlySpan<Hypothesis> hypotheses, int step, bool byTrack, ReadOnlySpan<double> from, Span<double> to)
    {
        var idle = _idle[step];
        for (var set = 0; set < from.Length; set++) to[set] = from[set] * idle;
        for (var k = _firstOf[step]; k < _firstOf[step + 1]; k++)
        {
            var (weight, bit) = (_weight[_order[k]], 1 << (byTrack ? hypotheses[_order[k]].Plot : hypotheses[_order[k]].Track));
            for (var set = 0; set < from.Length; set++)
            {
                if ((set & bit) == 0) to[set | bit] += from[set] * weight;
            }
        }
    }

    private void Recall(ReadOnlySpan<Hypothesis> hypotheses, int step, bool byTrack, ReadOnlySpan<double> after, Span<double> to)
    {
        var idle = _idle[step];
        for (var set = 0; set < after.Length; set++) to[set] = after[set] * idle;
        for (var k = _firstOf[step]; k < _firstOf[step + 1]; k++)
        {
            var (weight, bit) = (_weight[_order[k]], 1 << (byTrack ? hypotheses[_order[k]].Plot : hypotheses[_order[k]].Track));
            for (var set = 0; set < after.Length; set++)
            {
                if ((set & bit) == 0) to[set] += after[set | bit] * weight;
            }
        }
    }
}
