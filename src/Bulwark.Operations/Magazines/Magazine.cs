using Bulwark.Core.Timing;

namespace Bulwark.Operations.Magazines;

/// <summary>
/// The rounds of a fire unit: on launchers of one or several types, each with rounds of one or several kinds, and in store. A kind of round on
/// a type of launcher is a <em>line</em>. An empty launcher can be reloaded from the store when a reload vehicle is free.
/// </summary>
public sealed class Magazine
{
    private readonly Launcher[] _launchers;
    private readonly LineLoad[] _loads;
    private readonly int[] _tubes;
    private readonly int[] _firstTube;
    private readonly int[] _ready;
    private readonly int[] _store;
    private int _reloading;

    /// <summary>A full magazine of launchers of one type with rounds of one kind.</summary>
    /// <param name="launchers">Number of launchers, at least 0.</param>
    /// <param name="roundsPerLauncher">Rounds on each, at least 1.</param>
    /// <param name="store">Rounds in store, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Magazine(int launchers, int roundsPerLauncher, int store)
        : this([new MagazineGroup(launchers, [new LineLoad(roundsPerLauncher, store)])])
    {
    }

    /// <summary>A full magazine.</summary>
    /// <param name="groups">Its launchers by type.</param>
    /// <param name="reloadVehicles">Launchers that can be reloaded at the same time, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Magazine(IReadOnlyList<MagazineGroup> groups, int reloadVehicles = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(reloadVehicles, 1);
        ReloadVehicles = reloadVehicles;
        var launchers = new List<Launcher>();
        var firstTube = new List<int>();
        var tubes = new List<int>();
        var loads = new List<LineLoad>();
        var ready = new List<int>();
        foreach (var group in groups)
        {
            var possible = group.Launchers >= 0 && group.Load.Count > 0 && group.Load.All(static load => load.PerLauncher > 0 && load.Store >= 0);
            if (!possible) throw new ArgumentOutOfRangeException(nameof(groups), "Launchers and stores are not negative, and a launcher carries at least one round of each kind.");
            for (var launcher = 0; launcher < group.Launchers; launcher++)
            {
                firstTube.Add(tubes.Count);
                tubes.AddRange(group.Load.Select(static load => load.PerLauncher));
                launchers.Add(new Launcher(loads.Count, group.Load.Count, group.Load.Sum(static load => load.PerLauncher), SimTime.Never));
            }

            loads.AddRange(group.Load);
            ready.AddRange(group.Load.Select(load => load.PerLauncher * group.Launchers));
        }

