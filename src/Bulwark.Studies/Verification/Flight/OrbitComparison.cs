using Bulwark.Core.Earth;
using Bulwark.Flight.Ballistic;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary>The free flight's integration against Kepler motion.</summary>
internal sealed class OrbitComparison : IComparison
{
    private const double StepS = 0.25;

    /// <inheritdoc />
    public string Table => "ballistic_kepler_lambert.csv";

    /// <inheritdoc />
    public string Area => "Flight";

    /// <inheritdoc />
    public string Model => "free flight about a point mass";

    /// <inheritdoc />
    public string Source => "Vallado, examples 2-4 and 7-5; Curtis, example 5.2; Lagrange coefficients";

    /// <inheritdoc />
    public string Rule => "Integrated by the ballistic flight's own equations with inverse-square gravity over the row's time, in steps of a quarter of a second. Largest difference of a component.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns =>
    [
        "mu_m3_s2", "r1x_km", "r1y_km", "r1z_km", "v1x_km_s", "v1y_km_s", "v1z_km_s", "dt_s", "r2x_km", "r2y_km", "r2z_km", "v2x_km_s", "v2y_km_s", "v2z_km_s", "tolerance_r_km", "tolerance_v_km_s",
    ];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var position = new EcefVector(row.Number("r1x_km"), row.Number("r1y_km"), row.Number("r1z_km")) * 1000;
        var velocity = new EcefVector(row.Number("v1x_km_s"), row.Number("v1y_km_s"), row.Number("v1z_km_s")) * 1000;
        if (position.Length < 1e6) throw row.Problem("r1x_km", "the motion starts within 1000 km of the centre");
        var body = new FreeBody<RoundEarthEnvironment>(0, DragCurve.Constant(1), new RoundEarthEnvironment(row.Number("mu_m3_s2", 1e10, 1e20), 1, 0, HasAir: false));
        body.Advance(ref position, ref velocity, row.Number("dt_s", 0, 100_000), StepS);
        var place = Tolerance.Absolute(row.Number("tolerance_r_km", 0, 1e3));
        var speed = Tolerance.Absolute(row.Number("tolerance_v_km_s", 0, 1));
        findings.Check("position", "km", position.X / 1000, row.Value("r2x_km"), place);
        findings.Check("position", "km", position.Y / 1000, row.Value("r2y_km"), place);
        findings.Check("position", "km", position.Z / 1000, row.Value("r2z_km"), place);
        findings.Check("velocity", "km/s", velocity.X / 1000, row.Value("v2x_km_s"), speed);
        findings.Check("velocity", "km/s", velocity.Y / 1000, row.Value("v2y_km_s"), speed);
        findings.Check("velocity", "km/s", velocity.Z / 1000, row.Value("v2z_km_s"), speed);
    }
}
