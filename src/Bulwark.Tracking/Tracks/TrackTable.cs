using Bulwark.Core.Timing;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Tracks;

/// <summary>
/// The tracks in the order of their numbers, and when each sensor last gave each of them a plot. Flat arrays: a copy is two array copies.
/// </summary>
internal sealed class TrackTable
{
    // Beliefs are large: they are kept in blocks, so that growing moves none of them and wastes less than a block, none a large object of the collector.
    private const int BlockBits = 5;
    private const int BlockLength = 1 << BlockBits;

    /// <summary>Before every look.</summary>
    public static readonly SimTime LongAgo = new(long.MinValue / 2);

    // The slot of a track of one plot.
    private const int Begun = -1;

    private const int LooksAhead = 3;

    private readonly int _sensors;
    private Track[] _rows;
    private SimTime[] _lastLooks;
    private TrackIdentity[] _identities;
    private SimTime[] _nextLooks;
    private int[] _touched;
    private int[] _touchedRows = [];
    private int _touchedCount;
    private int _call;
    private ModeEstimate[][] _modes;
    private int[] _freeSlots;
    private int _freeCount;
    private int _usedSlots;
    private int _slotBlocks;
    private int _nextId = 1;

    // Rows before this one hold tracks; past the end when no row is empty.
    private int _firstEmptied = int.MaxValue;

    public TrackTable(int sensors)
    {
        _sensors = sensors;
        _rows = new Track[64];
        _lastLooks = new SimTime[64 * sensors];
        _identities = new TrackIdentity[64];
        _nextLooks = new SimTime[64];
        _touched = new int[64];
        _modes = new ModeEstimate[4][];
        Places = new TrackPlaces();
        Places.Reserve(64);
        _freeSlots = new int[64];
    }

    private TrackTable(TrackTable other, int sensors)
    {
        _sensors = sensors;
        _rows = [.. other._rows];
        _lastLooks = new SimTime[_rows.Length * sensors];
        _identities = [.. other._identities];
        _nextLooks = [.. other._nextLooks];
        _touched = new int[_rows.Length];
        _modes = Array.ConvertAll(other._modes, static block => (ModeEstimate[])block?.Clone()!);
        _slotBlocks = other._slotBlocks;
        Motion = other.Motion;
        _firstEmptied = other._firstEmptied;
        Places = other.Places.Copy();
        _freeSlots = [.. other._freeSlots];
        _freeCount = other._freeCount;
        _usedSlots = other._usedSlots;
        _nextId = other._nextId;
        Count = other.Count;
        ConfirmedCount = other.ConfirmedCount;
        History = other.History?.Copy();
        EarliestDue = other.EarliestDue;
        for (var row = 0; row < Count; row++)
        {
            LooksOf(row).Fill(new SimTime(long.MinValue / 2));
            other.LooksOf(row).CopyTo(LooksOf(row));
        }
    }

    public int Count { get; private set; }

    public int ConfirmedCount { get; set; }

    /// <summary>The motion models a track begins with.</summary>
    public MotionModelSet Motion { get; set; } = MotionModelSet.AirSurveillance;

    /// <summary>The latest updates of the tracks; null unless late plots are taken in exactly.</summary>
    public UpdateHistory? History { get; set; }

    /// <summary>Where the tracks of the rows may be met.</summary>
    public TrackPlaces Places { get; }

    /// <summary>No look of any track is over before this; usually it is later still.</summary>
    public SimTime EarliestDue { get; set; } = SimTime.Never;

    public Span<Track> Rows => _rows.AsSpan(0, Count);

    public TrackTable Copy() => new(this, _sensors);

    /// <summary>A copy for as many sensors or more, the further ones of which have not looked yet.</summary>
    public TrackTable Copy(int sensors) => new(this, sensors);

