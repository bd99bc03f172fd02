namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// The same assignment problem solved as the units' coordination allows: by one post for all, by each unit in turn with the engagement status
/// of those before it, or by each unit as if it were alone.
/// </summary>
/// <remarks>Memory is kept between calls. Not safe for use by two threads at once.</remarks>
public sealed class CoordinatedAssignment
{
    private readonly AssignmentOptimizer _optimizer = new();
    private readonly AssignmentProblem _alone = new();
    private readonly AssignmentPlan _choice = new();
    private readonly PlanState _together = new();
    private AssignmentTarget[] _left = [];

    /// <summary>Targets that more than one unit takes on in the last plan.</summary>
    public int DoubleEngagements { get; private set; }

    /// <summary>Assigns.</summary>
    /// <param name="problem">The problem of all units together.</param>
    /// <param name="mode">How they are coordinated.</param>
    /// <param name="plan">
    /// Receives what all of them do and what it is worth together. Without coordination it may take on a target more often than the problem allows.
    /// The bound is proven for the coordinated problem, and is worked out only for <see cref="CoordinationMode.Central"/>; otherwise it repeats the value.
    /// </param>
    /// <param name="effort">How much work to do; null for the default.</param>
    public void Assign(AssignmentProblem problem, CoordinationMode mode, AssignmentPlan plan, AssignmentEffort? effort = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        if (mode == CoordinationMode.Central) _optimizer.Solve(problem, plan, effort);
        else EachInTurn(problem, mode == CoordinationMode.StatusShared, plan, effort);
        Count(problem, plan);
    }

    private void EachInTurn(AssignmentProblem problem, bool told, AssignmentPlan plan, AssignmentEffort? effort)
    {
        var targets = problem.Targets.Count;
        PlanState.Grow(ref _left, targets);
        problem.TargetRows.CopyTo(_left);
        _together.Reset(problem);
        for (var unit = 0; unit < problem.Units.Count; unit++)
        {
            _alone.Reset(problem.UnitRows.Slice(unit, 1), _left.AsSpan(0, targets), problem.PkFloorProbability);
            for (var target = 0; target < targets; target++)
            {
                if (problem.KillProbability(unit, target) is > 0 and var kill) _alone.Allow(0, target, kill);
            }

            _optimizer.Solve(_alone, _choice, effort);
            foreach (var engagement in _choice.Engagements)
            {
                _together.Add(unit, engagement.Target, engagement.Rounds);
                if (!told) continue;
                ref var left = ref _left[engagement.Target];
                left = left with { MaximumEngagements = left.MaximumEngagements - 1, SurvivalProbability = _together.Survival(engagement.Target) };
            }
        }

        plan.Write(_together, 0);
    }

    private void Count(AssignmentProblem problem, AssignmentPlan plan)
    {
        DoubleEngagements = 0;
        PlanState.Grow(ref _left, problem.Targets.Count);
        for (var target = 0; target < problem.Targets.Count; target++) _left[target] = new AssignmentTarget(0, 0);
        foreach (var engagement in plan.Engagements)
        {
            ref var seen = ref _left[engagement.Target];
            seen = seen with { MaximumEngagements = seen.MaximumEngagements + 1 };
            if (seen.MaximumEngagements == 2) DoubleEngagements++;
        }
    }
}
