using Bulwark.Core.Timing;

namespace Bulwark.Operations.Magazines;

/// <summary>The rounds of a battery: launchers and the store they are reloaded from. Copied with the run's tables.</summary>
public sealed class Magazine
{
    private readonly Launcher[] _launchers;

    /// <summary>Makes a magazine of full launchers.</summary>
    /// <param name="launchers">Number of launchers, at least 0.</param>
    /// <param name="roundsPerLauncher">Rounds on each, at least 1.</param>
    /// <param name="store">Rounds kept for reloading, at least 0.</param>
    public Magazine(int launchers, int roundsPerLauncher, int store)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(launchers);
        ArgumentOutOfRangeException.ThrowIfLessThan(roundsPerLauncher, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(store);
        _launchers = new Launcher[launchers];
        Array.Fill(_launchers, Launcher.Full(roundsPerLauncher));
        Store = store;
    }

    private Magazine(Magazine other)
    {
        _launchers = (Launcher[])other._launchers.Clone();
        Store = other.Store;
    }

    /// <summary>Rounds left for reloading.</summary>
    public int Store { get; private set; }

    /// <summary>The launchers.</summary>
    public ReadOnlySpan<Launcher> Launchers => _launchers;

    /// <summary>Rounds that can be fired now.</summary>
    public int Ready
    {
        get
        {
            var ready = 0;
            foreach (var launcher in _launchers)
            {
                if (launcher.CanFire) ready += launcher.Ready;
            }

            return ready;
        }
    }

    /// <summary>All rounds left: on launchers and in store.</summary>
    public int Left
    {
        get
        {
            var left = Store;
            foreach (var launcher in _launchers) left += launcher.Ready;
            return left;
        }
    }

    /// <summary>Takes a round from the fullest launcher that can fire (the first of equals).</summary>
    /// <param name="launcher">The launcher that fires, or -1.</param>
    /// <returns>False when no round is ready.</returns>
    public bool TryFire(out int launcher)
    {
        launcher = -1;
        for (var index = 0; index < _launchers.Length; index++)
        {
            if (_launchers[index].CanFire && (launcher < 0 || _launchers[index].Ready > _launchers[launcher].Ready)) launcher = index;
        }

        if (launcher < 0) return false;
        _launchers[launcher].Ready--;
        return true;
    }

    /// <summary>Starts the reload of an empty launcher when the store has rounds.</summary>
    /// <param name="launcher">The launcher.</param>
    /// <param name="finished">When the reload will be finished.</param>
    /// <returns>False when it is not empty, already being reloaded, or the store is empty.</returns>
    public bool TryStartReload(int launcher, SimTime finished)
    {
        ref var chosen = ref _launchers[launcher];
        if (chosen.Ready > 0 || chosen.ReloadedAt != SimTime.Never || Store == 0) return false;
        var taken = Math.Min(chosen.Capacity, Store);
        Store -= taken;
        chosen.Ready = taken;
        chosen.ReloadedAt = finished;
        return true;
    }

    /// <summary>Ends a reload: its rounds are ready.</summary>
    /// <param name="launcher">The launcher.</param>
    public void FinishReload(int launcher) => _launchers[launcher].ReloadedAt = SimTime.Never;

    /// <summary>An independent copy.</summary>
    public Magazine Copy() => new(this);
}