    /// <summary>
    /// Makes room for the tracks that so many plots may begin. There is room for several looks like that one: memory not yet used costs nothing, but a table left
    /// behind by a larger one costs its size until the collector comes.
    /// </summary>
    public void Reserve(int plots)
    {
        if (_rows.Length < Count + plots) Grow(Math.Max(2 * Count, Count + (LooksAhead * plots)));
    }

    /// <summary>Adds an empty row at the end.</summary>
    /// <returns>Its place.</returns>
    public int Add()
    {
        if (Count == _rows.Length) Grow(2 * Count);
        _rows[Count] = new Track { Id = _nextId++, Code = -1, LastMiss = LongAgo, LastBlank = LongAgo, Slot = Begun };
        LooksOf(Count).Fill(LongAgo);
        Touch(Count);
        return Count++;
    }

    /// <summary>Adds a row with the contents of another one under a new number.</summary>
    /// <returns>Its place.</returns>
    public int AddCopy(int row)
    {
        var copy = Add();
        var id = _rows[copy].Id;
        _rows[copy] = _rows[row];
        _rows[copy].Id = id;
        if (_rows[row].Slot >= 0)
        {
            var slot = NewSlot();
            _rows[copy].Slot = slot;
            _identities[slot] = _identities[_rows[row].Slot];
            ModesAt(slot) = ModesAt(_rows[row].Slot);
            History?.Copy(_rows[row].Slot, slot);
        }

        Places.Move(row, copy, 1);
        _nextLooks[copy] = _nextLooks[row];
        LooksOf(row).CopyTo(LooksOf(copy));
        return copy;
    }

    /// <summary>Exchanges what two rows hold, but for their numbers and what they count as.</summary>
    public void Swap(int left, int right)
    {
        (_rows[left], _rows[right]) = (_rows[right], _rows[left]);
        (_rows[left].Id, _rows[right].Id) = (_rows[right].Id, _rows[left].Id);
        (_rows[left].Status, _rows[right].Status) = (_rows[right].Status, _rows[left].Status);
        (_rows[left].Family, _rows[right].Family) = (_rows[right].Family, _rows[left].Family);
        (_nextLooks[left], _nextLooks[right]) = (_nextLooks[right], _nextLooks[left]);
        Places.Swap(left, right);
        Touch(left);
        Touch(right);
        var here = LooksOf(left);
        var there = LooksOf(right);
        for (var sensor = 0; sensor < _sensors; sensor++) (here[sensor], there[sensor]) = (there[sensor], here[sensor]);
    }

    /// <summary>When the look of a row's track is over that it waits for. Apart from the rows, because all of them are gone through often.</summary>
    public ref SimTime NextLookOf(int row) => ref _nextLooks[row];

    /// <summary>When each sensor last gave the track of a row a plot.</summary>
    public Span<SimTime> LooksOf(int row) => _lastLooks.AsSpan(row * _sensors, _sensors);

    /// <summary>
    /// What the motion models believe of the track of a row, to be changed. Of one plot they all believe the same, the track's own estimate: only a second plot gives
    /// them a place of their own, which the many tracks of one false plot never need.
    /// </summary>
    public ref ModeEstimate ModesOf(int row)
    {
        ref var track = ref _rows[row];
        if (track.Slot >= 0) return ref ModesAt(track.Slot);
        track.Slot = NewSlot();
        History?.Forget(track.Slot);
        _identities[track.Slot].IsJudged = false;
        ref var modes = ref ModesAt(track.Slot);
        ModeMoments.Spread(in track.Belief, Motion, out modes);
        return ref modes;
    }

    /// <summary>What the motion models believe of the track of a row, to be read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="begun">Holds it for a track of one plot.</param>
    public ref readonly ModeEstimate ModesOf(int row, ref ModeEstimate begun)
    {
        ref readonly var track = ref _rows[row];
        if (track.Slot >= 0) return ref ModesAt(track.Slot);
        ModeMoments.Spread(in track.Belief, Motion, out begun);
        return ref begun;
    }

    /// <summary>What the track of a row, given a second plot or confirmed, is believed to be.</summary>
    public ref TrackIdentity IdentityOf(int row) => ref _identities[_rows[row].Slot];

