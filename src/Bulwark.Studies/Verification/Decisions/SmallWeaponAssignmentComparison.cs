using Bulwark.Operations.Decisions.Assignment;

namespace Bulwark.Studies.Verification.Decisions;

/// <summary><see cref="AssignmentOptimizer"/> against enumerated instances.</summary>
internal sealed class SmallWeaponAssignmentComparison : IComparison
{
    private const string Kills = "wta_small_exact_pk.csv";
    private const string Values = "wta_small_exact_values.csv";

    /// <inheritdoc />
    public string Table => "wta_small_exact.csv";

    /// <inheritdoc />
    public IReadOnlyList<string> Companions => [Kills, Values];

    /// <inheritdoc />
    public string Area => "Decisions";

    /// <inheritdoc />
    public string Model => "weapon-target assignment";

    /// <inheritdoc />
    public string Source => "exhaustive enumeration; set-partition integer programme (HiGHS)";

    /// <inheritdoc />
    public string Rule =>
        "The value that survives, within the row's tolerance; and the gap that the optimiser states, which must be 0 because it proves these optima by branch and bound. "
        + "The table wta_benchmark_toffolo.csv is not carried: its instances are published under another licence, and without them its bounds compare with nothing.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["instance", "n_weapons", "n_targets", "optimal_surviving_value", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (units, targets, instance) = (row.Integer("n_weapons", 1, 16), row.Integer("n_targets", 1, 24), row.Text("instance"));
        findings.Begin(instance);
        var rows = new AssignmentTarget[targets];
        foreach (var value in row.Companion(Values, "instance", "target", "value").Where(other => other.Text("instance") == instance))
            rows[value.Integer("target", 0, targets - 1)] = new AssignmentTarget(value.Number("value"));
        var problem = new AssignmentProblem();
        problem.Reset(Enumerable.Repeat(new AssignmentUnit(1, 1), units).ToArray(), rows);
        foreach (var pair in row.Companion(Kills, "instance", "weapon", "target", "kill_probability").Where(other => other.Text("instance") == instance))
            problem.Allow(pair.Integer("weapon", 0, units - 1), pair.Integer("target", 0, targets - 1), pair.Number("kill_probability", 0, 1));
        var plan = new AssignmentPlan();
        new AssignmentOptimizer().Solve(problem, plan, AssignmentEffort.Default with { BranchNodes = 100_000 });
        findings.Check("surviving value", "", rows.Sum(static target => target.ValueRatio) - plan.ValueRatio, row.Number("optimal_surviving_value"), row.Tolerance());
        findings.Check("gap stated", "", plan.GapShare, 0, Tolerance.Absolute(1e-12));
    }
}
