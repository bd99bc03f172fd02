using Bulwark.Tracking.Association;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Initiation;

/// <summary>
/// Grows tentative tracks as trees of hypotheses: each plot in a gate makes a branch, and so does the chance that none of them is the
/// target's. A branch is scored by its likelihood ratio and confirmed by a sequential test; what lives on the plots of a confirmed
/// track loses them.
/// Source: Blackman and Popoli, Design and Analysis of Modern Tracking Systems (1999), sections 6.2 (sequential test) and 16.3
/// (track-oriented multiple hypotheses).
/// </summary>
internal sealed class TentativeBranches(TrackerParameters parameters, TrackKeeper keeper)
{
    private const int LargestBranching = 4;

    // A branch this much poorer than its best sibling (in log likelihood) is not worth following.
    private const double LargestLag = 6;

    private static readonly Comparison<Candidate> ByOdds = Compare;
    private static readonly Comparison<Key> ByPlot = Compare;

    // Aircraft fly in company: a hypothesis with one more track is preferred by this much (log odds) to one with fewer.
    private const double Companion = 2;

    private readonly CompatibleSet _set = new();
    private bool[] _isSelected = [];
    private int[] _group = [];
    private int[] _placeOf = [];
    private int[] _firstOf = [];
    private int[] _nextOf = [];
    private int[] _firstKeyOf = [];
    private int[] _nextKey = [];
    private int[] _touched = [];
    private int _touchedCount;
    private readonly ulong[] _filter = new ulong[512];
    private Key[] _keys = [];
    private Candidate[] _candidates = [];

    /// <summary>Begins with the plots of another sensor.</summary>
    public void Begin() => _touchedCount = 0;

    /// <summary>Notes that the tentative track of a row has got a plot.</summary>
    public void Touch(int row)
    {
        if (_touchedCount == _touched.Length) Array.Resize(ref _touched, Math.Max(64, 2 * _touchedCount));
        _touched[_touchedCount++] = row;
    }

    /// <summary>Gives the plots approached to the tentative tracks, splitting them where there is a choice.</summary>
    public void Extend(Gater gater, PlotBatch batch, List<TrackChange> changes)
    {
        var table = keeper.Table;
        Span<int> best = stackalloc int[LargestBranching];

        // While none can be confirmed, what cannot be decided now need not be kept open: every track has one future.
        var isFull = table.ConfirmedCount >= parameters.MaximumTracks;
        gater.Begin(table, TrackStanding.Tentative, batch);
        while (gater.TryNext(table, batch))
        {
            var pairs = gater.Hypotheses;
            var row = pairs[0].Track;
            var count = Best(pairs, best);
            var leading = pairs[best[0]].LogRatio;
            var odds = table.Rows[row].LogOdds;
            if (odds + leading < parameters.AbandonmentLogOdds) continue;
            for (var k = 1; k < count && !isFull; k++)
            {
                if (pairs[best[k]].LogRatio < Math.Max(leading - LargestLag, parameters.AbandonmentLogOdds - odds)) continue;
                Take(keeper.Split(row, changes), gater, batch, in pairs[best[k]], changes);
            }

            if (!isFull && odds + leading < 0 && odds + Math.Log(1 - parameters.DetectionProbability) > parameters.AbandonmentLogOdds)
            {
                keeper.Split(row, changes);
            }

            Take(row, gater, batch, in pairs[best[0]], changes);
        }

        DropTwins(changes);
    }

    /// <summary>Confirms what has earned it since the last time and is part of the best global hypothesis.</summary>
    public void Confirm(long since, List<TrackChange> changes)
    {
        var table = keeper.Table;
        var (count, due) = (0, false);
        for (var k = 0; k < _touchedCount; k++)
        {
            var row = _touched[k];
            ref readonly var track = ref table.Rows[row];
            if (track.Status == TrackStatus.Confirmed || track.Id == 0 || track.Recent.Newest < since) continue;
            if (track.Hits < Math.Min(2, parameters.ConfirmationHits) || track.LogOdds < -Companion) continue;
            due |= IsDue(in track);
            if (count == _candidates.Length) Array.Resize(ref _candidates, Math.Max(64, 2 * count));
            _candidates[count++] = new Candidate(row, track.LogOdds);
        }

        if (!due) return;
        _candidates.AsSpan(0, count).Sort(ByOdds);
        Select(count);
        var keys = -1;
        for (var k = 0; k < count; k++)
        {
            var row = _candidates[k].Row;
            ref readonly var track = ref table.Rows[row];
            if (!_isSelected[k] || track.Id == 0 || !IsDue(in track)) continue;
            if (keys < 0) keys = IndexPlots(count);
            keeper.ConfirmIfDue(row, changes);
            TakeAway(row, _keys.AsSpan(0, keys), changes);
        }
    }

