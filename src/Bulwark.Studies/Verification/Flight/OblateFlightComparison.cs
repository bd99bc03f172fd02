using Bulwark.Core.Earth;
using Bulwark.Flight.Ballistic;
using Bulwark.Flight.Interceptors;
using Bulwark.Studies.Verification.Tracking;

namespace Bulwark.Studies.Verification.Flight;

/// <summary><see cref="BallisticFlight"/> over the turning, oblate Earth.</summary>
internal sealed class OblateFlightComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "ballistic_rotating_oblate.csv";

    /// <inheritdoc />
    public string Area => "Flight";

    /// <inheritdoc />
    public string Model => "ballistic flight, J2, turning Earth, with and without air; forecast of a ballistic track's impact";

    /// <inheritdoc />
    public string Source => "computed, rotating and inertial formulations agree";

    /// <inheritdoc />
    public string Rule => "Flown by the runs' own ballistic flight from burn-out to the ellipsoid, with a constant ballistic coefficient and no air above 86 km as the row says. Tolerances are the row's: 1 m without air and 5 m with it, for apogee and range too. The forecast that trackers use is held to the same.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns =>
    [
        "lat0_deg", "lon0_deg", "h0_m", "azimuth_deg", "elevation_deg", "speed_m_s", "beta_kg_m2", "impact_time_s", "impact_lat_deg", "impact_lon_deg", "impact_speed_rel_m_s", "apogee_height_m", "ground_range_m", "tolerance",
    ];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var start = GeodeticPoint.FromDegrees(row.Number("lat0_deg", -90, 90), row.Number("lon0_deg", -360, 360), row.Number("h0_m", 0, 1e6));
        var (azimuthRad, elevationRad) = (double.DegreesToRadians(row.Number("azimuth_deg", -360, 360)), double.DegreesToRadians(row.Number("elevation_deg", 0, 90)));
        var speedMPerS = row.Number("speed_m_s", 1, 7_900);
        var frame = new LocalFrame(start);
        var (up, along) = Math.SinCos(elevationRad);
        var (east, north) = Math.SinCos(azimuthRad);
        var velocity = frame.Rotate(new EnuVector(east * along, north * along, up)) * speedMPerS;
        var inAir = row.Has("beta_kg_m2");
        var body = new FreeBody<CappedAirEnvironment>(inAir ? 1 / row.Number("beta_kg_m2", 1, 1e9) : 0, DragCurve.Constant(1), default);
        if (BallisticFlight.Fall(body, frame.OriginEcefM, velocity, 0) is not { } fall) throw row.Problem("speed_m_s", "the flight does not come down within four hours");
        var place = Wgs84.ToGeodetic(fall.Position);
        var printed = GeodeticPoint.FromDegrees(row.Number("impact_lat_deg", -90, 90), row.Number("impact_lon_deg", -360, 360));
        findings.CheckError(inAir ? "impact, with air" : "impact, without air", "m", Geodesic.Inverse(place, printed).DistanceM, Tolerance.Absolute(inAir ? 5 : 1));
        findings.Check("time", "s", fall.TimeS, row.Value("impact_time_s"), row.Tolerance("time"));
        findings.Check("speed", "m/s", fall.Velocity.Length, row.Value("impact_speed_rel_m_s"), row.Tolerance("speed"));
        findings.Check("apogee", "m", fall.ApogeeM, row.Value("apogee_height_m"), Tolerance.Absolute(inAir ? 5 : 1));
        findings.Check("range", "m", Geodesic.Inverse(start, place).DistanceM, row.Value("ground_range_m"), Tolerance.Absolute(inAir ? 5 : 1));
        BallisticForecastCheck.Check(row, findings);
    }
}
