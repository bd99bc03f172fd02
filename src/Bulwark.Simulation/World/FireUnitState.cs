using Bulwark.Core.Timing;
using Bulwark.Operations.Magazines;

namespace Bulwark.Simulation.World;

/// <summary>What changes about a fire unit during a run.</summary>
internal sealed class FireUnitState
{
    private readonly int[] _channels;

    /// <summary>Makes the state of a fresh fire unit.</summary>
    /// <param name="targetChannels">Target channels, at least 0.</param>
    /// <param name="magazine">Its rounds.</param>
    public FireUnitState(int targetChannels, Magazine magazine)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(targetChannels);
        ArgumentNullException.ThrowIfNull(magazine);
        _channels = new int[targetChannels];
        Array.Fill(_channels, -1);
        Magazine = magazine;
    }

    private FireUnitState(int[] channels, FireUnitState other)
    {
        _channels = channels;
        Magazine = other.Magazine.Copy();
        MissilesFlying = other.MissilesFlying;
        NextLaunchAt = other.NextLaunchAt;
    }

    /// <summary>Engagement on each target channel, or -1.</summary>
    public ReadOnlySpan<int> Channels => _channels;

    /// <summary>The rounds.</summary>
    public Magazine Magazine { get; }

    /// <summary>Missiles in flight: missile channels in use.</summary>
    public int MissilesFlying { get; set; }

    /// <summary>Earliest time of the next launch.</summary>
    public SimTime NextLaunchAt { get; set; }

    /// <summary>Target channels that are free.</summary>
    public int FreeChannels => _channels.AsSpan().Count(-1);

    /// <summary>Takes the first free channel.</summary>
    /// <param name="engagement">Index of the engagement that takes it.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="InvalidOperationException">No channel is free: the caller did not ask.</exception>
    public int TakeChannel(int engagement)
    {
        var channel = Array.IndexOf(_channels, -1);
        if (channel < 0) throw new InvalidOperationException("No target channel is free.");
        _channels[channel] = engagement;
        return channel;
    }

    /// <summary>Frees a channel.</summary>
    /// <param name="channel">The channel.</param>
    public void FreeChannel(int channel) => _channels[channel] = -1;

    /// <summary>An independent copy, possibly with another number of channels (a what-if).</summary>
    /// <param name="targetChannels">Channels of the copy; occupied ones are never taken away.</param>
    public FireUnitState Copy(int targetChannels)
    {
        var kept = _channels.Length;
        while (kept > targetChannels && _channels[kept - 1] < 0) kept--;
        var channels = new int[Math.Max(kept, targetChannels)];
        Array.Fill(channels, -1);
        _channels.AsSpan(0, Math.Min(kept, channels.Length)).CopyTo(channels);
        return new FireUnitState(channels, this);
    }
}
