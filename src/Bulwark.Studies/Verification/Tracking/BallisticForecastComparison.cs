using Bulwark.Core.Earth;
using Bulwark.Tracking.Estimation;

namespace Bulwark.Studies.Verification.Tracking;

/// <summary><see cref="BallisticForecast"/> against trajectories integrated by others.</summary>
internal sealed class BallisticForecastComparison : IComparison
{
    // Without drag the coefficient is so large that its drag is exactly zero.
    private const double NoDragLog = 800;

    // The path must begin above the ground to be seen to end on it.
    private const double LiftM = 1e-3;

    /// <inheritdoc />
    public string Table => "ballistic_rotating_oblate.csv";

    /// <inheritdoc />
    public string Area => "Tracking";

    /// <inheritdoc />
    public string Model => "forecast of a ballistic track's impact";

    /// <inheritdoc />
    public string Source => "numerical integration in a rotating and an inertial frame, which agree";

    /// <inheritdoc />
    public string Rule => "The tolerances of the rows. Paths that begin on the ground are begun a millimetre above it, which changes nothing at their precision.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns =>
        ["lat0_deg", "lon0_deg", "h0_m", "azimuth_deg", "elevation_deg", "speed_m_s", "beta_kg_m2", "impact_time_s", "impact_lat_deg", "impact_lon_deg", "impact_speed_rel_m_s"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var start = GeodeticPoint.FromDegrees(row.Number("lat0_deg", -90, 90), row.Number("lon0_deg"), row.Number("h0_m", 0, 1e6) + LiftM);
        var frame = new LocalFrame(start);
        var (sinAzimuth, cosAzimuth) = Math.SinCos(double.DegreesToRadians(row.Number("azimuth_deg")));
        var (sinElevation, cosElevation) = Math.SinCos(double.DegreesToRadians(row.Number("elevation_deg")));
        var velocity = frame.Rotate(new EnuVector(cosElevation * sinAzimuth, cosElevation * cosAzimuth, sinElevation) * row.Number("speed_m_s", 0, 1e4));
        var hasDrag = row.Has("beta_kg_m2");
        var logCoefficient = hasDrag ? Math.Log(row.Number("beta_kg_m2", 1, 1e9)) : NoDragLog;
        var place = frame.OriginEcefM;
        if (!BallisticForecast.TryReach([place.X, place.Y, place.Z, velocity.X, velocity.Y, velocity.Z, logCoefficient], 0, out var impact, out var arrival, out var seconds))
            throw row.Problem("speed_m_s", "the path does not come down");
        var expected = Wgs84.ToEcef(GeodeticPoint.FromDegrees(row.Number("impact_lat_deg", -90, 90), row.Number("impact_lon_deg"), 0));
        findings.CheckError(hasDrag ? "impact point, with drag" : "impact point, in vacuum", "m", impact.DistanceTo(expected), Tolerance.Absolute(hasDrag ? 5 : 1));
        findings.Check("time of flight", "s", seconds, row.Value("impact_time_s"), Tolerance.Absolute(1e-3));
        findings.Check("speed at impact", "m/s", arrival.Length, row.Value("impact_speed_rel_m_s"), Tolerance.Absolute(0.01));
    }
}
