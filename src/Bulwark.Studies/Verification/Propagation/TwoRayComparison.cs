using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="Lobing.FlatFactor"/> against the closed form over a plane.</summary>
internal sealed class TwoRayComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_two_ray_propagation.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "two-ray propagation over a flat mirror";

    /// <inheritdoc />
    public string Source => "closed form with the exact path difference";

    /// <inheritdoc />
    public string Rule =>
        "propagation_factor_F as the row says; the path difference and the two-way factor within 1e-6 relative and 1e-5 dB or half their last digit. The small-angle column is an approximation that no model uses and is not compared.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_Hz", "h_radar_m", "h_target_m", "ground_range_m", "path_difference_m", "propagation_factor_F", "two_way_F4_dB", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (radarM, targetM, groundM) = (row.Number("h_radar_m", 0, 1e6), row.Number("h_target_m", 0, 1e6), row.Number("ground_range_m", 1e-3, 1e8));
        var factor = Lobing.FlatFactor(row.Number("f_Hz", 1, 1e13), radarM, targetM, groundM);
        findings.Check("path difference", "m", Lobing.FlatPathDifferenceM(radarM, targetM, groundM), row.Value("path_difference_m"), Tolerance.Relative(1e-6));
        findings.Check("propagation factor", "", factor, row.Value("propagation_factor_F"), row.Tolerance("F"));
        if (row.Has("two_way_F4_dB")) findings.Check("two-way factor", "dB", 40 * Math.Log10(factor), row.Value("two_way_F4_dB"), Tolerance.Absolute(1e-5));
    }
}
