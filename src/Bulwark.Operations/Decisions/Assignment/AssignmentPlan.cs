namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>An assignment with its value and a proven bound on the value of any other. Filled by <see cref="AssignmentOptimizer"/> and filled again by the next call.</summary>
public sealed class AssignmentPlan
{
    private readonly List<PlannedEngagement> _engagements = [];

    /// <summary>Who takes on what, by unit and then by target.</summary>
    public IReadOnlyList<PlannedEngagement> Engagements => _engagements;

    /// <summary>Expected value stopped, less the worth of the rounds spent.</summary>
    public double ValueRatio { get; private set; }

    /// <summary>No assignment within the limits is worth more than this.</summary>
    public double BoundRatio { get; private set; }

    /// <summary>Rounds it spends.</summary>
    public int Rounds { get; private set; }

    /// <summary>The most by which the optimum can exceed this plan, as a share of the bound; 0 when it is proven optimal.</summary>
    public double GapShare => BoundRatio > 0 ? Math.Max(0, (BoundRatio - ValueRatio) / BoundRatio) : 0;

    /// <summary>Whether no better assignment exists (to within rounding of the last digits).</summary>
    public bool IsOptimal => GapShare <= 1e-12;

    internal void Clear()
    {
        _engagements.Clear();
        (ValueRatio, BoundRatio, Rounds) = (0, 0, 0);
    }

    internal void Write(PlanState state, double bound)
    {
        Clear();
        var problem = state.Problem;
        for (var unit = 0; unit < problem.Units.Count; unit++)
        {
            for (var target = 0; target < problem.Targets.Count; target++)
            {
                var rounds = state.Rounds(unit, target);
                if (rounds == 0) continue;
                _engagements.Add(new PlannedEngagement(unit, target, rounds, 1 - PlanState.Power(1 - problem.Kill(unit)[target], rounds)));
                Rounds += rounds;
            }
        }

        ValueRatio = state.Value();
        BoundRatio = Math.Max(bound, ValueRatio);
    }
}
