using Bulwark.Core.Numerics;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>
/// The scores of the benchmark, as its score.py defines them: OSPA and GOSPA (p = 2, alpha = 2) averaged over the scan ends, and
/// completeness, ambiguity, spuriousness, accuracy and changes of track from an optimal association at each scan end.
/// </summary>
internal sealed class BenchScore
{
    private readonly AssignmentSolver _solver = new();
    private readonly Dictionary<int, int> _trackOf = [];
    private readonly HashSet<int> _got = [];
    private double _ospa;
    private double _gospa;
    private double _error;
    private double _velocityError;
    private double _horizontal;
    private double _vertical;
    private int _scans;
    private int _truths;
    private int _tracks;
    private int _matched;
    private int _redundant;

    public double OspaM => _ospa / _scans;

    public double GospaM => _gospa / _scans;

    public double CompletenessShare => (double)_matched / _truths;

    public double AmbiguityRatio => (double)(_matched + _redundant) / _matched;

    public double SpuriousnessShare => _tracks == 0 ? 0 : (double)(_tracks - _matched - _redundant) / _tracks;

    public double PositionAccuracyM => _error / (_matched + _redundant);

    public double VelocityAccuracyMPerS => _velocityError / (_matched + _redundant);

    public double HorizontalRmsM => Math.Sqrt(_horizontal / _matched);

    public double VerticalRmsM => Math.Sqrt(_vertical / _matched);

    public int IdSwitches { get; private set; }

    public int Breaks { get; private set; }

    /// <summary>Takes in one scan end.</summary>
    public void Add(ReadOnlySpan<TruthState> truths, ReadOnlySpan<TruthState> tracks, double cutoffM)
    {
        _scans++;
        _truths += truths.Length;
        _tracks += tracks.Length;
        var pairs = Pairs(truths, tracks, cutoffM);
        var squared = cutoffM * cutoffM;
        var (near, count) = (0.0, 0);
        foreach (var pair in Assign(pairs, truths.Length, tracks.Length, squared))
        {
            near += pair.SquaredM2;
            count++;
        }

        var most = Math.Max(truths.Length, tracks.Length);
        if (most > 0) _ospa += Math.Sqrt((near + (squared * (most - count))) / most);
        _gospa += Math.Sqrt(near + (0.5 * squared * (truths.Length + tracks.Length - (2 * count))));
        Associate(pairs, truths, tracks, squared);
    }

    private void Associate(List<Pair> pairs, ReadOnlySpan<TruthState> truths, ReadOnlySpan<TruthState> tracks, double squared)
    {
        var taken = new bool[tracks.Length];
        var held = new bool[truths.Length];
        foreach (var pair in Assign(pairs, truths.Length, tracks.Length, 10 * squared))
        {
            var (truth, track) = (truths[pair.Truth], tracks[pair.Track]);
            taken[pair.Track] = held[pair.Truth] = true;
            _matched++;
            var apart = track.PositionM - truth.PositionM;
            _error += apart.Length;
            _velocityError += (track.VelocityMPerS - truth.VelocityMPerS).Length;
            _horizontal += (apart.East * apart.East) + (apart.North * apart.North);
            _vertical += apart.Up * apart.Up;
            if (_trackOf.TryGetValue(truth.Id, out var before) && before != track.Id) IdSwitches++;
            _trackOf[truth.Id] = track.Id;
            _got.Add(truth.Id);
        }

        for (var k = 0; k < truths.Length; k++)
        {
            if (!held[k] && _got.Remove(truths[k].Id)) Breaks++;
        }

        var nearest = new Dictionary<int, Pair>();
        foreach (var pair in pairs)
        {
            if (!taken[pair.Track] && (!nearest.TryGetValue(pair.Track, out var best) || pair.SquaredM2 < best.SquaredM2)) nearest[pair.Track] = pair;
        }

        foreach (var pair in nearest.Values)
        {
            _redundant++;
            _error += Math.Sqrt(pair.SquaredM2);
            _velocityError += (tracks[pair.Track].VelocityMPerS - truths[pair.Truth].VelocityMPerS).Length;
        }
    }

    private static List<Pair> Pairs(ReadOnlySpan<TruthState> truths, ReadOnlySpan<TruthState> tracks, double cutoffM)
    {
        var grid = new SpatialGrid();
        grid.Clear(cutoffM);
        for (var k = 0; k < truths.Length; k++) grid.Add(k, truths[k].PositionM.East, truths[k].PositionM.North, truths[k].PositionM.Up);
        var pairs = new List<Pair>();
        int[] near = [];
        for (var track = 0; track < tracks.Length; track++)
        {
            var place = tracks[track].PositionM;
            var found = grid.Query(place.East, place.North, place.Up, cutoffM, ref near);
            for (var k = 0; k < found; k++)
            {
                var distance = place.DistanceTo(truths[near[k]].PositionM);
                if (distance < cutoffM) pairs.Add(new Pair(track, near[k], distance * distance));
            }
        }

        return pairs;
    }

    // Groups that share no track and no truth are assigned apart; staying apart costs `alone`.
    private List<Pair> Assign(List<Pair> pairs, int truths, int tracks, double alone)
    {
        var parent = new int[truths + tracks];
        for (var k = 0; k < parent.Length; k++) parent[k] = k;
        foreach (var pair in pairs) parent[Root(parent, pair.Truth)] = Root(parent, truths + pair.Track);
        var chosen = new List<Pair>();
        foreach (var group in pairs.GroupBy(pair => Root(parent, pair.Truth)))
        {
            int[] rows = [.. group.Select(static pair => pair.Track).Distinct()];
            int[] columns = [.. group.Select(static pair => pair.Truth).Distinct()];
            var costs = new double[rows.Length * columns.Length];
            foreach (var pair in group) costs[(Array.IndexOf(rows, pair.Track) * columns.Length) + Array.IndexOf(columns, pair.Truth)] = pair.SquaredM2 - alone;
            var columnOfRow = new int[rows.Length];
            _solver.Solve(costs, rows.Length, columns.Length, columnOfRow, out _);
            for (var row = 0; row < rows.Length; row++)
            {
                if (columnOfRow[row] < 0) continue;
                var cost = costs[(row * columns.Length) + columnOfRow[row]];
                if (cost < 0) chosen.Add(new Pair(rows[row], columns[columnOfRow[row]], cost + alone));
            }
        }

        return chosen;
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    }

    private readonly record struct Pair(int Track, int Truth, double SquaredM2);
}
