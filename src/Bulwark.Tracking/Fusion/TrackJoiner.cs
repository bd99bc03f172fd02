using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Gating;

namespace Bulwark.Tracking.Fusion;

/// <summary>
/// Makes one picture of the tracks that several nodes send, where their plots do not arrive: tracks of different nodes that are near each other, by
/// their own covariances, are taken for one target and stay together until they part; their estimates are joined by covariance intersection, because
/// nothing is known of how their errors hang together. Mutable; the same calls give the same tracks.
/// Source: Blackman and Popoli, Design and Analysis of Modern Tracking Systems (1999), section 9.3 (track-to-track association); Julier and Uhlmann (1997).
/// </summary>
public sealed class TrackJoiner
{
    // A pair within this probability is one target; a member outside it that often in a row has parted.
    private const double GateProbability = 0.999;
    private const int PartingsInRow = 3;

    private static readonly double Gate = ChiSquareGate.Threshold(GateProbability, 3);

    private readonly List<Group> _groups = [];
    private readonly List<JoinedTrack> _joined = [];
    private readonly List<(double Distance, int Free, int Group)> _pairs = [];
    private readonly List<int> _free = [];
    private readonly Dictionary<(int Node, int Track), int> _placeOf = [];
    private int _nextId = 1;

    /// <summary>The picture after the last call, in the order of numbers.</summary>
    public IReadOnlyList<JoinedTrack> Tracks => _joined;

    /// <summary>Which tracks of which nodes make each of them.</summary>
    public IEnumerable<(int Id, int Node, int Track)> Members => _groups.SelectMany(static group => group.Members.Select(member => (group.Id, member.Node, member.Track)));

    /// <summary>Takes in all tracks that the nodes hold at a time.</summary>
    /// <param name="sent">The tracks, each node's each once, all for the same time.</param>
    /// <exception cref="ArgumentException">A node sends a track twice.</exception>
    public void Update(IReadOnlyList<SentTrack> sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        _placeOf.Clear();
        for (var place = 0; place < sent.Count; place++)
        {
            if (!_placeOf.TryAdd((sent[place].Node, sent[place].Track), place)) throw new ArgumentException($"Node {sent[place].Node} sends track {sent[place].Track} twice.", nameof(sent));
        }

        Keep(sent);
        Join(sent);
        _groups.RemoveAll(static group => group.Members.Count == 0);
        _joined.Clear();
        foreach (var group in _groups) _joined.Add(new JoinedTrack(group.Id, Fuse(group, sent, without: -1), group.Members.Count));
    }

    // Members that their node dropped leave, and so do those that have parted.
    private void Keep(IReadOnlyList<SentTrack> sent)
    {
        foreach (var group in _groups)
        {
            group.Members.RemoveAll(member => !_placeOf.ContainsKey((member.Node, member.Track)));
            for (var k = group.Members.Count - 1; k >= 0 && group.Members.Count > 1; k--)
            {
                var member = group.Members[k];
                var others = Fuse(group, sent, without: k);
                var parts = Distance(in others, sent[_placeOf[(member.Node, member.Track)]].Estimate) > Gate ? member.Partings + 1 : 0;
                if (parts >= PartingsInRow) group.Members.RemoveAt(k);
                else group.Members[k] = member with { Partings = parts };
            }
        }

        _free.Clear();
        var held = new HashSet<(int, int)>();
        foreach (var group in _groups)
        {
            foreach (var member in group.Members) held.Add((member.Node, member.Track));
        }

        for (var place = 0; place < sent.Count; place++)
        {
            if (!held.Contains((sent[place].Node, sent[place].Track))) _free.Add(place);
        }
    }

    // The nearest pairs first; a target has at most one track of each node.
    private void Join(IReadOnlyList<SentTrack> sent)
    {
        _pairs.Clear();
        for (var group = 0; group < _groups.Count && _free.Count > 0; group++)
        {
            if (_groups[group].Members.Count == 0) continue;
            var estimate = Fuse(_groups[group], sent, without: -1);
            foreach (var place in _free)
            {
                var distance = Distance(in estimate, sent[place].Estimate);
                if (distance <= Gate) _pairs.Add((distance, place, group));
            }
        }

        _pairs.Sort();
        foreach (var (_, place, group) in _pairs)
        {
            if (!_free.Contains(place) || _groups[group].Members.Exists(member => member.Node == sent[place].Node)) continue;
            _groups[group].Members.Add(new Member(sent[place].Node, sent[place].Track, 0));
            _free.Remove(place);
        }

        // What is left makes targets of its own, and those of different nodes may again be one.
        for (var k = 0; k < _free.Count; k++)
        {
            var place = _free[k];
            var nearest = -1;
            var least = Gate;
            for (var group = 0; group < _groups.Count; group++)
            {
                if (!_groups[group].IsNew || _groups[group].Members.Exists(member => member.Node == sent[place].Node)) continue;
                var distance = Distance(Fuse(_groups[group], sent, without: -1), sent[place].Estimate);
                if (distance > least) continue;
                (nearest, least) = (group, distance);
            }

            if (nearest < 0)
            {
                _groups.Add(new Group(_nextId++));
                nearest = _groups.Count - 1;
            }

            _groups[nearest].Members.Add(new Member(sent[place].Node, sent[place].Track, 0));
        }

        foreach (var group in _groups) group.IsNew = false;
    }

    private KinematicEstimate Fuse(Group group, IReadOnlyList<SentTrack> sent, int without)
    {
        var (fused, any) = (default(KinematicEstimate), false);
        for (var k = 0; k < group.Members.Count; k++)
        {
            if (k == without) continue;
            var own = sent[_placeOf[(group.Members[k].Node, group.Members[k].Track)]].Estimate;
            if (!any) (fused, any) = (own, true);
            else if (CovarianceIntersection.TryFuse(in fused, in own, out var both, out _)) fused = both;
            else if (own.PositionSigmaM < fused.PositionSigmaM) fused = own;
        }

        return fused;
    }

    // The squared distance of the positions by the sum of their covariances; infinite where that is no measure.
    private static double Distance(in KinematicEstimate left, in KinematicEstimate right)
    {
        var apart = left.Position - right.Position;
        var bound = left.PositionSigmaM + right.PositionSigmaM;
        if (apart.LengthSquared > Gate * bound * bound) return double.PositiveInfinity;
        Span<double> sum = stackalloc double[9];
        Span<double> inverse = stackalloc double[9];
        for (var k = 0; k < 9; k++) sum[k] = left.Covariance[(6 * (k / 3)) + (k % 3)] + right.Covariance[(6 * (k / 3)) + (k % 3)];
        if (!SmallMatrix.TryInvertSymmetric3(sum, inverse, out var determinant) || !(determinant > 0)) return double.PositiveInfinity;
        var solved = new EcefVector(
            (inverse[0] * apart.X) + (inverse[1] * apart.Y) + (inverse[2] * apart.Z),
            (inverse[3] * apart.X) + (inverse[4] * apart.Y) + (inverse[5] * apart.Z),
            (inverse[6] * apart.X) + (inverse[7] * apart.Y) + (inverse[8] * apart.Z));
        return apart.Dot(solved);
    }

    private readonly record struct Member(int Node, int Track, int Partings);

    private sealed class Group(int id)
    {
        public int Id { get; } = id;

        public bool IsNew { get; set; } = true;

        public List<Member> Members { get; } = [];
    }
}
