using System.Runtime.CompilerServices;

namespace Bulwark.Tracking.Association;

/// <summary>Which plots one account of a confirmed track took at the latest times there was something to decide.</summary>
internal struct RecentDecisions
{
    /// <summary>Decisions remembered.</summary>
    public const int Length = 8;

    /// <summary>Stands for taking no plot.</summary>
    public const long None = -1;

    private Serials _serials;
    private int _count;

    /// <summary>How a plot is noted that is shared with another track: apart from what a plot of its own is, and as no claim on it.</summary>
    public static long Shared(long serial) => -2 - serial;

    /// <summary>The serial number of the plot of a decision that is not <see cref="None"/>.</summary>
    public static long PlotOf(long decision) => decision >= 0 ? decision : -2 - decision;

    /// <summary>Decisions remembered so far.</summary>
    public readonly int Count => Math.Min(_count, Length);

    /// <summary>Serial number of the plot taken some decisions ago, or <see cref="None"/>.</summary>
    /// <param name="ago">0 for the latest decision; less than <see cref="Count"/>.</param>
    public readonly long At(int ago) => _serials[(_count - 1 - ago) % Length];

    /// <summary>Remembers a decision; the oldest is forgotten.</summary>
    public void Push(long serial)
    {
        _serials[_count % Length] = serial;
        if (++_count == 2 * Length) _count = Length;
    }

    [InlineArray(Length)]
    private struct Serials
    {
        private long _element0;
    }
}
