using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="KnifeEdge"/> against Fresnel integrals and the formula of the Recommendation.</summary>
internal sealed class KnifeEdgeComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p526_knife_edge.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "diffraction by a knife edge (P.526)";

    /// <inheritdoc />
    public string Source => "Fresnel integrals (scipy); P.526 equation 31";

    /// <inheritdoc />
    public string Rule => "J_exact_dB against the Fresnel integrals, J_approx_dB against the formula, both within the row's 1e-4 dB; formula against integrals within the row's 0.25 dB above ν = -0.7.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["nu", "J_exact_dB", "J_approx_dB", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var nu = row.Number("nu", -1e4, 1e4);
        var (exactDb, formulaDb) = (KnifeEdge.ExactLossDb(nu), KnifeEdge.LossDb(nu));
        findings.Check("Fresnel integrals", "dB", exactDb, row.Value("J_exact_dB"), row.Tolerance());
        if (row.Has("J_approx_dB")) findings.Check("formula", "dB", formulaDb, row.Value("J_approx_dB"), row.Tolerance());
        if (nu > -0.7) findings.Check("formula against integrals", "dB", formulaDb, exactDb, row.Tolerance("within"));
    }
}
