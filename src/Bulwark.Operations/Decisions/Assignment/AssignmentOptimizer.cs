namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// Solves the weapon-target assignment problem: exactly where it is linear or small, otherwise well and with a proven bound, so that the
/// gap can be stated. The same problem gives the same plan on every machine: work is limited by counts, ties by order.
/// </summary>
/// <remarks>
/// Order of work: linear assignment when no target may be taken on twice; otherwise maximum marginal return, exchanges, the bound by
/// prices, and branch and bound while its nodes last. Memory is kept between calls. Not safe for use by two threads at once.
/// </remarks>
public sealed class AssignmentOptimizer
{
    /// <summary>With more engagements, or pairs, branch and bound would not end within its nodes, and is not begun.</summary>
    private const int MostBranchedEngagements = 16;

    /// <summary>See <see cref="MostBranchedEngagements"/>.</summary>
    private const int MostBranchedPairs = 400;

    /// <summary>Pairs looked at by all steps of the prices together: a large problem gets fewer steps.</summary>
    private const int MostPairsPriced = 4_000_000;

    private readonly PlanState _plan = new();
    private readonly GreedyFill _greedy = new();
    private readonly ExchangeSearch _exchange = new();
    private readonly TransportSolution _transport = new();
    private readonly PriceBound _bound = new();
    private readonly BranchAndBound _branch = new();

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Receives the plan.</param>
    /// <param name="effort">How much work to do; null for the default.</param>
    public void Solve(AssignmentProblem problem, AssignmentPlan plan, AssignmentEffort? effort = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        effort ??= AssignmentEffort.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(effort.PriceSteps, 1, nameof(effort));
        _plan.Reset(problem);
        plan.Clear();
        if (problem.Units.Count == 0 || problem.Targets.Count == 0) return;
        if (_transport.TrySolve(_plan))
        {
            plan.Write(_plan, _plan.Value());
            return;
        }

        _greedy.Fill(_plan);
        _exchange.Begin(problem);
        _bound.Begin(problem);
        var bound = double.PositiveInfinity;
        if (effort.ExchangeRounds > 0)
        {
            // Where channels are scarce the first dealing is often the optimum, and its prices prove it.
            _exchange.Improve(_plan, _greedy, 1);
            bound = _bound.Tighten(_plan, _exchange.Prices, 1);
        }

        if (bound > _plan.Value() * (1 + 1e-13))
        {
            _exchange.Improve(_plan, _greedy, effort.ExchangeRounds - 1);
            var steps = Math.Max(1, Math.Min(effort.PriceSteps, MostPairsPriced / (problem.Units.Count * problem.Targets.Count)));
            bound = _bound.Tighten(_plan, _exchange.Prices, steps);
        }

        if (bound > _plan.Value() * (1 + 1e-13) && IsSmall(problem) && _branch.Search(_plan, _bound.Prices, effort.BranchNodes)) bound = _plan.Value();
        plan.Write(_plan, bound);
    }

    private static bool IsSmall(AssignmentProblem problem)
    {
        var engagements = 0L;
        foreach (ref readonly var unit in problem.UnitRows) engagements += Math.Min(AssignmentProblem.Slots(unit), problem.Targets.Count);
        return engagements <= MostBranchedEngagements && problem.Units.Count * problem.Targets.Count <= MostBranchedPairs;
    }
}
