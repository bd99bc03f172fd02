using Bulwark.Core.Numerics;

namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// Improves an assignment: single rounds move to where they are worth more, pairs of rounds change places, and one engagement of every
/// unit is dealt out again at once by linear assignment, which finds exchanges of any length (the cyclic multi-exchange
/// neighbourhood of Ahuja, Kumar, Jha and Orlin, Operations Research 55 (2007), section 3, searched exactly for engagements on different targets).
/// </summary>
internal sealed class ExchangeSearch
{
    private const double Least = 1e-12;

    private readonly AssignmentSolver _solver = new();
    private double[] _costs = [];
    private int[] _choice = [];
    private int[] _from = [];
    private int[] _salvo = [];
    private bool[] _taken = [];
    private double[] _price = [];
    private int _dealings;

    /// <summary>What an engagement of a unit is worth at the margin, by the latest dealing it took part in; negative when it took part in none.</summary>
    public ReadOnlySpan<double> Prices => _price;

    /// <summary>Begins a problem: nothing is known of margins.</summary>
    public void Begin(AssignmentProblem problem)
    {
        PlanState.Grow(ref _price, problem.Units.Count);
        _price.AsSpan().Fill(-1);
        _dealings = 0;
    }

    /// <summary>Improves until nothing more is found, or for so many rounds.</summary>
    public void Improve(PlanState plan, GreedyFill greedy, int rounds)
    {
        var quiet = 0;
        for (var round = 0; round < rounds && quiet < 3; round++)
        {
            var better = Move(plan) | Swap(plan) | DealAgain(plan, _dealings++);
            greedy.Fill(plan);
            quiet = better ? 0 : quiet + 1;
        }
    }

    // One round of a unit from a target to the target where it is worth most, or back into the magazine.
    private static bool Move(PlanState plan)
    {
        var better = false;
        var (units, targets) = (plan.Problem.Units.Count, plan.Problem.Targets.Count);
        for (var unit = 0; unit < units; unit++)
        {
            for (var at = plan.TargetsOf(unit).Length - 1; at >= 0; at--)
            {
                var from = plan.TargetsOf(unit)[at];
                plan.Remove(unit, from);
                var kept = plan.Gain(unit, from);
                var (best, bestGain) = (-1, Math.Max(0, kept + (Least * (1 + Math.Abs(kept)))));
                for (var target = 0; target < targets; target++)
                {
                    if (plan.Gain(unit, target) is var gain && gain > bestGain && target != from && plan.CanAdd(unit, target)) (best, bestGain) = (target, gain);
                }

                if (best >= 0) plan.Add(unit, best);
                else if (kept >= 0) plan.Add(unit, from);
                if (best < 0 && kept >= 0) continue;
                better = true;
                at = Math.Min(at, plan.TargetsOf(unit).Length);
            }
        }

        return better;
    }

    // A whole engagement of one unit and one of another change targets.
    private static bool Swap(PlanState plan)
    {
        var better = false;
        var units = plan.Problem.Units.Count;
        for (var unit = 0; unit < units; unit++)
        {
            for (var at = 0; at < plan.TargetsOf(unit).Length; at++)
            {
                for (var other = unit + 1; other < units; other++)
                {
                    for (var there = 0; there < plan.TargetsOf(other).Length; there++) better |= TrySwap(plan, unit, plan.TargetsOf(unit)[at], other, plan.TargetsOf(other)[there]);
                }
            }
        }

        return better;
    }

    private static bool TrySwap(PlanState plan, int unit, int a, int other, int b)
    {
        if (a == b || plan.Rounds(unit, b) > 0 || plan.Rounds(other, a) > 0) return false;
        var problem = plan.Problem;
        var (killB, killA) = (problem.Kill(unit)[b], problem.Kill(other)[a]);
        if (killB <= 0 || killA <= 0) return false;
        var (salvo, otherSalvo) = (plan.Rounds(unit, a), plan.Rounds(other, b));
        var (valueA, valueB) = (problem.TargetRows[a].ValueRatio, problem.TargetRows[b].ValueRatio);
        var afterA = plan.SurvivalWithout(a, unit, salvo) * PlanState.Power(1 - killA, otherSalvo);
        var afterB = plan.SurvivalWithout(b, other, otherSalvo) * PlanState.Power(1 - killB, salvo);
        var before = (valueA * plan.Survival(a)) + (valueB * plan.Survival(b));
        if ((valueA * afterA) + (valueB * afterB) >= before - (Least * (1 + before))) return false;
        plan.Remove(unit, a, salvo);
        plan.Remove(other, b, otherSalvo);
        plan.Add(unit, b, salvo);
        plan.Add(other, a, otherSalvo);
        return true;
    }

    // Takes back one engagement of every unit, no two from one target, and deals them out again at best.
    private bool DealAgain(PlanState plan, int round)
    {
        var problem = plan.Problem;
        var (units, targets) = (problem.Units.Count, problem.Targets.Count);
        if (units == 0 || targets == 0) return false;
        PlanState.Grow(ref _costs, units * targets);
        PlanState.Grow(ref _choice, units);
        PlanState.Grow(ref _from, units);
        PlanState.Grow(ref _salvo, units);
        PlanState.Grow(ref _taken, targets);
        _taken.AsSpan(0, targets).Clear();
        var before = plan.Value();
        for (var unit = 0; unit < units; unit++)
        {
            _from[unit] = -1;
            _salvo[unit] = Math.Min(plan.RoundsLeft(unit), plan.ChannelsLeft(unit) > 0 ? problem.UnitRows[unit].MaximumSalvo : 0);
            var mine = plan.TargetsOf(unit);
            for (var step = 0; step < mine.Length; step++)
            {
                var target = mine[(round + step) % mine.Length];
                if (_taken[target]) continue;
                _taken[target] = true;
                _from[unit] = target;
                _salvo[unit] = plan.Rounds(unit, target);
                break;
            }
        }

        for (var unit = 0; unit < units; unit++)
        {
            if (_from[unit] >= 0) plan.Remove(unit, _from[unit], _salvo[unit]);
        }

        for (var unit = 0; unit < units; unit++)
        {
            var costs = _costs.AsSpan(unit * targets, targets);
            var kill = problem.Kill(unit);
            for (var target = 0; target < targets; target++)
            {
                // What is impossible or worth nothing costs nothing: it stands for staying idle.
                costs[target] = 0;
                if (_salvo[unit] == 0 || kill[target] <= 0 || plan.Rounds(unit, target) > 0 || !plan.CanOpen(unit, target)) continue;
                var stopped = problem.TargetRows[target].ValueRatio * plan.Survival(target) * (1 - PlanState.Power(1 - kill[target], _salvo[unit]));
                costs[target] = Math.Min(0, (problem.UnitRows[unit].RoundWorthRatio * _salvo[unit]) - stopped);
            }
        }

        _solver.Solve(_costs, units, targets, _choice, out _);
        for (var unit = 0; unit < units; unit++)
        {
            if (_salvo[unit] > 0) _price[unit] = Math.Max(0, -_solver.RowPrice(unit));
            if (_choice[unit] >= 0 && _costs[(unit * targets) + _choice[unit]] < 0) plan.Add(unit, _choice[unit], _salvo[unit]);
        }

        return plan.Value() > before + (Least * (1 + before));
    }
}
