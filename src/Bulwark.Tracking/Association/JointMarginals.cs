namespace Bulwark.Tracking.Association;

/// <summary>
/// Marginal probabilities of association, cluster by cluster: exact where the cluster is small, by belief propagation where it is not.
/// </summary>
internal sealed class JointMarginals
{
    private readonly Clusters _clusters = new();
    private readonly ExactMarginals _exact = new();
    private readonly BeliefPropagation _propagation = new();
    private int[] _localOfTrack = [];
    private int[] _localOfPlot = [];
    private int[] _plotOfLocal = [];
    private Hypothesis[] _local = [];
    private double[] _pair = [];
    private double[] _claim = [];

    /// <summary>Works out the marginals.</summary>
    /// <param name="hypotheses">Possible pairs, each with its own place among them as its outcome.</param>
    /// <param name="tracks">Number of tracks.</param>
    /// <param name="plots">Number of plots.</param>
    /// <param name="pair">Receives for each hypothesis its probability.</param>
    /// <param name="claim">Receives for each plot the odds that some track claims it against that none does; others are left alone.</param>
    public void Solve(ReadOnlySpan<Hypothesis> hypotheses, int tracks, int plots, Span<double> pair, Span<double> claim)
    {
        Reserve(hypotheses.Length, tracks, plots);
        _clusters.Build(hypotheses, tracks, plots);
        for (var cluster = 0; cluster < _clusters.Count; cluster++)
        {
            var members = _clusters[cluster];
            if (members.Length == 1)
            {
                var weight = Math.Exp(Math.Min(200, -0.5 * members[0].Cost));
                pair[members[0].Outcome] = weight / (1 + weight);
                claim[members[0].Plot] = weight;
                continue;
            }

            var (rows, columns) = (0, 0);
            for (var k = 0; k < members.Length; k++)
            {
                ref var row = ref _localOfTrack[members[k].Track];
                if (row < 0) row = rows++;
                ref var column = ref _localOfPlot[members[k].Plot];
                if (column < 0)
                {
                    _plotOfLocal[columns] = members[k].Plot;
                    column = columns++;
                }

                _local[k] = members[k] with { Track = row, Plot = column };
            }

            var local = _local.AsSpan(0, members.Length);

            // One track alone, or one plot alone, makes a tree, for which belief propagation is exact and costs nothing.
            if (rows > 1 && columns > 1 && ExactMarginals.Fits(rows, columns, local.Length)) _exact.Solve(local, rows, columns, _pair, _claim);
            else _propagation.Solve(local, rows, columns, _pair, _claim);
            for (var k = 0; k < members.Length; k++) pair[members[k].Outcome] = _pair[k];
            for (var column = 0; column < columns; column++) claim[_plotOfLocal[column]] = _claim[column];
        }
    }

    private void Reserve(int hypotheses, int tracks, int plots)
    {
        if (_local.Length < hypotheses) (_local, _pair) = (new Hypothesis[2 * hypotheses], new double[2 * hypotheses]);
        if (_localOfTrack.Length < tracks) _localOfTrack = new int[2 * tracks];
        if (_localOfPlot.Length < plots) (_localOfPlot, _plotOfLocal, _claim) = (new int[2 * plots], new int[2 * plots], new double[2 * plots]);
        _localOfTrack.AsSpan(0, tracks).Fill(-1);
        _localOfPlot.AsSpan(0, plots).Fill(-1);
    }
}
