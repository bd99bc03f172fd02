using Bulwark.Core.Numerics;

namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// The case in which the problem is linear and so solved exactly: no target is taken on twice, and no unit can run short of rounds
/// before it runs short of channels. Every channel is then a row of a linear assignment problem, with the best salvo for each target.
/// </summary>
internal sealed class TransportSolution
{
    private const int LargestMatrix = 4_000_000;

    private readonly AssignmentSolver _solver = new();
    private double[] _costs = [];
    private int[] _owner = [];
    private int[] _choice = [];

    /// <summary>Replaces the assignment by the optimum.</summary>
    /// <returns>False when the problem is not of this kind; the assignment is then as it was.</returns>
    public bool TrySolve(PlanState plan)
    {
        var problem = plan.Problem;
        var targets = problem.Targets.Count;
        foreach (ref readonly var target in problem.TargetRows)
        {
            if (target.MaximumEngagements > 1) return false;
        }

        var rows = 0L;
        foreach (ref readonly var unit in problem.UnitRows)
        {
            if (unit.MaximumSalvo > 1 && unit.Rounds < (long)Math.Min(unit.Channels, targets) * unit.MaximumSalvo) return false;
            rows += Math.Min(AssignmentProblem.Slots(unit), targets);
        }

        if (rows * targets > LargestMatrix) return false;
        Deal(plan, (int)rows, targets);
        return true;
    }

    /// <summary>The salvo that is worth most and its worth; no rounds when none is worth anything.</summary>
    public static (int Rounds, double Worth) BestSalvo(double stake, double kill, double roundCost, int most)
    {
        var (rounds, worth, survival) = (0, 0.0, stake);
        while (rounds < most)
        {
            var gain = (survival * kill) - roundCost;
            if (gain <= 0) break;
            worth += gain;
            survival *= 1 - kill;
            rounds++;
        }

        return (rounds, worth);
    }

    private void Deal(PlanState plan, int rows, int targets)
    {
        var problem = plan.Problem;
        PlanState.Grow(ref _costs, rows * targets);
        PlanState.Grow(ref _owner, rows);
        PlanState.Grow(ref _choice, rows);
        var row = 0;
        for (var unit = 0; unit < problem.Units.Count; unit++)
        {
            var figures = problem.UnitRows[unit];
            var first = row;
            for (var slot = Math.Min(AssignmentProblem.Slots(figures), targets); slot > 0; slot--, row++)
            {
                _owner[row] = unit;
                var costs = _costs.AsSpan(row * targets, targets);
                if (row > first)
                {
                    _costs.AsSpan(first * targets, targets).CopyTo(costs);
                    continue;
                }

                for (var target = 0; target < targets; target++)
                {
                    var stake = problem.TargetRows[target] is { MaximumEngagements: > 0 } at ? at.ValueRatio * at.SurvivalProbability : 0;
                    costs[target] = -BestSalvo(stake, problem.Kill(unit)[target], figures.RoundWorthRatio, figures.MaximumSalvo).Worth;
                }
            }
        }

        _solver.Solve(_costs, rows, targets, _choice, out _);
        plan.Reset(problem);
        for (row = 0; row < rows; row++)
        {
            var target = _choice[row];
            if (target < 0 || _costs[(row * targets) + target] >= 0) continue;
            var figures = problem.UnitRows[_owner[row]];
            var at = problem.TargetRows[target];
            plan.Add(_owner[row], target, BestSalvo(at.ValueRatio * at.SurvivalProbability, problem.Kill(_owner[row])[target], figures.RoundWorthRatio, figures.MaximumSalvo).Rounds);
        }
    }
}
