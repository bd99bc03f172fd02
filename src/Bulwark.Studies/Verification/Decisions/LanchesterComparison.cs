using Bulwark.Operations.Saturation;

namespace Bulwark.Studies.Verification.Decisions;

/// <summary>The square law against its closed form.</summary>
internal sealed class LanchesterComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "lanchester_square.csv";

    /// <inheritdoc />
    public string Area => "Saturation";

    /// <inheritdoc />
    public string Model => "aimed fire (Lanchester's square law)";

    /// <inheritdoc />
    public string Source => "closed form of the square law";

    /// <inheritdoc />
    public string Rule =>
        "Strengths after a time, relative to the strengths at the start, where the row says both are still positive; survivors at the end to the digits printed; who wins, exactly.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["A0", "B0", "alpha_A_kills_B_per_unit_time", "beta_B_kills_A_per_unit_time", "t", "A_t", "B_t", "winner_at_annihilation", "survivors_at_end", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (a, b) = (row.Number("A0"), row.Number("B0"));
        var (alpha, beta) = (row.Number("alpha_A_kills_B_per_unit_time"), row.Number("beta_B_kills_A_per_unit_time"));
        var (winner, survivors) = LanchesterSquare.AtTheEnd(a, b, alpha, beta);
        findings.Check("winner", "", winner, row.Text("winner_at_annihilation") switch { "A" => 1.0, "B" => -1.0, _ => throw row.Unknown("winner_at_annihilation", "A", "B") }, Tolerance.Absolute(0));
        findings.CheckPrinted("survivors at the end", "units", survivors, row.Value("survivors_at_end"));
        if (row.Number("A_t") <= 0 || row.Number("B_t") <= 0) return;
        var (first, second) = LanchesterSquare.After(a, b, alpha, beta, row.Number("t"));
        var tolerance = Tolerance.Absolute(row.Tolerance().Size * Math.Max(a, b));
        findings.Check("strength", "units", first, row.Value("A_t"), tolerance);
        findings.Check("strength", "units", second, row.Value("B_t"), tolerance);
    }
}
