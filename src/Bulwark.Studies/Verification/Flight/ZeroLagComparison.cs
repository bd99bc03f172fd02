using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary><see cref="ProportionalNavigation"/> in the linear setting against Zarchan's closed forms.</summary>
internal sealed class ZeroLagComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "guidance_pn_zero_lag.csv";

    /// <inheritdoc />
    public string Area => "Flight";

    /// <inheritdoc />
    public string Model => "proportional navigation without lag";

    /// <inheritdoc />
    public string Source => "Zarchan, Tactical and Strategic Missile Guidance, chapters 2 and 8";

    /// <inheritdoc />
    public string Rule => "The command of one flight of unit length, flown with offsets of a millionth so that the setting is linear, as the row says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["effective_navigation_ratio", "t_over_tF", "nc_tF_over_VM_HE_abs", "nc_over_nT_pn", "nc_over_nT_apn", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (ratio, share) = (row.Number("effective_navigation_ratio", 2, 20), row.Number("t_over_tF", 0, 0.999));
        var tolerance = row.Tolerance();
        findings.Check("heading error", "", Math.Abs(LinearEngagement.Command(ratio, share, 0, -LinearEngagement.Small)) / LinearEngagement.Small, row.Value("nc_tF_over_VM_HE_abs"), tolerance);
        findings.Check("target manoeuvre", "", LinearEngagement.Command(ratio, share, LinearEngagement.Small, 0) / LinearEngagement.Small, row.Value("nc_over_nT_pn"), tolerance);
        findings.Check("target manoeuvre, augmented", "", LinearEngagement.Command(ratio, share, LinearEngagement.Small, 0, augmented: true) / LinearEngagement.Small, row.Value("nc_over_nT_apn"), tolerance);
    }
}
