using Bulwark.Core.Numerics;

namespace Bulwark.Tracking.Metrics;

/// <summary>
/// Finds the tracks and targets that are near each other and pairs them one to one at least cost. Pairs that share no track and no
/// target are solved apart, which changes nothing in the optimum and lets ten thousand targets be scored. Keeps its memory; not safe
/// for use by two threads at once.
/// </summary>
internal sealed class PairMatcher
{
    private readonly SpatialGrid _grid = new();
    private readonly AssignmentSolver _solver = new();
    private readonly List<ScoredPair> _sorted = [];
    private int[] _near = [];
    private int[] _parent = [];
    private int[] _row = [];
    private int[] _column = [];
    private int[] _columnOfRow = [];
    private double[] _costs = [];
    private int[] _pairAt = [];

    /// <summary>All pairs closer than the cutoff, in the order of tracks.</summary>
    public void FindNear(ReadOnlySpan<ScoredState> truths, ReadOnlySpan<ScoredState> tracks, double cutoffM, List<ScoredPair> pairs)
    {
        pairs.Clear();
        _grid.Clear(cutoffM);
        for (var k = 0; k < truths.Length; k++) _grid.Add(k, truths[k].PositionM.East, truths[k].PositionM.North, truths[k].PositionM.Up);
        for (var track = 0; track < tracks.Length; track++)
        {
            var place = tracks[track].PositionM;

            // A little wider than the cutoff, so that rounding in the grid excludes nobody; the distance itself decides.
            var found = _grid.Query(place.East, place.North, place.Up, cutoffM * (1 + 1e-9), ref _near);
            Array.Sort(_near, 0, found);
            for (var k = 0; k < found; k++)
            {
                var distance = place.DistanceTo(truths[_near[k]].PositionM);
                if (distance < cutoffM) pairs.Add(new ScoredPair(track, _near[k], distance));
            }
        }
    }

    /// <summary>The one-to-one choice among pairs that makes the sum of squared distances, plus a price for everyone left alone, least.</summary>
    /// <param name="pairs">The pairs to choose from.</param>
    /// <param name="truths">How many targets there are.</param>
    /// <param name="tracks">How many tracks there are.</param>
    /// <param name="aloneM2">Price of not making a pair, square metres; above the square of any distance, so that pairs are worth making.</param>
    /// <param name="chosen">Receives the chosen pairs.</param>
    public void Match(List<ScoredPair> pairs, int truths, int tracks, double aloneM2, List<ScoredPair> chosen)
    {
        chosen.Clear();
        if (pairs.Count == 0) return;
        Group(pairs, truths, tracks);
        for (var first = 0; first < _sorted.Count;)
        {
            var root = Root(_sorted[first].Truth);
            var end = first + 1;
            while (end < _sorted.Count && Root(_sorted[end].Truth) == root) end++;
            if (end == first + 1) chosen.Add(_sorted[first]);
            else Solve(first, end, aloneM2, chosen);
            first = end;
        }
    }

    private void Group(List<ScoredPair> pairs, int truths, int tracks)
    {
        Grow(ref _parent, truths + tracks);
        Grow(ref _row, tracks);
        Grow(ref _column, truths);
        for (var k = 0; k < truths + tracks; k++) _parent[k] = k;
        foreach (var pair in pairs) _parent[Root(pair.Truth)] = Root(truths + pair.Track);
        _sorted.Clear();
        _sorted.AddRange(pairs);
        _sorted.Sort((left, right) =>
        {
            var order = Root(left.Truth).CompareTo(Root(right.Truth));
            if (order == 0) order = left.Track.CompareTo(right.Track);
            return order == 0 ? left.Truth.CompareTo(right.Truth) : order;
        });
    }

    private void Solve(int first, int end, double aloneM2, List<ScoredPair> chosen)
    {
        for (var k = first; k < end; k++) _row[_sorted[k].Track] = _column[_sorted[k].Truth] = -1;
        var (rows, columns) = (0, 0);
        for (var k = first; k < end; k++)
        {
            if (_row[_sorted[k].Track] < 0) _row[_sorted[k].Track] = rows++;
            if (_column[_sorted[k].Truth] < 0) _column[_sorted[k].Truth] = columns++;
        }

        Grow(ref _costs, rows * columns);
        Grow(ref _pairAt, rows * columns);
        Grow(ref _columnOfRow, rows);
        Array.Fill(_pairAt, -1, 0, rows * columns);
        Array.Clear(_costs, 0, rows * columns);
        for (var k = first; k < end; k++)
        {
            var at = (_row[_sorted[k].Track] * columns) + _column[_sorted[k].Truth];
            _pairAt[at] = k;
            _costs[at] = (_sorted[k].DistanceM * _sorted[k].DistanceM) - aloneM2;
        }

        _solver.Solve(_costs.AsSpan(0, rows * columns), rows, columns, _columnOfRow, out _);
        for (var row = 0; row < rows; row++)
        {
            if (_columnOfRow[row] < 0) continue;
            var at = _pairAt[(row * columns) + _columnOfRow[row]];
            if (at >= 0) chosen.Add(_sorted[at]);
        }
    }

    private int Root(int node)
    {
        while (_parent[node] != node) node = _parent[node] = _parent[_parent[node]];
        return node;
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length) array = new T[Math.Max(length, 2 * array.Length)];
    }
}
