using Bulwark.Core.Earth;
using Bulwark.Flight.Ballistic;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary><see cref="MinimumEnergy"/> against the table, and the free flight's integration against the ellipse.</summary>
internal sealed class MinimumEnergyComparison : IComparison
{
    private const double RadiusM = 6_371_000;
    private const double ParameterM3PerS2 = 3.986004418e14;

    /// <inheritdoc />
    public string Table => "ballistic_minimum_energy.csv";

    /// <inheritdoc />
    public string Area => "Flight";

    /// <inheritdoc />
    public string Model => "ballistic flight of least speed";

    /// <inheritdoc />
    public string Source => "Bate, Mueller and White, chapter 6; integrated independently";

    /// <inheritdoc />
    public string Rule => "The closed form, and its flight integrated by the ballistic flight's own equations over a round Earth at rest: where it is after the printed time, as a share of the range.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["range_km", "speed_m_s", "flight_path_angle_deg", "apogee_km", "time_of_flight_s", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var rangeM = row.Number("range_km", 1, 19_000) * 1000;
        var ellipse = MinimumEnergy.For(rangeM, RadiusM, ParameterM3PerS2);
        var tolerance = row.Tolerance();
        findings.Check("speed", "m/s", ellipse.SpeedMPerS, row.Value("speed_m_s"), tolerance);
        findings.Check("angle", "deg", double.RadiansToDegrees(ellipse.ElevationRad), row.Value("flight_path_angle_deg"), tolerance);
        findings.Check("apogee", "km", ellipse.ApogeeM / 1000, row.Value("apogee_km"), tolerance);
        findings.Check("time", "s", ellipse.TimeS, row.Value("time_of_flight_s"), tolerance);

        var (sine, cosine) = Math.SinCos(ellipse.ElevationRad);
        var (position, velocity) = (new EcefVector(RadiusM, 0, 0), new EcefVector(sine, cosine, 0) * ellipse.SpeedMPerS);
        var body = new FreeBody<RoundEarthEnvironment>(0, DragCurve.Constant(1), new RoundEarthEnvironment(ParameterM3PerS2, RadiusM, 0, HasAir: false));
        body.Advance(ref position, ref velocity, row.Number("time_of_flight_s", 1, 10_000), 0.5);
        findings.Check("range, integrated", "", Math.Atan2(position.Y, position.X) * RadiusM / rangeM, 1, tolerance);
    }
}
