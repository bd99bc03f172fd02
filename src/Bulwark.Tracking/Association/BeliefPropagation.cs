namespace Bulwark.Tracking.Association;

/// <summary>
/// Marginal probabilities of association by loopy belief propagation: exact where the graph of tracks and plots is a tree, close to it
/// elsewhere, always convergent.
/// Source: Williams and Lau, "Approximate evaluation of marginal association probabilities with belief propagation", IEEE Trans. AES 50
/// (2014) 2942-2959, section III.
/// </summary>
internal sealed class BeliefPropagation
{
    private const int LargestIterations = 100;
    private const double Tolerance = 1e-6;

    private double[] _weight = [];
    private double[] _toPlot = [];
    private double[] _toTrack = [];
    private double[] _sumOfTrack = [];
    private double[] _sumOfPlot = [];

    /// <summary>Works out the marginals.</summary>
    /// <param name="hypotheses">Possible pairs; a cost is -2 ln of the likelihood of the pair over that of leaving both alone.</param>
    /// <param name="tracks">Number of tracks.</param>
    /// <param name="plots">Number of plots.</param>
    /// <param name="pair">Receives for each hypothesis its probability.</param>
    /// <param name="claim">Receives for each plot the odds that some track claims it against that none does.</param>
    public void Solve(ReadOnlySpan<Hypothesis> hypotheses, int tracks, int plots, Span<double> pair, Span<double> claim)
    {
        Reserve(hypotheses.Length, tracks, plots);
        for (var k = 0; k < hypotheses.Length; k++)
        {
            _weight[k] = Math.Exp(Math.Min(200, -0.5 * hypotheses[k].Cost));
            _toTrack[k] = 1;
        }

        var sumOfTrack = _sumOfTrack.AsSpan(0, tracks);
        var sumOfPlot = _sumOfPlot.AsSpan(0, plots);
        for (var iteration = 0; iteration < LargestIterations; iteration++)
        {
            sumOfTrack.Clear();
            sumOfPlot.Clear();
            for (var k = 0; k < hypotheses.Length; k++) sumOfTrack[hypotheses[k].Track] += _weight[k] * _toTrack[k];
            for (var k = 0; k < hypotheses.Length; k++)
            {
                var others = Math.Max(0, sumOfTrack[hypotheses[k].Track] - (_weight[k] * _toTrack[k]));
                _toPlot[k] = _weight[k] / (1 + others);
                sumOfPlot[hypotheses[k].Plot] += _toPlot[k];
            }

            var change = 0.0;
            for (var k = 0; k < hypotheses.Length; k++)
            {
                var next = 1 / (1 + Math.Max(0, sumOfPlot[hypotheses[k].Plot] - _toPlot[k]));
                change = Math.Max(change, Math.Abs(next - _toTrack[k]));
                _toTrack[k] = next;
            }

            if (change < Tolerance) break;
        }

        sumOfTrack.Clear();
        for (var k = 0; k < hypotheses.Length; k++) sumOfTrack[hypotheses[k].Track] += _weight[k] * _toTrack[k];
        for (var k = 0; k < hypotheses.Length; k++) pair[k] = _weight[k] * _toTrack[k] / (1 + sumOfTrack[hypotheses[k].Track]);
        sumOfPlot.CopyTo(claim[..plots]);
    }

    private void Reserve(int hypotheses, int tracks, int plots)
    {
        if (_weight.Length < hypotheses)
        {
            _weight = new double[2 * hypotheses];
            _toPlot = new double[2 * hypotheses];
            _toTrack = new double[2 * hypotheses];
        }

        if (_sumOfTrack.Length < tracks) _sumOfTrack = new double[2 * tracks];
        if (_sumOfPlot.Length < plots) _sumOfPlot = new double[2 * plots];
    }
}
