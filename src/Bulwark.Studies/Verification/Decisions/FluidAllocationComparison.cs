using Bulwark.Operations.Decisions.Assignment;

namespace Bulwark.Studies.Verification.Decisions;

/// <summary><see cref="FluidAllocation"/> against the classic instance of five kinds of rounds and twenty targets.</summary>
internal sealed class FluidAllocationComparison : IComparison
{
    private const string Data = "wta_bracken_mccormick_data.csv";

    /// <inheritdoc />
    public string Table => "wta_bracken_mccormick.csv";

    /// <inheritdoc />
    public IReadOnlyList<string> Companions => [Data];

    /// <inheritdoc />
    public string Area => "Decisions";

    /// <inheritdoc />
    public string Model => "allocation in parts of rounds";

    /// <inheritdoc />
    public string Source => "Bracken and McCormick 1968, chapter 2; scipy SLSQP";

    /// <inheritdoc />
    public string Rule =>
        "Expected damage. The second case leaves out the least numbers of rounds. Where the row states no tolerance, 1e-3, which is what the optimiser of its source reached.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["case_id", "quantity", "value", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        const int Most = 100;
        var data = row.Companion(Data, "weapon_type", "target", "survival_probability_per_weapon", "target_value", "availability_of_type", "min_weapons_on_target");
        var kinds = data.Max(static pair => pair.Integer("weapon_type", 1, Most));
        var targets = data.Max(static pair => pair.Integer("target", 1, Most));
        if (data.Count != kinds * targets) throw row.Problem("case_id", $"{Data} has {data.Count} rows; expected {kinds * targets}, one for each kind and target");
        var survival = new double[kinds * targets];
        var (value, least, available) = (new double[targets], new double[targets], new double[kinds]);
        foreach (var pair in data)
        {
            var (kind, target) = (pair.Integer("weapon_type", 1, Most) - 1, pair.Integer("target", 1, Most) - 1);
            survival[(kind * targets) + target] = pair.Number("survival_probability_per_weapon", 0, 1);
            value[target] = pair.Number("target_value");
            available[kind] = pair.Number("availability_of_type");
            least[target] = row.Text("quantity").Contains("without the minimum", StringComparison.Ordinal) ? 0 : pair.Number("min_weapons_on_target");
        }

        new FluidAllocation(survival, value, available, least).Solve(1e-6, new double[survival.Length], out var found);
        findings.Check("expected damage", "", found, row.Value("value"), row.Has("tolerance") && ToleranceText.Find(row.Text("tolerance"), null) is { } stated ? stated : Tolerance.Absolute(1e-3));
    }
}
