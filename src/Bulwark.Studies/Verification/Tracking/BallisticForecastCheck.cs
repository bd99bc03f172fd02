using Bulwark.Core.Earth;
using Bulwark.Tracking.Estimation;

namespace Bulwark.Studies.Verification.Tracking;

/// <summary><see cref="BallisticForecast"/> against the trajectories by which the flight itself is compared: what a track foretells of the same fall.</summary>
internal static class BallisticForecastCheck
{
    // Without drag the coefficient is so large that its drag is exactly zero.
    private const double NoDragLog = 800;

    // The path must begin above the ground to be seen to end on it.
    private const double LiftM = 1e-3;

    /// <summary>Compares one row; paths that begin on the ground are begun a millimetre above it, which changes nothing at their precision.</summary>
    public static void Check(ReferenceRow row, Findings findings)
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
        findings.CheckError(hasDrag ? "forecast of the impact, with air" : "forecast of the impact, without air", "m", impact.DistanceTo(expected), Tolerance.Absolute(hasDrag ? 5 : 1));
        findings.Check("forecast of the time", "s", seconds, row.Value("impact_time_s"), Tolerance.Absolute(1e-3));
        findings.Check("forecast of the speed", "m/s", arrival.Length, row.Value("impact_speed_rel_m_s"), Tolerance.Absolute(0.01));
    }
}
