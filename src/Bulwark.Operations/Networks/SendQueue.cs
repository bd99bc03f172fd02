using Bulwark.Core.Timing;

namespace Bulwark.Operations.Networks;

/// <summary>One direction of a link: messages waiting, channels taken.</summary>
internal sealed class SendQueue
{
    private readonly Queue<int> _waiting;

    public SendQueue() => _waiting = new Queue<int>();

    private SendQueue(SendQueue other)
    {
        _waiting = new Queue<int>(other._waiting);
        Sending = other.Sending;
        Crossings = other.Crossings;
    }

    /// <summary>Messages being sent.</summary>
    public int Sending { get; set; }

    /// <summary>Messages that have been sent off; numbers the random draws.</summary>
    public uint Crossings { get; set; }

    public int Count => _waiting.Count;

    public void Add(int row) => _waiting.Enqueue(row);

    public int Take() => _waiting.Dequeue();

    public SendQueue Copy() => new(this);

    /// <summary>When sending begins and ends for a message that may start now.</summary>
    public static SimTime SentAt(LinkParameters link, double capacityShare, int sender, int bits, SimTime now)
    {
        if (link.TimeDivision is not { } division)
        {
            var seconds = bits / (link.CapacityBitPerS * capacityShare);
            return now + SimDuration.FromSeconds(Math.Min(seconds, LongestSendS));
        }

        var slots = Math.Max(1L, (bits + division.BitsPerSlot - 1L) / division.BitsPerSlot);
        var last = now;
        if (slots > 1) last += SimDuration.FromSeconds(Math.Min(LongestSendS, (slots - 1) * division.PeriodS));

        // The last slot is the first of the sender's at or after that many periods from its first; both grids are the same.
        return division.SlotFrom(sender, last) + SimDuration.FromSeconds(division.SlotLengthS);
    }

    /// <summary>A message that would take longer is held for a year, which is for ever here, so that no figure can overflow the clock.</summary>
    private const double LongestSendS = 31_536_000;
}
