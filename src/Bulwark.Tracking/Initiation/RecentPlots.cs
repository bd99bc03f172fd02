using System.Runtime.CompilerServices;

namespace Bulwark.Tracking.Initiation;

/// <summary>The newest plots of a track and what each was worth, so that tracks living on the same plots are found.</summary>
internal struct RecentPlots
{
    /// <summary>Plots remembered.</summary>
    public const int Length = 8;

    private Serials _serials;
    private Gains _gains;
    private int _count;

    /// <summary>Plots remembered so far.</summary>
    public readonly int Count => Math.Min(_count, Length);

    /// <summary>Serial number of the newest plot; -1 for none.</summary>
    public readonly long Newest => _count == 0 ? -1 : _serials[(_count - 1) % Length];

    /// <summary>Serial number of the plot before the newest; -1 for none.</summary>
    public readonly long Previous => _count < 2 ? -1 : _serials[(_count - 2) % Length];

    /// <summary>Serial number of a plot remembered, in no particular order; -1 when it was taken away.</summary>
    public readonly long SerialAt(int place) => _serials[place];

    /// <summary>Remembers a plot; the oldest is forgotten.</summary>
    public void Push(long serial, double gain)
    {
        _serials[_count % Length] = serial;
        _gains[_count % Length] = gain;
        _count++;
    }

    /// <summary>Takes a plot away.</summary>
    /// <returns>What it was worth.</returns>
    public double Remove(int place)
    {
        _serials[place] = -1;
        return _gains[place];
    }

    [InlineArray(Length)]
    private struct Serials
    {
        private long _element0;
    }

    [InlineArray(Length)]
    private struct Gains
    {
        private double _element0;
    }
}
