using System.Runtime.InteropServices;

namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// The weapon-target assignment problem: units with channels, rounds and salvos; targets with values; for each pair that geometry,
/// envelope and radar allow, the kill probability of one round. Maximise the expected value stopped,
/// Σ v·s·(1 − Π (1 − p)^x) − Σ c·x, over whole rounds x within every limit. Source of the form: Ahuja, Kumar, Jha and Orlin, "Exact and
/// heuristic algorithms for the weapon-target assignment problem", Operations Research 55 (2007) 1136-1146, section 1; limits by
/// channel, salvo and engagement are added.
/// </summary>
/// <remarks>Memory is kept when it is cleared. Not safe for use by two threads at once.</remarks>
public sealed class AssignmentProblem
{
    /// <summary>Most rounds of a salvo.</summary>
    public const int LargestSalvo = 16;

    private readonly List<AssignmentUnit> _units = [];
    private readonly List<AssignmentTarget> _targets = [];
    private double[] _kill = [];

    /// <summary>The units.</summary>
    public IReadOnlyList<AssignmentUnit> Units => _units;

    /// <summary>The targets.</summary>
    public IReadOnlyList<AssignmentTarget> Targets => _targets;

    /// <summary>Pairs with a smaller kill probability of one round are not used, 0 to 1.</summary>
    public double PkFloorProbability { get; private set; }

    /// <summary>Begins a new problem with its units and targets; no pair is possible until <see cref="Allow"/> says so.</summary>
    /// <param name="units">The units.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="pkFloorProbability">Pairs with a smaller kill probability of one round are not used.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public void Reset(ReadOnlySpan<AssignmentUnit> units, ReadOnlySpan<AssignmentTarget> targets, double pkFloorProbability = 0)
    {
        if (!(pkFloorProbability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(pkFloorProbability), pkFloorProbability, "The floor is a probability, 0 to 1.");
        foreach (var unit in units)
        {
            if (unit.Channels < 0 || unit.Rounds < 0 || unit.MaximumSalvo is < 1 or > LargestSalvo || !(unit.RoundWorthRatio >= 0) || !double.IsFinite(unit.RoundWorthRatio))
                throw new ArgumentOutOfRangeException(nameof(units), unit, $"Channels, rounds and the worth of a round are not negative; a salvo is 1 to {LargestSalvo} rounds.");
        }

        foreach (var target in targets)
        {
            if (!(target.ValueRatio >= 0) || !double.IsFinite(target.ValueRatio) || target.MaximumEngagements < 0 || !(target.SurvivalProbability is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(targets), target, "Value and engagements are not negative; survival is a probability, 0 to 1.");
        }

        PkFloorProbability = pkFloorProbability;
        _units.Clear();
        _units.AddRange(units);
        _targets.Clear();
        _targets.AddRange(targets);
        var pairs = checked(units.Length * targets.Length);
        if (_kill.Length < pairs) _kill = new double[pairs];
        else _kill.AsSpan(0, pairs).Clear();
    }

    /// <summary>Makes a pair possible.</summary>
    /// <param name="unit">Index of the unit.</param>
    /// <param name="target">Index of the target.</param>
    /// <param name="killProbability">Kill probability of one round; at 0 or below the floor the pair stays impossible.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index or the probability is outside its range.</exception>
    public void Allow(int unit, int target, double killProbability)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)unit, (uint)_units.Count, nameof(unit));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)target, (uint)_targets.Count, nameof(target));
        if (!(killProbability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(killProbability), killProbability, "A kill probability is 0 to 1.");
        _kill[(unit * _targets.Count) + target] = killProbability >= PkFloorProbability ? killProbability : 0;
    }

    /// <summary>Kill probability of one round of a pair; 0 when the pair is impossible.</summary>
    /// <param name="unit">Index of the unit.</param>
    /// <param name="target">Index of the target.</param>
    public double KillProbability(int unit, int target) => Kill(unit)[target];

    internal ReadOnlySpan<AssignmentUnit> UnitRows => CollectionsMarshal.AsSpan(_units);

    internal ReadOnlySpan<AssignmentTarget> TargetRows => CollectionsMarshal.AsSpan(_targets);

    internal ReadOnlySpan<double> Kill(int unit) => _kill.AsSpan(unit * _targets.Count, _targets.Count);

    /// <summary>Targets that a unit can take on at all: a channel and a round for each.</summary>
    internal static int Slots(in AssignmentUnit unit) => Math.Min(unit.Channels, unit.Rounds);
}
