using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="RayTrace"/> against a commercial toolbox and an independent ray trace.</summary>
internal sealed class RayTraceComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_refraction_raytrace.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "refracted rays through an exponential atmosphere";

    /// <inheritdoc />
    public string Source => "MathWorks height2range; independent quadrature and ODE";

    /// <inheritdoc />
    public string Rule => "Rows with printed digits within one unit of the last; the others as the row says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["N0", "decay_per_km", "h_antenna_m", "h_target_m", "apparent_elevation_deg", "propagated_range_m", "true_slant_range_m", "true_elevation_deg", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var profile = new ExponentialRefractivity(1e-6 * row.Number("N0", 0, 1000), 1000 / row.Number("decay_per_km", 1e-3, 10));
        var elevationRad = double.DegreesToRadians(row.Number("apparent_elevation_deg", -90, 90));
        if (!RayTrace.TryTrace(profile, row.Number("h_antenna_m", -500, 1e5), elevationRad, row.Number("h_target_m", -500, 1e6), out var path))
            throw row.Problem("apparent_elevation_deg", "the ray does not reach the target's height");
        Check("propagated range", "m", path.PropagatedRangeM, "propagated_range_m", "m");
        Check("slant range", "m", path.SlantRangeM, "true_slant_range_m", "m");
        Check("true elevation", "deg", double.RadiansToDegrees(path.TrueElevationRad), "true_elevation_deg", "deg");

        void Check(string quantity, string unit, double found, string column, string clause)
        {
            if (row.Text("tolerance").StartsWith("printed", StringComparison.Ordinal)) findings.CheckPrinted(quantity, unit, found, row.Value(column));
            else findings.Check(quantity, unit, found, row.Value(column), row.ToleranceIn(clause));
        }
    }
}