        _launchers = [.. launchers];
        _firstTube = [.. firstTube];
        _tubes = [.. tubes];
        _loads = [.. loads];
        _ready = [.. ready];
        _store = [.. loads.Select(static load => load.Store)];
    }

    private Magazine(Magazine other)
    {
        _launchers = (Launcher[])other._launchers.Clone();
        _firstTube = other._firstTube;
        _tubes = (int[])other._tubes.Clone();
        _loads = other._loads;
        _ready = (int[])other._ready.Clone();
        _store = (int[])other._store.Clone();
        _reloading = other._reloading;
        ReloadVehicles = other.ReloadVehicles;
    }

    /// <summary>Launchers that can be reloaded at the same time.</summary>
    public int ReloadVehicles { get; }

    /// <summary>The launchers.</summary>
    public ReadOnlySpan<Launcher> Launchers => _launchers;

    /// <summary>Rounds ready to fire, by line.</summary>
    public ReadOnlySpan<int> ReadyByLine => _ready;

    /// <summary>Rounds in store, by line.</summary>
    public ReadOnlySpan<int> StoreByLine => _store;

    /// <summary>Rounds in store.</summary>
    public int Store => Sum(_store);

    /// <summary>Rounds ready to fire now.</summary>
    public int Ready => Sum(_ready);

    /// <summary>Rounds left: on launchers, being loaded and in store.</summary>
    public int Left
    {
        get
        {
            var left = Store;
            foreach (var launcher in _launchers) left += launcher.Ready;
            return left;
        }
    }

    /// <summary>Fires a round of the first line that has one.</summary>
    /// <param name="launcher">The launcher it left from, or -1.</param>
    /// <returns>False when no round is ready.</returns>
    public bool TryFire(out int launcher)
    {
        launcher = -1;
        for (var line = 0; line < _ready.Length; line++)
        {
            if (_ready[line] > 0) return TryFire(line, out launcher);
        }

        return false;
    }

    /// <summary>Fires a round of a line, from the launcher that has most of them.</summary>
    /// <param name="line">The line.</param>
    /// <param name="launcher">The launcher it left from, or -1.</param>
    /// <returns>False when no round of the line is ready.</returns>
    public bool TryFire(int line, out int launcher)
    {
        launcher = -1;
        var most = 0;
        for (var index = 0; index < _launchers.Length; index++)
        {
            ref readonly var other = ref _launchers[index];
            if (!other.CanFire || line < other.FirstLine || line >= other.FirstLine + other.Lines) continue;
            var rounds = _tubes[Tube(index, line)];
            if (rounds > most) (launcher, most) = (index, rounds);
        }

        if (launcher < 0) return false;
        _tubes[Tube(launcher, line)]--;
        _launchers[launcher].Ready--;
        _ready[line]--;
        return true;
    }

    /// <summary>Starts the reload of an empty launcher or one that is to be reloaded, when the store has rounds for it and a reload vehicle is free.</summary>
    /// <param name="launcher">The launcher.</param>
    /// <param name="finished">When the reload will be finished.</param>
    /// <returns>False when it is not empty, already being reloaded, the store is empty or every vehicle busy.</returns>
    public bool TryStartReload(int launcher, SimTime finished)
    {
        ref var chosen = ref _launchers[launcher];
        if (!CanReload(launcher)) return false;
        for (var line = chosen.FirstLine; line < chosen.FirstLine + chosen.Lines; line++)
        {
            // What is still on it cannot be fired while it is being loaded.
            ref var tubes = ref _tubes[Tube(launcher, line)];
            if (!chosen.IsHeld) _ready[line] -= tubes;
            var taken = Math.Min(_loads[line].PerLauncher - tubes, _store[line]);
            _store[line] -= taken;
            tubes += taken;
            chosen.Ready += taken;
        }

        chosen.WantsReload = false;
        chosen.ReloadedAt = finished;
        _reloading++;
        return true;
    }

    /// <summary>Ends a reload: its rounds are ready.</summary>
    /// <param name="launcher">The launcher.</param>
    public void FinishReload(int launcher)
    {
        ref var chosen = ref _launchers[launcher];
        if (chosen.ReloadedAt == SimTime.Never) return;
        chosen.ReloadedAt = SimTime.Never;
        _reloading--;
        if (!chosen.IsHeld) CountReady(launcher, +1);
    }

    /// <summary>Holds a launcher's rounds back, or frees them. A held launcher is reloaded as any other.</summary>
    /// <param name="launcher">The launcher.</param>
    /// <param name="held">Whether they are held back from now on.</param>
    /// <returns>Rounds that are ready no more, or again: 0 when nothing changes or a reload is under way.</returns>
    public int Hold(int launcher, bool held)
    {
        ref var chosen = ref _launchers[launcher];
        if (chosen.IsHeld == held) return 0;
        chosen.IsHeld = held;
        if (chosen.ReloadedAt != SimTime.Never) return 0;
        CountReady(launcher, held ? -1 : +1);
        return chosen.Ready;
    }

    /// <summary>A launcher that is not full is to be reloaded as soon as there are rounds for it and a reload vehicle is free, also when it is not empty.</summary>
    /// <param name="launcher">The launcher.</param>
    public void WantReload(int launcher) => _launchers[launcher].WantsReload = true;

    /// <summary>Fills the launchers up with rounds from elsewhere; those that are being reloaded from the store are left as they are.</summary>
    /// <param name="rounds">Rounds that are there, at least 0.</param>
    /// <param name="takenByLine">Receives how many were taken of each line.</param>
    /// <returns>How many were taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="ArgumentException">There is not room for every line.</exception>
    public int Refill(int rounds, Span<int> takenByLine)
    {
        if (takenByLine.Length != _ready.Length) throw new ArgumentException("There is one number for each line.", nameof(takenByLine));
        takenByLine.Clear();
        ArgumentOutOfRangeException.ThrowIfNegative(rounds);
        var taken = 0;
        for (var index = 0; index < _launchers.Length; index++)
        {
            ref var launcher = ref _launchers[index];
            if (launcher.ReloadedAt != SimTime.Never) continue;
            for (var line = launcher.FirstLine; line < launcher.FirstLine + launcher.Lines; line++)
            {
                var more = Math.Min(_loads[line].PerLauncher - _tubes[Tube(index, line)], rounds - taken);
                _tubes[Tube(index, line)] += more;
                launcher.Ready += more;
                if (!launcher.IsHeld) _ready[line] += more;
                takenByLine[line] += more;
                taken += more;
            }
        }

        return taken;
    }

    /// <summary>The first launcher whose reload could start now, or -1: what a reload vehicle does next.</summary>
    public int NextToReload()
    {
        for (var index = 0; index < _launchers.Length; index++)
        {
            if (CanReload(index)) return index;
        }

        return -1;
    }

    /// <summary>An independent copy.</summary>
    public Magazine Copy() => new(this);

    private static int Sum(int[] counts)
    {
        var sum = 0;
        foreach (var count in counts) sum += count;
        return sum;
    }

    private void CountReady(int launcher, int sign)
    {
        ref readonly var chosen = ref _launchers[launcher];
        for (var line = chosen.FirstLine; line < chosen.FirstLine + chosen.Lines; line++) _ready[line] += sign * _tubes[Tube(launcher, line)];
    }

    private bool CanReload(int index)
    {
        ref readonly var launcher = ref _launchers[index];
        if ((launcher.Ready > 0 && !launcher.WantsReload) || launcher.ReloadedAt != SimTime.Never || _reloading >= ReloadVehicles) return false;
        for (var line = launcher.FirstLine; line < launcher.FirstLine + launcher.Lines; line++)
        {
            if (_store[line] > 0 && _tubes[Tube(index, line)] < _loads[line].PerLauncher) return true;
        }

        return false;
    }

    private int Tube(int launcher, int line) => _firstTube[launcher] + line - _launchers[launcher].FirstLine;
}