    // Candidates that share plots exclude each other; each group of them is solved apart, the heaviest first.
    private void Select(int count)
    {
        var table = keeper.Table;
        if (_isSelected.Length < count)
        {
            _isSelected = new bool[2 * count];
            _group = new int[2 * count];
            _placeOf = new int[2 * count];
            _firstOf = new int[2 * count];
            _nextOf = new int[2 * count];
            _firstKeyOf = new int[2 * count];
        }

        var keys = 0;
        for (var k = 0; k < count; k++)
        {
            _group[k] = k;
            ref readonly var recent = ref table.Rows[_candidates[k].Row].Recent;
            for (var place = 0; place < recent.Count; place++)
            {
                if (recent.SerialAt(place) < 0) continue;
                if (keys == _keys.Length) Array.Resize(ref _keys, Math.Max(64, 2 * keys));
                _keys[keys++] = new Key(recent.SerialAt(place), k, 0, k, place);
            }
        }

        _keys.AsSpan(0, keys).Sort(ByPlot);
        for (var k = 1; k < keys; k++)
        {
            if (_keys[k].Serial != _keys[k - 1].Serial) continue;
            var (left, right) = (Root(_keys[k - 1].Row), Root(_keys[k].Row));
            _group[Math.Max(left, right)] = Math.Min(left, right);
        }

        // Each group's candidates and keys hang on a chain that starts at the group's first candidate and keeps their order.
        _firstOf.AsSpan(0, count).Fill(-1);
        _firstKeyOf.AsSpan(0, count).Fill(-1);
        if (_nextKey.Length < keys) _nextKey = new int[2 * keys];
        for (var k = count - 1; k >= 0; k--) Chain(_firstOf, _nextOf, Root(k), k);
        for (var k = keys - 1; k >= 0; k--) Chain(_firstKeyOf, _nextKey, Root(_keys[k].Row), k);
        for (var first = 0; first < count; first++)
        {
            if (_firstOf[first] >= 0) SolveGroup(first);
        }
    }

    private void SolveGroup(int group)
    {
        _set.Clear();
        for (var k = _firstOf[group]; k >= 0; k = _nextOf[k]) _placeOf[k] = _set.Add(_candidates[k].LogOdds + Companion);
        for (var k = _firstKeyOf[group]; k >= 0; k = _nextKey[k])
        {
            for (var other = _nextKey[k]; other >= 0 && _keys[other].Serial == _keys[k].Serial; other = _nextKey[other])
            {
                var (left, right) = (_placeOf[_keys[k].Row], _placeOf[_keys[other].Row]);
                if (left >= 0 && right >= 0) _set.Exclude(left, right);
            }
        }

        var chosen = _set.Solve();
        for (var k = _firstOf[group]; k >= 0; k = _nextOf[k]) _isSelected[k] = _placeOf[k] >= 0 && ((chosen >> _placeOf[k]) & 1) != 0;
    }

    private static void Chain(int[] first, int[] next, int at, int item) => (next[item], first[at]) = (first[at], item);

    private int Root(int item)
    {
        while (_group[item] != item) item = _group[item] = _group[_group[item]];
        return item;
    }

    private bool IsDue(ref readonly Track track) => keeper.IsDue(in track);

    private void Take(int row, Gater gater, PlotBatch batch, in Hypothesis hypothesis, List<TrackChange> changes)
    {
        Touch(row);
        keeper.Take(row, in batch.Selected[hypothesis.Plot], hypothesis.Plot, in gater.OutcomeOf(in hypothesis), hypothesis.LogRatio, changes);
        if (keeper.Table.Rows[row].LogOdds < 0 || batch.Used[hypothesis.Plot]) return;
        batch.Used[hypothesis.Plot] = true;
        keeper.Counters.TentativeUpdates++;
    }

    // The places of the likeliest pairs.
    private static int Best(ReadOnlySpan<Hypothesis> pairs, Span<int> best)
    {
        var count = 0;
        for (var k = 0; k < pairs.Length; k++)
        {
            var place = count;
            while (place > 0 && pairs[k].Cost < pairs[best[place - 1]].Cost) place--;
            if (place == LargestBranching) continue;
            if (count < LargestBranching) count++;
            for (var move = count - 1; move > place; move--) best[move] = best[move - 1];
            best[place] = k;
        }

        return count;
    }

