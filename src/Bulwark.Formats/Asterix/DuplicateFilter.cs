namespace Bulwark.Formats.Asterix;

/// <summary>
/// Remembers the last records and recognises one that comes again, octet by octet: two feeds of one radar in the same recording.
/// Memory is bounded. Mutable.
/// </summary>
/// <param name="windowS">How long a record is remembered, in seconds of the receive clock.</param>
internal sealed class DuplicateFilter(double windowS)
{
    private const int Remembered = 8192;

    private readonly Dictionary<ulong, int> _slotOfHash = new(Remembered);
    private readonly Slot[] _slots = new Slot[Remembered];
    private int _next;

    private struct Slot
    {
        public byte[]? Octets;
        public int Length;
        public int Category;
        public double? TimeS;
        public ulong Hash;
    }

    /// <summary>Whether the record repeats one that is still remembered; otherwise remembers it.</summary>
    public bool IsRepeated(AsterixRecord record)
    {
        var octets = record.Octets;
        var hash = Hash(record.Category, octets);
        if (_slotOfHash.TryGetValue(hash, out var known) && Matches(ref _slots[known], record)) return true;
        ref var slot = ref _slots[_next];
        if (slot.Octets is not null && _slotOfHash.TryGetValue(slot.Hash, out var owner) && owner == _next) _slotOfHash.Remove(slot.Hash);
        if (slot.Octets is null || slot.Octets.Length < octets.Length) slot.Octets = new byte[Math.Max(64, octets.Length)];
        octets.CopyTo(slot.Octets);
        slot.Length = octets.Length;
        slot.Category = record.Category;
        slot.TimeS = record.ReceiveTimeS;
        slot.Hash = hash;
        _slotOfHash[hash] = _next;
        _next = (_next + 1) % Remembered;
        return false;
    }

    private bool Matches(ref Slot slot, AsterixRecord record)
    {
        if (slot.Category != record.Category || !record.Octets.SequenceEqual(slot.Octets.AsSpan(0, slot.Length))) return false;

        // Across midnight the receive clock starts again, so the distance is taken around the day.
        return slot.TimeS is not { } earlier || record.ReceiveTimeS is not { } now
            || Math.Abs(Math.IEEERemainder(now - earlier, DayClock.DayS)) <= windowS;
    }

    private static ulong Hash(int category, ReadOnlySpan<byte> octets)
    {
        // FNV-1a, 64 bits: Fowler, Noll and Vo, draft-eastlake-fnv, section 2.
        var hash = 0xCBF29CE484222325UL ^ (uint)category;
        unchecked
        {
            foreach (var octet in octets) hash = (hash ^ octet) * 0x100000001B3UL;
        }

        return hash;
    }
}
