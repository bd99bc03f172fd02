namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// A proven bound: rounds and channels get prices instead of limits, the targets then fall apart and each is solved by itself; any prices
/// give a value that no assignment can exceed (Lagrangian relaxation). The prices are improved by subgradient steps of Polyak's length with
/// the deflection of Camerini, Fratta and Maffioli, Mathematical Programming Study 3 (1975) 26-34. Source of the method: Fisher,
/// "The Lagrangian relaxation method for solving integer programming problems", Management Science 27 (1981) 1-18, sections 3 to 5.
/// </summary>
internal sealed class PriceBound
{
    private readonly TargetSubproblem _target = new();
    private double[] _prices = [];
    private double[] _bestPrices = [];
    private double[] _slope = [];
    private double[] _direction = [];
    private double[] _lead = [];
    private double[] _keys = [];
    private int[] _order = [];
    private int[] _most = [];

    /// <summary>The prices of the best bound found: by unit its rounds', then by unit its channels'.</summary>
    public ReadOnlySpan<double> Prices => _bestPrices;

    /// <summary>Begins a problem: target by target the units in falling order of kill probability, and what each could earn there alone if rounds and channels were free.</summary>
    public void Begin(AssignmentProblem problem)
    {
        var (units, targets) = (problem.Units.Count, problem.Targets.Count);
        PlanState.Grow(ref _lead, units * targets);
        PlanState.Grow(ref _order, units * targets);
        PlanState.Grow(ref _keys, units);
        PlanState.Grow(ref _most, units);
        for (var unit = 0; unit < units; unit++)
        {
            var figures = problem.UnitRows[unit];
            _most[unit] = AssignmentProblem.Slots(figures) == 0 ? 0 : Math.Min(figures.MaximumSalvo, figures.Rounds);
        }

        for (var target = 0; target < targets; target++)
        {
            var order = _order.AsSpan(target * units, units);
            for (var unit = 0; unit < units; unit++) (order[unit], _keys[unit]) = (unit, -problem.Kill(unit)[target]);
            _keys.AsSpan(0, units).Sort(order);
            var row = problem.TargetRows[target];
            var stake = row.ValueRatio * row.SurvivalProbability;
            for (var place = 0; place < units; place++)
                _lead[(target * units) + place] = TransportSolution.BestSalvo(stake, -_keys[place], problem.UnitRows[order[place]].RoundWorthRatio, _most[order[place]]).Worth;
        }
    }

    /// <summary>The least bound found.</summary>
    /// <param name="plan">A good assignment: the value to be met.</param>
    /// <param name="margins">By unit, what an engagement is worth at the margin, where prices begin; negative where it is not known.</param>
    /// <param name="steps">Steps of improvement.</param>
    public double Tighten(PlanState plan, ReadOnlySpan<double> margins, int steps)
    {
        var problem = plan.Problem;
        var units = problem.Units.Count;
        PlanState.Grow(ref _prices, 2 * units);
        PlanState.Grow(ref _bestPrices, 2 * units);
        PlanState.Grow(ref _slope, 2 * units);
        PlanState.Grow(ref _direction, 2 * units);
        _direction.AsSpan().Clear();
        FirstPrices(plan, margins);
        var value = plan.Value();
        var best = double.PositiveInfinity;
        var (factor, since) = (1.0, 0);
        for (var step = 0; step < steps; step++)
        {
            var bound = Evaluate(problem);
            if (bound < best - (1e-7 * Math.Abs(best - value)))
            {
                since = 0;
            }
            else if (++since == 6)
            {
                (factor, since) = (factor / 2, 0);
            }

            if (bound < best)
            {
                best = bound;
                _prices.AsSpan(0, 2 * units).CopyTo(_bestPrices);
            }

            if (best - value <= 1e-13 * Math.Abs(best) || !Step(units, factor * (bound - value))) break;
        }

        return Math.Max(best, value);
    }

