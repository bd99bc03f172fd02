using Bulwark.Core.Numerics;

namespace Bulwark.Tracking.Association;

/// <summary>
/// Gives plots to tracks, one to one, so that the whole is likeliest (global nearest neighbour), cluster by cluster.
/// Source: Blackman and Popoli (1999), sections 6.4 and 6.5; the score of a pair is that of section 6.2.3 without attributes.
/// </summary>
internal sealed class GlobalNearestNeighbour
{
    // A cubic method on a thousand by a thousand takes seconds; clusters that large come only from overload and are solved nearest first.
    private const int LargestProblem = 400 * 400;

    private static readonly Comparison<Hypothesis> ByCost = Compare;

    private readonly Clusters _clusters = new();
    private readonly AssignmentSolver _solver = new();
    private int[] _localOfTrack = [];
    private int[] _localOfPlot = [];
    private int[] _trackOfLocal = [];
    private int[] _plotOfLocal = [];
    private int[] _columnOfRow = [];
    private double[] _costs = [];

    /// <summary>Clusters solved nearest first in the last call.</summary>
    public int GreedyClusters { get; private set; }

    /// <summary>Whether every cluster is solved nearest first, however small.</summary>
    public bool NearestFirst { get; init; }

    /// <summary>Solves the association.</summary>
    /// <param name="hypotheses">Possible pairs; costs below zero.</param>
    /// <param name="tracks">Number of tracks.</param>
    /// <param name="plots">Number of plots.</param>
    /// <param name="plotOfTrack">Receives for each track its plot, or -1.</param>
    public void Solve(ReadOnlySpan<Hypothesis> hypotheses, int tracks, int plots, Span<int> plotOfTrack)
    {
        plotOfTrack[..tracks].Fill(-1);
        GreedyClusters = 0;
        if (hypotheses.IsEmpty) return;
        Reserve(tracks, plots);
        _clusters.Build(hypotheses, tracks, plots);
        for (var cluster = 0; cluster < _clusters.Count; cluster++) SolveCluster(_clusters[cluster], plotOfTrack);
    }

    private void SolveCluster(Span<Hypothesis> hypotheses, Span<int> plotOfTrack)
    {
        var (rows, columns) = (0, 0);
        foreach (ref readonly var hypothesis in hypotheses)
        {
            if (_localOfTrack[hypothesis.Track] < 0)
            {
                _trackOfLocal[rows] = hypothesis.Track;
                _localOfTrack[hypothesis.Track] = rows++;
            }

            if (_localOfPlot[hypothesis.Plot] < 0)
            {
                _plotOfLocal[columns] = hypothesis.Plot;
                _localOfPlot[hypothesis.Plot] = columns++;
            }
        }

        if (rows == 1 || columns == 1) TakeBest(hypotheses, plotOfTrack);
        else if (NearestFirst || (long)rows * columns > LargestProblem) TakeNearestFirst(hypotheses, plotOfTrack);
        else SolveDense(hypotheses, rows, columns, plotOfTrack);
    }

    private static void TakeBest(ReadOnlySpan<Hypothesis> hypotheses, Span<int> plotOfTrack)
    {
        var best = hypotheses[0];
        foreach (ref readonly var hypothesis in hypotheses)
        {
            if (hypothesis.Cost < best.Cost) best = hypothesis;
        }

        plotOfTrack[best.Track] = best.Plot;
    }

    // Leaving a pair alone costs nothing, so a zero stands both for a pair that cannot be and for staying apart: no extra columns needed.
    private void SolveDense(ReadOnlySpan<Hypothesis> hypotheses, int rows, int columns, Span<int> plotOfTrack)
    {
        if (_costs.Length < rows * columns) _costs = new double[2 * rows * columns];
        var costs = _costs.AsSpan(0, rows * columns);
        costs.Clear();
        foreach (ref readonly var hypothesis in hypotheses)
        {
            costs[(_localOfTrack[hypothesis.Track] * columns) + _localOfPlot[hypothesis.Plot]] = Math.Min(0, hypothesis.Cost);
        }

        _solver.Solve(costs, rows, columns, _columnOfRow, out _);
        for (var row = 0; row < rows; row++)
        {
            var column = _columnOfRow[row];
            if (column >= 0 && costs[(row * columns) + column] < 0) plotOfTrack[_trackOfLocal[row]] = _plotOfLocal[column];
        }
    }

    // The local numbers, no longer needed for this cluster, mark what has been taken.
    private void TakeNearestFirst(Span<Hypothesis> hypotheses, Span<int> plotOfTrack)
    {
        const int Taken = -2;
        GreedyClusters++;
        hypotheses.Sort(ByCost);
        foreach (ref readonly var hypothesis in hypotheses)
        {
            if (_localOfTrack[hypothesis.Track] == Taken || _localOfPlot[hypothesis.Plot] == Taken) continue;
            _localOfTrack[hypothesis.Track] = Taken;
            _localOfPlot[hypothesis.Plot] = Taken;
            plotOfTrack[hypothesis.Track] = hypothesis.Plot;
        }
    }

    private void Reserve(int tracks, int plots)
    {
        if (_localOfTrack.Length < tracks)
        {
            _localOfTrack = new int[2 * tracks];
            _trackOfLocal = new int[2 * tracks];
            _columnOfRow = new int[2 * tracks];
        }

        if (_localOfPlot.Length < plots)
        {
            _localOfPlot = new int[2 * plots];
            _plotOfLocal = new int[2 * plots];
        }

        _localOfTrack.AsSpan(0, tracks).Fill(-1);
        _localOfPlot.AsSpan(0, plots).Fill(-1);
    }

    private static int Compare(Hypothesis left, Hypothesis right)
    {
        var order = left.Cost.CompareTo(right.Cost);
        if (order == 0) order = left.Track.CompareTo(right.Track);
        return order != 0 ? order : left.Plot.CompareTo(right.Plot);
    }
}
