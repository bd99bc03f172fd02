namespace Bulwark.Studies.Verification.Propagation;

/// <summary>The approximate slant path of P.676 Annex 2, which nothing here uses: named, so that the table is not passed over in silence.</summary>
internal sealed class SlantGasFormulaComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p676_slant_attenuation.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "approximate gas of slant paths (P.676 Annex 2)";

    /// <inheritdoc />
    public string Source => "ITU-R SG3 validation examples, P.676-13 Annex 2";

    /// <inheritdoc />
    public string Rule => "Not compared. The workbench integrates Annex 1 along the refracted path, which the table of integrated paths checks; the equivalent heights of Annex 2, a fit to that integral, are not implemented.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_GHz", "A_gas_dB"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        _ = row.Number("f_GHz");
        _ = row.Number("A_gas_dB");
        findings.LeaveOut("the approximation of Annex 2 is not implemented; paths are integrated instead");
    }
}
