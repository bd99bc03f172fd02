using Bulwark.Sensing.Detection;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="CellAveragingCfar"/> against its closed forms.</summary>
internal sealed class CfarComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_cfar_loss.csv";

    /// <inheritdoc />
    public string Area => "Detection";

    /// <inheritdoc />
    public string Model => "cell-averaging CFAR";

    /// <inheritdoc />
    public string Source => "Gandhi and Kassam 1988, checked with the F distribution; noncentral F (scipy)";

    /// <inheritdoc />
    public string Rule => "One pulse. Decibels as the row says; the threshold's factor on the mean, for which the row states nothing, within half its last printed digit.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["n_reference_cells", "pfa", "pd", "threshold_multiplier_on_mean", "required_snr_dB_swerling1", "cfar_loss_dB_swerling1", "cfar_loss_dB_nonfluctuating", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var cells = row.Integer("n_reference_cells", 1, 100_000);
        var pfa = row.Number("pfa", 1e-300, 0.999_999);
        var pd = row.Number("pd", 0, 1);
        var tolerance = row.Tolerance();
        Check("threshold factor", "", "threshold_multiplier_on_mean", Tolerance.Relative(1e-9), static (cells, pfa, _) => CellAveragingCfar.ThresholdFactor(cells, 1, pfa));
        Check("ratio, Swerling 1", "dB", "required_snr_dB_swerling1", tolerance, static (cells, pfa, pd) => Decibels.Of(CellAveragingCfar.RequiredSnrRatio(SwerlingCase.Case1, cells, 1, pfa, pd)));
        Check("loss, Swerling 1", "dB", "cfar_loss_dB_swerling1", tolerance, static (cells, pfa, pd) => CellAveragingCfar.LossDb(SwerlingCase.Case1, cells, 1, pfa, pd));
        Check("loss, nonfluctuating", "dB", "cfar_loss_dB_nonfluctuating", tolerance, static (cells, pfa, pd) => CellAveragingCfar.LossDb(SwerlingCase.Steady, cells, 1, pfa, pd));

        void Check(string quantity, string unit, string column, Tolerance allowed, Func<int, double, double, double> model)
        {
            if (row.Has(column)) findings.Check(quantity, unit, model(cells, pfa, pd), row.Value(column), allowed);
        }
    }
}
