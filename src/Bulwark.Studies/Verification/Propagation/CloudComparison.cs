using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="CloudAttenuation"/> against another implementation of the double-Debye model.</summary>
internal sealed class CloudComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p840_cloud_Kl.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "attenuation by cloud (P.840)";

    /// <inheritdoc />
    public string Source => "P.840-8, two other implementations";

    /// <inheritdoc />
    public string Rule => "K_l is the attenuation of one gram per cubic metre, as the row says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_GHz", "T_C", "K_l_dB_km_per_g_m3", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var foundDbPerM = CloudAttenuation.SpecificDbPerM(1e9 * row.Number("f_GHz", 1e-3, 1000), row.Number("T_C", -100, 100) + 273.15, 1);
        findings.Check("attenuation", "dB/km", foundDbPerM, row.Value("K_l_dB_km_per_g_m3"), row.Tolerance());
    }
}
