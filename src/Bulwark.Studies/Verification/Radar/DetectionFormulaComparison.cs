using Bulwark.Sensing.Detection;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="Albersheim"/> and <see cref="Shnidman"/> against their formulas worked out elsewhere, and both against exact statistics.</summary>
internal sealed class DetectionFormulaComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_detection_albersheim_shnidman.csv";

    /// <inheritdoc />
    public string Area => "Detection";

    /// <inheritdoc />
    public string Model => "Albersheim's and Shnidman's formulas beside exact statistics";

    /// <inheritdoc />
    public string Source => "Albersheim 1981; Shnidman 2002; scipy";

    /// <inheritdoc />
    public string Rule =>
        "approx_required_snr_dB: the formula within the row's 1e-4 dB. exact_required_snr_dB: exact statistics within 1e-3 dB, as in the table of exact ratios. The formula against exact statistics within what the row says it is good for (0.5 dB, about 1 dB).";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["method", "swerling_case", "n_pulses", "pfa", "pd", "approx_required_snr_dB", "exact_required_snr_dB", "tolerance_dB"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var fluctuation = (SwerlingCase)row.Integer("swerling_case", 0, 4);
        var pulses = row.Integer("n_pulses", 1, 100_000);
        var (pfa, pd) = (row.Number("pfa", 1e-300, 0.999_999), row.Number("pd", 0, 1));
        var (name, formulaDb) = row.Text("method") switch
        {
            "albersheim" when fluctuation != SwerlingCase.Steady => throw row.Problem("swerling_case", "Albersheim's formula is for a nonfluctuating target; expected 0"),
            "albersheim" => ("Albersheim", Albersheim.RequiredSnrDb(pulses, pfa, pd)),
            "shnidman" => ("Shnidman", Shnidman.RequiredSnrDb(fluctuation, pulses, pfa, pd)),
            _ => throw row.Unknown("method", "albersheim", "shnidman"),
        };
        var exactDb = Decibels.Of(DetectionStatistics.RequiredSnr(fluctuation, pulses, pfa, pd));
        findings.Check($"{name}, formula", "dB", formulaDb, row.Value("approx_required_snr_dB"), row.Tolerance(column: "tolerance_dB"));
        if (row.Has("exact_required_snr_dB")) findings.Check("exact statistics", "dB", exactDb, row.Value("exact_required_snr_dB"), Tolerance.Absolute(1e-3));
        findings.Check($"{name} against exact", "dB", formulaDb, exactDb, row.Tolerance("within", "tolerance_dB"));
    }
}