    // Branches whose two newest plots are the same tell the same story from then on; the likeliest stands for all.
    private void DropTwins(List<TrackChange> changes)
    {
        var table = keeper.Table;
        var count = 0;
        for (var k = 0; k < _touchedCount; k++)
        {
            var row = _touched[k];
            ref readonly var track = ref table.Rows[row];
            if (track.Recent.Previous < 0) continue;
            if (count == _keys.Length) Array.Resize(ref _keys, Math.Max(64, 2 * count));
            _keys[count++] = new Key(track.Recent.Newest, track.Recent.Previous, -track.LogOdds, row, 0);
        }

        _keys.AsSpan(0, count).Sort(ByPlot);
        for (var k = 1; k < count; k++)
        {
            if (_keys[k].Serial != _keys[k - 1].Serial || _keys[k].Second != _keys[k - 1].Second) continue;
            keeper.Drop(_keys[k].Row, table.Rows[_keys[k].Row].Belief.Time, changes);
        }
    }

    // Which tentative tracks hold a plot that one of the tracks to be confirmed holds. A filter by the last bits of the plots' numbers
    // passes over nearly all others without sorting them.
    private int IndexPlots(int candidates)
    {
        const int FilterBits = 1 << 15;
        var table = keeper.Table;
        _filter.AsSpan().Clear();
        for (var k = 0; k < candidates; k++)
        {
            ref readonly var track = ref table.Rows[_candidates[k].Row];
            if (!_isSelected[k] || !IsDue(in track)) continue;
            for (var place = 0; place < track.Recent.Count; place++) _filter[(track.Recent.SerialAt(place) & (FilterBits - 1)) >> 6] |= 1UL << (int)(track.Recent.SerialAt(place) & 63);
        }

        var count = 0;
        for (var row = 0; row < table.Count; row++)
        {
            ref readonly var track = ref table.Rows[row];
            if (track.Status != TrackStatus.Tentative || track.Id == 0) continue;
            for (var place = 0; place < track.Recent.Count; place++)
            {
                var serial = track.Recent.SerialAt(place);
                if (serial < 0 || ((_filter[(serial & (FilterBits - 1)) >> 6] >> (int)(serial & 63)) & 1) == 0) continue;
                if (count == _keys.Length) Array.Resize(ref _keys, Math.Max(64, 2 * count));
                _keys[count++] = new Key(serial, place, 0, row, place);
            }
        }

        _keys.AsSpan(0, count).Sort(ByPlot);
        return count;
    }

    // Other tentative tracks lose the plots of one that is now believed in, and what they were worth.
    private void TakeAway(int row, ReadOnlySpan<Key> keys, List<TrackChange> changes)
    {
        var table = keeper.Table;
        var own = table.Rows[row].Recent;
        for (var place = 0; place < own.Count; place++)
        {
            var serial = own.SerialAt(place);
            if (serial < 0) continue;
            for (var k = FirstOf(keys, serial); k < keys.Length && keys[k].Serial == serial; k++)
            {
                ref var other = ref table.Rows[keys[k].Row];
                if (keys[k].Row == row || other.Id == 0 || other.Status == TrackStatus.Confirmed || other.Recent.SerialAt(keys[k].Place) != serial) continue;
                other.LogOdds -= other.Recent.Remove(keys[k].Place) - Math.Log(1 - parameters.DetectionProbability);
                other.Hits--;
                table.Touch(keys[k].Row);
                if (other.LogOdds > parameters.AbandonmentLogOdds && other.Hits > 0) continue;
                keeper.Drop(keys[k].Row, other.Belief.Time, changes);
            }
        }
    }

    private static int FirstOf(ReadOnlySpan<Key> keys, long serial)
    {
        var (low, high) = (0, keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keys[middle].Serial < serial) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static int Compare(Candidate left, Candidate right)
    {
        var order = right.LogOdds.CompareTo(left.LogOdds);
        return order != 0 ? order : left.Row.CompareTo(right.Row);
    }

    private static int Compare(Key left, Key right)
    {
        var order = left.Serial.CompareTo(right.Serial);
        if (order == 0) order = left.Second.CompareTo(right.Second);
        if (order == 0) order = left.Cost.CompareTo(right.Cost);
        return order != 0 ? order : left.Row.CompareTo(right.Row);
    }

    private readonly record struct Candidate(int Row, double LogOdds);

    private readonly record struct Key(long Serial, long Second, double Cost, int Row, int Place);
}