    // A unit that is used up starts at what its least useful engagement, or round, is worth; one that is not starts at nothing.
    private void FirstPrices(PlanState plan, ReadOnlySpan<double> margins)
    {
        var problem = plan.Problem;
        var units = problem.Units.Count;
        _prices.AsSpan(0, 2 * units).Clear();
        for (var unit = 0; unit < units; unit++)
        {
            var byRound = plan.RoundsLeft(unit) == 0 && RoundsMatter(problem.UnitRows[unit]);
            if (!byRound && margins[unit] >= 0)
            {
                _prices[units + unit] = margins[unit];
                continue;
            }

            if (plan.TargetsOf(unit).Length == 0 || (plan.RoundsLeft(unit) > 0 && plan.ChannelsLeft(unit) > 0)) continue;
            var least = double.PositiveInfinity;
            foreach (var target in plan.TargetsOf(unit))
            {
                var rounds = byRound ? 1 : plan.Rounds(unit, target);
                var stopped = problem.TargetRows[target].ValueRatio * (plan.SurvivalWithout(target, unit, rounds) - plan.Survival(target));
                least = Math.Min(least, stopped - (rounds * problem.UnitRows[unit].RoundWorthRatio));
            }

            _prices[byRound ? unit : units + unit] = Math.Max(0, least);
        }
    }

    // Whether rounds can run out before channels do. With single rounds the two are the same thing, and the channel has the price.
    private static bool RoundsMatter(in AssignmentUnit unit) => unit.MaximumSalvo > 1 && unit.Rounds < (long)unit.Channels * unit.MaximumSalvo;

    private double Evaluate(AssignmentProblem problem)
    {
        var units = problem.Units.Count;
        var bound = 0.0;
        for (var unit = 0; unit < units; unit++)
        {
            var figures = problem.UnitRows[unit];
            var channels = AssignmentProblem.Slots(figures);
            _slope[unit] = RoundsMatter(figures) ? figures.Rounds : 0;
            _slope[units + unit] = channels;
            bound += (_prices[unit] * _slope[unit]) + (_prices[units + unit] * channels);
        }

        for (var target = 0; target < problem.Targets.Count; target++)
        {
            var row = problem.TargetRows[target];
            var stake = row.ValueRatio * row.SurvivalProbability;
            _target.Begin(units);
            var lead = _lead.AsSpan(target * units, units);
            var order = _order.AsSpan(target * units, units);
            var channelPrices = _prices.AsSpan(units, units);
            for (var place = 0; place < lead.Length; place++)
            {
                var unit = order[place];
                if (lead[place] > channelPrices[unit])
                    _target.Offer(unit, stake, problem.Kill(unit)[target], problem.UnitRows[unit].RoundWorthRatio + _prices[unit], channelPrices[unit], _most[unit]);
            }

            bound += _target.Solve(stake, row.MaximumEngagements);
            for (var index = 0; index < _target.Count; index++)
            {
                var salvo = _target.Salvo(index);
                if (salvo == 0) continue;
                var unit = _target.Unit(index);
                if (RoundsMatter(problem.UnitRows[unit])) _slope[unit] -= salvo;
                _slope[units + unit] -= 1;
            }
        }

        return bound;
    }

    // False when the prices are as good as this bound can make them.
    private bool Step(int units, double excess)
    {
        var (dot, directionSquared) = (0.0, 0.0);
        for (var index = 0; index < 2 * units; index++)
        {
            // What is plentiful and already free cannot get cheaper.
            if (_prices[index] <= 0 && _slope[index] > 0) _slope[index] = 0;
            dot += _slope[index] * _direction[index];
            directionSquared += _direction[index] * _direction[index];
        }

        var deflection = dot < 0 && directionSquared > 0 ? -1.5 * dot / directionSquared : 0;
        var length = 0.0;
        for (var index = 0; index < 2 * units; index++)
        {
            _direction[index] = _slope[index] + (deflection * _direction[index]);
            length += _direction[index] * _direction[index];
        }

        if (length <= 0) return false;
        var step = excess / length;
        for (var index = 0; index < 2 * units; index++) _prices[index] = Math.Max(0, _prices[index] - (step * _direction[index]));
        return true;
    }
}
