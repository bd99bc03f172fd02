namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>An assignment while it is being built and improved: rounds by pair, what is left of every limit, survival of every target.</summary>
internal sealed class PlanState
{
    private int[] _rounds = [];
    private int[] _onTarget = [];
    private int[] _onTargetCount = [];
    private int[] _ofUnit = [];
    private int[] _ofUnitCount = [];
    private int[] _roundsLeft = [];
    private double[] _survival = [];
    private int _targets;
    private int _units;

    public AssignmentProblem Problem { get; private set; } = null!;

    /// <summary>Units on a target, in the order in which they were given.</summary>
    public ReadOnlySpan<int> UnitsOn(int target) => _onTarget.AsSpan(target * _units, _onTargetCount[target]);

    /// <summary>Targets of a unit, in the order in which they were given.</summary>
    public ReadOnlySpan<int> TargetsOf(int unit) => _ofUnit.AsSpan(unit * _targets, _ofUnitCount[unit]);

    public double Survival(int target) => _survival[target];

    public int Rounds(int unit, int target) => _rounds[(unit * _targets) + target];

    public int RoundsLeft(int unit) => _roundsLeft[unit];

    public int ChannelsLeft(int unit) => Problem.UnitRows[unit].Channels - _ofUnitCount[unit];

    /// <summary>Begins with nothing assigned.</summary>
    public void Reset(AssignmentProblem problem)
    {
        Problem = problem;
        (_units, _targets) = (problem.Units.Count, problem.Targets.Count);
        Grow(ref _rounds, _units * _targets);
        Grow(ref _onTarget, _units * _targets);
        Grow(ref _ofUnit, _units * _targets);
        Grow(ref _onTargetCount, _targets);
        Grow(ref _ofUnitCount, _units);
        Grow(ref _roundsLeft, _units);
        Grow(ref _survival, _targets);
        _rounds.AsSpan(0, _units * _targets).Clear();
        _onTargetCount.AsSpan(0, _targets).Clear();
        _ofUnitCount.AsSpan(0, _units).Clear();
        for (var unit = 0; unit < _units; unit++) _roundsLeft[unit] = problem.UnitRows[unit].Rounds;
        for (var target = 0; target < _targets; target++) _survival[target] = problem.TargetRows[target].SurvivalProbability;
    }

    public void CopyFrom(PlanState other)
    {
        Reset(other.Problem);
        for (var unit = 0; unit < _units; unit++)
        {
            foreach (var target in other.TargetsOf(unit)) Add(unit, target, other.Rounds(unit, target));
        }
    }

    public bool CanAdd(int unit, int target)
    {
        if (_roundsLeft[unit] <= 0 || Problem.Kill(unit)[target] <= 0) return false;
        var rounds = _rounds[(unit * _targets) + target];
        return rounds > 0 ? rounds < Problem.UnitRows[unit].MaximumSalvo : CanOpen(unit, target);
    }

    /// <summary>Whether a channel is free and the target may be taken on by one unit more.</summary>
    public bool CanOpen(int unit, int target) =>
        _ofUnitCount[unit] < Problem.UnitRows[unit].Channels && _onTargetCount[target] < Problem.TargetRows[target].MaximumEngagements;

    /// <summary>What one more round is worth.</summary>
    public double Gain(int unit, int target) =>
        (Problem.TargetRows[target].ValueRatio * _survival[target] * Problem.Kill(unit)[target]) - Problem.UnitRows[unit].RoundWorthRatio;

    public void Add(int unit, int target, int rounds = 1)
    {
        ref var cell = ref _rounds[(unit * _targets) + target];
        if (cell == 0)
        {
            _onTarget[(target * _units) + _onTargetCount[target]++] = unit;
            _ofUnit[(unit * _targets) + _ofUnitCount[unit]++] = target;
        }

        cell += rounds;
        _roundsLeft[unit] -= rounds;
        Refresh(target);
    }

    public void Remove(int unit, int target, int rounds = 1)
    {
        ref var cell = ref _rounds[(unit * _targets) + target];
        cell -= rounds;
        _roundsLeft[unit] += rounds;
        if (cell == 0)
        {
            Drop(_onTarget.AsSpan(target * _units, _onTargetCount[target]--), unit);
            Drop(_ofUnit.AsSpan(unit * _targets, _ofUnitCount[unit]--), target);
        }

        Refresh(target);
    }

    /// <summary>Survival of a target without some rounds of one unit.</summary>
    public double SurvivalWithout(int target, int unit, int rounds)
    {
        var survival = Problem.TargetRows[target].SurvivalProbability;
        foreach (var other in UnitsOn(target)) survival *= Power(1 - Problem.Kill(other)[target], Rounds(other, target) - (other == unit ? rounds : 0));
        return survival;
    }

    /// <summary>Expected value stopped by what is assigned, less the worth of its rounds; added in the order of targets.</summary>
    public double Value()
    {
        var value = 0.0;
        for (var target = 0; target < _targets; target++)
        {
            var row = Problem.TargetRows[target];
            value += row.ValueRatio * (row.SurvivalProbability - _survival[target]);
            foreach (var unit in UnitsOn(target)) value -= Problem.UnitRows[unit].RoundWorthRatio * Rounds(unit, target);
        }

        return value;
    }

    public static double Power(double survival, int rounds)
    {
        var product = 1.0;
        for (var round = 0; round < rounds; round++) product *= survival;
        return product;
    }

    public static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length) array = new T[length];
    }

    // The product is taken afresh, so that nothing drifts and a certain kill can be taken back.
    private void Refresh(int target) => _survival[target] = SurvivalWithout(target, -1, 0);

    private static void Drop(Span<int> list, int value)
    {
        var at = list.IndexOf(value);
        list[(at + 1)..].CopyTo(list[at..]);
    }
}
