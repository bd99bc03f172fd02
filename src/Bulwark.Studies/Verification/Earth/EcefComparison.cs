using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="Wgs84"/> against positions of other programs, both ways.</summary>
internal sealed class EcefComparison : IComparison
{
    private const double InverseFlattening = 298.257223563;

    // GRS 80 differs by 0.1 mm in its semi-minor axis: rows on it count only where the tolerance is wider than that.
    private const double NearlyTheSame = 2e-6;

    /// <inheritdoc />
    public string Table => "geodesy_ecef.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "WGS-84 geodetic and Earth-fixed positions";

    /// <inheritdoc />
    public string Source => "pymap3d and Orekit test suites; 40-digit closed form";

    /// <inheritdoc />
    public string Rule =>
        "Distance between the points, both ways. Rows on GRS 80 (its semi-minor axis differs by 0.1 mm) are compared when their tolerance is 1e-3 m or wider; rows on other ellipsoids are left out: the workbench has only WGS-84.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["ellipsoid_a_m", "ellipsoid_inv_f", "lat_deg", "lon_deg", "h_m", "x_ecef_m", "y_ecef_m", "z_ecef_m", "tolerance_m"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var tolerance = row.Tolerance(column: "tolerance_m");
        var difference = Math.Abs(row.Number("ellipsoid_inv_f") - InverseFlattening);
        if (row.Number("ellipsoid_a_m") != Wgs84.SemiMajorAxisM || difference > NearlyTheSame || (difference > 1e-9 && tolerance.Size < 1e-3))
        {
            findings.LeaveOut("on another ellipsoid than WGS-84");
            return;
        }

        var point = GeodeticPoint.FromDegrees(row.Number("lat_deg", -90, 90), row.Number("lon_deg", -360, 360), row.Number("h_m"));
        var position = new EcefVector(row.Number("x_ecef_m"), row.Number("y_ecef_m"), row.Number("z_ecef_m"));
        var printedHalfM = 0.5 * Math.Max(row.Value("x_ecef_m").LastDigit, row.Value("z_ecef_m").LastDigit);
        findings.CheckError("to Earth-fixed", "m", Wgs84.ToEcef(point).DistanceTo(position), tolerance, printedHalfM);

        // The way back is judged by where it puts the point, and its height by itself.
        var back = Wgs84.ToGeodetic(position);
        findings.CheckError("to geodetic, position", "m", Ground(back).DistanceTo(Ground(point)), tolerance, printedHalfM);
        findings.Check("to geodetic, height", "m", back.HeightM, row.Value("h_m"), tolerance);

        static EcefVector Ground(GeodeticPoint place) => Wgs84.ToEcef(place.WithHeight(0));
    }
}
