using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="EffectiveEarth"/> against a commercial toolbox and the closed forms.</summary>
internal sealed class EffectiveEarthComparison : IComparison
{
    private const double EarthRadiusM = 6_371_000;

    // The toolbox's "4/3 Earth" is that of a gradient of -39 N-units/km: 8476.9 km, not 4/3 of 6371 km (8494.7 km).
    private static readonly EffectiveEarth Gradient = EffectiveEarth.FromRefractivityGradient(-39e-9, EarthRadiusM);
    private static readonly EffectiveEarth FourThirds = new(4.0 / 3.0, EarthRadiusM);

    /// <inheritdoc />
    public string Table => "radar_geometry_effective_earth.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "effective Earth: horizon, range, height";

    /// <inheritdoc />
    public string Source => "MathWorks Radar Toolbox outputs; closed forms";

    /// <inheritdoc />
    public string Rule =>
        "Published rows with the radius they were made with, 6371 km/(1 − 39e-9·6371e3) = 8476.9 km, within one unit of the last printed digit; computed rows with exactly 4/3 of 6371 km as the row says. Line of sight is the parabolic form, √(2kRh₁) + √(2kRh₂).";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["quantity", "in1", "in2", "in3", "reference_value", "kind", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var isPrinted = row.Text("tolerance").StartsWith("printed", StringComparison.Ordinal);
        var earth = isPrinted ? Gradient : FourThirds;
        var in1 = row.Number("in1");
        var in2 = row.NumberOr("in2", 0);
        var in3Rad = double.DegreesToRadians(row.NumberOr("in3", 0));
        var (unit, found) = row.Text("quantity") switch
        {
            "horizon_range_m" => ("m", row.Has("in2") ? earth.HorizonDistanceM(in1, in2) : earth.HorizonDistanceM(in1)),
            "line_of_sight_range_m" => ("m", earth.ParabolicHorizonDistanceM(in1, in2)),
            "range_from_height_m" => ("m", earth.RangeM(in1, in2, in3Rad)),
            "height_from_range_m" => ("m", earth.HeightM(in1, in2, in3Rad)),
            "ground_range_m" or "ground_range_from_range_m" => ("m", earth.GroundRangeM(in1, in2, in3Rad)),
            "effective_earth_radius_m" => ("m", earth.RadiusM),
            "effective_earth_factor" => ("", earth.FactorRatio),
            "elevation_from_height_deg" or "elevation_deg" => ("deg", double.RadiansToDegrees(earth.ElevationRad(in1, in2, row.Number("in3")))),
            _ => throw row.Unknown("quantity", "horizon_range_m", "line_of_sight_range_m", "range_from_height_m", "height_from_range_m", "ground_range_m", "elevation_deg", "effective_earth_radius_m", "effective_earth_factor"),
        };
        var quantity = row.Text("quantity")[..row.Text("quantity").LastIndexOf('_')].Replace('_', ' ');
        if (isPrinted) findings.CheckPrinted(quantity, unit, found, row.Value("reference_value"));
        else findings.Check(quantity, unit, found, row.Value("reference_value"), row.Tolerance());
    }
}
