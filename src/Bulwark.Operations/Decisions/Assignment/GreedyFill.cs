namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// Maximum marginal return: the round that is worth most goes next. Source: den Broeder, Ellison and Emerling, "On optimum target
/// assignments", Operations Research 7 (1959) 322-326 (optimal when every unit serves a target alike).
/// </summary>
/// <remarks>
/// A round only lowers the worth of further rounds on its own target, so a unit's best target stays its best until that target, or the
/// unit itself, changes.
/// </remarks>
internal sealed class GreedyFill
{
    private int[] _best = [];
    private double[] _gain = [];

    /// <summary>Adds rounds to an assignment until none is worth anything.</summary>
    public void Fill(PlanState plan)
    {
        var units = plan.Problem.Units.Count;
        PlanState.Grow(ref _best, units);
        PlanState.Grow(ref _gain, units);
        for (var unit = 0; unit < units; unit++) Look(plan, unit);
        while (true)
        {
            var chosen = -1;
            for (var unit = 0; unit < units; unit++)
            {
                if (_best[unit] >= 0 && (chosen < 0 || _gain[unit] > _gain[chosen])) chosen = unit;
            }

            if (chosen < 0) return;
            var target = _best[chosen];
            plan.Add(chosen, target);
            for (var unit = 0; unit < units; unit++)
            {
                if (_best[unit] == target) Look(plan, unit);
            }
        }
    }

    private void Look(PlanState plan, int unit)
    {
        _best[unit] = -1;
        _gain[unit] = 0;
        if (plan.RoundsLeft(unit) <= 0) return;
        var targets = plan.Problem.Targets.Count;
        for (var target = 0; target < targets; target++)
        {
            var gain = plan.Gain(unit, target);
            if (gain <= _gain[unit] || !plan.CanAdd(unit, target)) continue;
            _gain[unit] = gain;
            _best[unit] = target;
        }
    }
}
