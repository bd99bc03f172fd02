using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="Geodesic"/> against Karney's test set.</summary>
internal sealed class GeodesicComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "geodesy_geodesic_wgs84.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "geodesics on WGS-84";

    /// <inheritdoc />
    public string Source => "Karney's GeodTest set; GeographicLib tests";

    /// <inheritdoc />
    public string Rule =>
        "Distance in metres as the row says. Azimuths are judged by the sideways error they make at the other end (angle times reduced length m12), since near the antipode all directions are equally short; rows without m12 by the angle the row states. "
        + "The direct problem is judged by the distance on the ground, 1e-11 degrees being 1.1e-6 m; rows without a direction have only a distance.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["lat1_deg", "lon1_deg", "azi1_deg", "lat2_deg", "lon2_deg", "azi2_deg", "s12_m", "m12_m", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var start = GeodeticPoint.FromDegrees(row.Number("lat1_deg", -90, 90), row.Number("lon1_deg", -360, 360));
        var end = GeodeticPoint.FromDegrees(row.Number("lat2_deg", -90, 90), row.Number("lon2_deg", -360, 360));
        var tolerance = row.Tolerance();
        var distance = row.Value("s12_m");
        var inverse = Geodesic.Inverse(start, end);
        findings.Check("distance", "m", inverse.DistanceM, distance, tolerance);
        if (!row.Has("azi1_deg") || !row.Has("azi2_deg")) return;

        var startTurnRad = Turn(inverse.AzimuthStartRad, row.Number("azi1_deg"));
        var endTurnRad = Turn(inverse.AzimuthEndRad, row.Number("azi2_deg"));
        if (!row.Has("m12_m"))
        {
            var printed = AngleTolerance(row);
            findings.CheckError("azimuths", "deg", double.RadiansToDegrees(Math.Max(startTurnRad, endTurnRad)), printed, 0.5 * row.Value("azi1_deg").LastDigit);
            return;
        }

        var reducedM = Math.Abs(row.Number("m12_m"));
        findings.CheckError("azimuths, sideways", "m", Math.Max(startTurnRad, endTurnRad) * reducedM, tolerance);
        var direct = Geodesic.Direct(start, double.DegreesToRadians(row.Number("azi1_deg")), distance.Number);
        findings.CheckError("direct, position", "m", Wgs84.ToEcef(direct.Point).DistanceTo(Wgs84.ToEcef(end)), new Tolerance(1.1e-6, IsRelative: false, "m"), tolerance.Size);
    }

    // "0.5 m; 0.5e-5 deg": the clause in degrees; a row without one prints six significant digits.
    private static Tolerance AngleTolerance(ReferenceRow row)
    {
        foreach (var clause in row.Text("tolerance").Split(';'))
        {
            if (ToleranceText.Find(clause, null) is { Unit: "deg" } found) return found;
        }

        return Tolerance.Absolute(0.5e-5);
    }

    private static double Turn(double foundRad, double expectedDeg) => Math.Abs(Math.IEEERemainder(foundRad - double.DegreesToRadians(expectedDeg), 2 * Math.PI));
}
