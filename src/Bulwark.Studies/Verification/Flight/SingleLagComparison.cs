using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary><see cref="ProportionalNavigation"/> with <see cref="FirstOrderLag"/> against Zarchan's closed forms of the miss.</summary>
internal sealed class SingleLagComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "guidance_pn_single_lag_miss.csv";

    /// <inheritdoc />
    public string Area => "Flight";

    /// <inheritdoc />
    public string Model => "miss of proportional navigation with a lag";

    /// <inheritdoc />
    public string Source => "Zarchan, Tactical and Strategic Missile Guidance, chapter 3";

    /// <inheritdoc />
    public string Rule => "Flown with the round's own lag and command, so the row's tolerance for simulations holds (1e-3), not that of the closed form.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["effective_navigation_ratio", "tF_over_T", "miss_over_nT_T2_target_manoeuvre", "miss_over_v_T_heading_error", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (ratio, flightS) = (row.Number("effective_navigation_ratio", 2, 20), row.Number("tF_over_T", 0.01, 100));
        var tolerance = row.Tolerance("simulation");
        findings.Check("target manoeuvre", "", LinearEngagement.LagMiss(ratio, flightS, LinearEngagement.Small, 0) / LinearEngagement.Small, row.Value("miss_over_nT_T2_target_manoeuvre"), tolerance);
        findings.Check("heading error", "", LinearEngagement.LagMiss(ratio, flightS, 0, LinearEngagement.Small) / LinearEngagement.Small, row.Value("miss_over_v_T_heading_error"), tolerance);
    }
}
