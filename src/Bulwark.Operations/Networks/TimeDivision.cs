using Bulwark.Core.Timing;

namespace Bulwark.Operations.Networks;

/// <summary>
/// Time division: every sender has slots of its own that come again every frame, and a message waits for the sender's next one. The default frame
/// of 12 seconds with 1536 slots is that of the tactical data link used by NATO, as public descriptions give it. Immutable.
/// </summary>
public sealed record TimeDivision
{
    /// <summary>Length of a frame, seconds, above 0 to an hour.</summary>
    public double FrameS { get; init; } = 12;

    /// <summary>Slots in a frame, 1 to 100,000.</summary>
    public int Slots { get; init; } = 1536;

    /// <summary>Slots of one sender in a frame, evenly spread, 1 to <see cref="Slots"/>.</summary>
    public int SlotsPerSender { get; init; } = 1;

    /// <summary>Bits that one slot carries, above 0; a longer message takes several.</summary>
    public int BitsPerSlot { get; init; } = 210;

    /// <summary>Time from one slot of a sender to its next, seconds.</summary>
    public double PeriodS => FrameS / SlotsPerSender;

    /// <summary>Length of a slot, seconds.</summary>
    public double SlotLengthS => FrameS / Slots;

    /// <summary>What is wrong with the figures, in words; null when nothing is.</summary>
    public string? Problem =>
        !(FrameS is > 0 and <= 3600) ? $"A frame lasts up to an hour, not {FrameS} s."
        : Slots is < 1 or > 100_000 ? $"A frame has 1 to 100,000 slots, not {Slots}."
        : SlotsPerSender < 1 || SlotsPerSender > Slots ? $"A sender has between one slot and all {Slots} of them, not {SlotsPerSender}."
        : BitsPerSlot < 1 ? $"A slot carries at least one bit, not {BitsPerSlot}."
        : null;

    /// <summary>When the first slot of a sender begins that is not before a time.</summary>
    /// <param name="offset">Number of the sender: its first slot in a frame, taken modulo the slots of a period.</param>
    /// <param name="time">The time, at or after the start.</param>
    public SimTime SlotFrom(int offset, SimTime time)
    {
        // Whole nanoseconds from the start of the frames, so that no error adds up.
        var frame = SimDuration.FromSeconds(FrameS).Nanoseconds;
        var first = frame / Slots * (offset % Math.Max(1, Slots / SlotsPerSender));
        var index = time.Nanoseconds <= first ? 0 : (long)(((Int128)(time.Nanoseconds - first) * SlotsPerSender) / frame);
        while (true)
        {
            var begins = first + (long)((Int128)index * frame / SlotsPerSender);
            if (begins >= time.Nanoseconds) return new SimTime(begins);
            index++;
        }
    }
}
