namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// Proves the optimum of a small problem: units one after another choose a target and a salvo for each channel; a branch is left as soon as
/// the prices of <see cref="PriceBound"/>, applied to what is still open, show that it cannot beat the best assignment known.
/// </summary>
internal sealed class BranchAndBound
{
    private readonly TargetSubproblem _target = new();
    private readonly PlanState _current = new();
    private double[] _prices = [];
    private PlanState _best = null!;
    private double _bestValue;
    private int _nodes;
    private int _mostNodes;

    /// <summary>Searches.</summary>
    /// <param name="best">The best assignment known; replaced by a better one.</param>
    /// <param name="prices">Prices of a good bound.</param>
    /// <param name="nodes">Nodes to look at before giving up.</param>
    /// <returns>Whether the assignment is now proven to be the optimum.</returns>
    public bool Search(PlanState best, ReadOnlySpan<double> prices, int nodes)
    {
        var units = best.Problem.Units.Count;
        PlanState.Grow(ref _prices, 2 * units);
        prices[..(2 * units)].CopyTo(_prices);
        (_best, _bestValue, _nodes, _mostNodes) = (best, best.Value(), 0, nodes);
        _current.Reset(best.Problem);
        Branch(0, -1, 0);
        return _nodes <= _mostNodes;
    }

    // The unit chooses its next target, later in the list than its last one; or it is done and the next unit follows.
    private void Branch(int unit, int last, double paid)
    {
        if (++_nodes > _mostNodes) return;
        if (paid > _bestValue + (1e-13 * Math.Abs(_bestValue)))
        {
            _bestValue = paid;
            _best.CopyFrom(_current);
        }

        var problem = _current.Problem;
        if (unit == problem.Units.Count || paid + Open(unit, last) <= _bestValue + (1e-13 * Math.Abs(_bestValue))) return;
        var figures = problem.UnitRows[unit];
        for (var target = last + 1; target < problem.Targets.Count; target++)
        {
            var kill = problem.Kill(unit)[target];
            if (kill <= 0 || !_current.CanAdd(unit, target)) continue;
            var stake = problem.TargetRows[target].ValueRatio * _current.Survival(target);
            var (worth, survival) = (0.0, stake);
            var most = Math.Min(figures.MaximumSalvo, _current.RoundsLeft(unit));
            for (var rounds = 1; rounds <= most; rounds++)
            {
                var gain = (survival * kill) - figures.RoundWorthRatio;
                if (gain <= 0) break;
                worth += gain;
                survival *= 1 - kill;
                _current.Add(unit, target, rounds);
                Branch(unit, target, paid + worth);
                _current.Remove(unit, target, rounds);
            }
        }

        Branch(unit + 1, -1, paid);
    }

    // What is left can add no more than this.
    private double Open(int unit, int last)
    {
        var problem = _current.Problem;
        var units = problem.Units.Count;
        var bound = 0.0;
        for (var other = unit; other < units; other++)
        {
            var figures = problem.UnitRows[other];
            var channels = _current.ChannelsLeft(other);
            bound += (_prices[other] * _current.RoundsLeft(other)) + (_prices[units + other] * Math.Min(channels, _current.RoundsLeft(other)));
        }

        for (var target = 0; target < problem.Targets.Count; target++)
        {
            var row = problem.TargetRows[target];
            var stake = row.ValueRatio * _current.Survival(target);
            _target.Begin(units);
            for (var other = target > last ? unit : unit + 1; other < units; other++)
            {
                var figures = problem.UnitRows[other];
                var most = Math.Min(figures.MaximumSalvo, _current.RoundsLeft(other));
                if (most > 0 && _current.ChannelsLeft(other) > 0)
                    _target.Offer(other, stake, problem.Kill(other)[target], figures.RoundWorthRatio + _prices[other], _prices[units + other], most);
            }

            bound += _target.Solve(stake, row.MaximumEngagements - _current.UnitsOn(target).Length);
        }

        return bound;
    }
}
