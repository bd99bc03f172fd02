using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="SlantPath.GasDb"/> against an independent integration.</summary>
internal sealed class SlantGasComparison : IComparison
{
    private const double TopM = 100_000;
    private const double EarthRadiusM = 6_371_000;

    /// <inheritdoc />
    public string Table => "itu_p676_slant_integrated.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "gas along slant paths (P.676, P.835, P.453)";

    /// <inheritdoc />
    public string Source => "independent integration through the P.835 mean atmosphere";

    /// <inheritdoc />
    public string Rule => "one_way_dB and two_way_dB, the latter being twice the former, from the ground to 100 km, within the row's 0.3 per cent.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_GHz", "elevation_deg", "one_way_dB", "two_way_dB", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var loss = SlantPath.GasDb(1e9 * row.Number("f_GHz", 1e-3, 1000), ReferenceAtmosphere.MeanGlobal, 0, double.DegreesToRadians(row.Number("elevation_deg", 0, 90)), TopM, EarthRadiusM);
        findings.Check("one way", "dB", loss, row.Value("one_way_dB"), row.Tolerance());
        findings.Check("two ways", "dB", 2 * loss, row.Value("two_way_dB"), row.Tolerance());
    }
}