    /// <summary>Whether anything was made out of what the track of a row is.</summary>
    public bool IsJudged(int row) => _rows[row].Slot >= 0 && IdentityOf(row).IsJudged;

    /// <summary>Begins a call of several threads: no row is touched yet. Without it nobody asks, and nothing is noted.</summary>
    public void BeginCall() => (_call, _touchedCount) = (_call + 1, 0);

    /// <summary>The rows that were changed, or begun, during this call, in ascending order.</summary>
    public ReadOnlySpan<int> Touched => _touchedRows.AsSpan(0, _touchedCount);

    /// <summary>Notes that what gating goes by has changed in a row during this call.</summary>
    public void Touch(int row)
    {
        if (_call == 0 || _touched[row] == _call) return;
        _touched[row] = _call;
        if (_touchedCount == _touchedRows.Length) Array.Resize(ref _touchedRows, Math.Max(64, 2 * _touchedCount));
        var place = _touchedCount++;
        for (; place > 0 && _touchedRows[place - 1] > row; place--) _touchedRows[place] = _touchedRows[place - 1];
        _touchedRows[place] = row;
    }

    /// <summary>Whether a row was changed, or begun, during this call.</summary>
    public bool IsTouched(int row) => _touched[row] == _call;

    /// <summary>Finds a track's row.</summary>
    /// <returns>The row, or -1.</returns>
    public int Find(int id)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_rows[middle].Id == id) return middle;
            if (_rows[middle].Id < id) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    /// <summary>Marks a row as empty: its number becomes zero. It stays where it is until <see cref="RemoveEmptied"/>.</summary>
    public void Empty(int row)
    {
        if (_rows[row].Status == TrackStatus.Confirmed) ConfirmedCount--;
        _rows[row].Id = 0;
        _nextLooks[row] = SimTime.Never;
        _firstEmptied = Math.Min(_firstEmptied, row);
    }

    /// <summary>Takes out the empty rows; the others keep their order.</summary>
    public void RemoveEmptied()
    {
        if (_firstEmptied >= Count) return;
        var kept = _firstEmptied;
        _firstEmptied = int.MaxValue;
        for (int row = kept, end; row < Count; row = end)
        {
            end = row + 1;
            if (_rows[row].Id == 0)
            {
                if (_rows[row].Slot >= 0) _freeSlots[_freeCount++] = _rows[row].Slot;
                continue;
            }

            while (end < Count && _rows[end].Id != 0) end++;
            Array.Copy(_rows, row, _rows, kept, end - row);
            Array.Copy(_lastLooks, row * _sensors, _lastLooks, kept * _sensors, (end - row) * _sensors);
            Array.Copy(_nextLooks, row, _nextLooks, kept, end - row);
            Places.Move(row, kept, end - row);
            kept += end - row;
        }

        Count = kept;
    }

    private void Grow(int room)
    {
        Array.Resize(ref _rows, room);
        Array.Resize(ref _lastLooks, room * _sensors);
        Array.Resize(ref _nextLooks, room);
        Array.Resize(ref _touched, room);
        Places.Reserve(room);
    }

    private ref ModeEstimate ModesAt(int slot) => ref _modes[slot >> BlockBits][slot & (BlockLength - 1)];

    private int NewSlot()
    {
        if (_freeCount > 0) return _freeSlots[--_freeCount];
        if (_usedSlots == _slotBlocks * BlockLength)
        {
            if (_slotBlocks == _modes.Length) Array.Resize(ref _modes, 2 * _slotBlocks);
            _modes[_slotBlocks++] = new ModeEstimate[BlockLength];
        }

        if (_usedSlots == _identities.Length)
        {
            Array.Resize(ref _identities, _usedSlots + Math.Max(64, _usedSlots / 4));
            Array.Resize(ref _freeSlots, _identities.Length);
        }

        return _usedSlots++;
    }
}
