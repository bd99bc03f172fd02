using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="Ellipsoid"/> against positions of other programs, both ways.</summary>
internal sealed class EcefComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "geodesy_ecef.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "geodetic and Earth-fixed positions";

    /// <inheritdoc />
    public string Source => "pymap3d and Orekit test suites; 40-digit closed form";

    /// <inheritdoc />
    public string Rule =>
        "Distance between the points, both ways, on the ellipsoid of the row: WGS-84 as the workbench uses it, and any other. An inverse flattening of 0 or inf is a sphere.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["ellipsoid_a_m", "ellipsoid_inv_f", "lat_deg", "lon_deg", "h_m", "x_ecef_m", "y_ecef_m", "z_ecef_m", "tolerance_m"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var tolerance = row.Tolerance(column: "tolerance_m");
        var ellipsoid = Of(row);
        var point = GeodeticPoint.FromDegrees(row.Number("lat_deg", -90, 90), row.Number("lon_deg", -360, 360), row.Number("h_m"));
        var position = new EcefVector(row.Number("x_ecef_m"), row.Number("y_ecef_m"), row.Number("z_ecef_m"));
        var printedHalfM = 0.5 * Math.Max(row.Value("x_ecef_m").LastDigit, row.Value("z_ecef_m").LastDigit);
        findings.CheckError("to Earth-fixed", "m", ellipsoid.ToEcef(point).DistanceTo(position), tolerance, printedHalfM);

        // The way back is judged by where it puts the point, and its height by itself.
        var back = ellipsoid.ToGeodetic(position);
        findings.CheckError("to geodetic, position", "m", Ground(back).DistanceTo(Ground(point)), tolerance, printedHalfM);
        findings.Check("to geodetic, height", "m", back.HeightM, row.Value("h_m"), tolerance);

        EcefVector Ground(GeodeticPoint place) => ellipsoid.ToEcef(place.WithHeight(0));
    }

    private static Ellipsoid Of(ReferenceRow row)
    {
        var semiMajorM = row.Number("ellipsoid_a_m", 1, 1e10);
        var inverse = row.Text("ellipsoid_inv_f").Trim() is "inf" or "Infinity" ? 0 : row.Number("ellipsoid_inv_f");
        var flattening = inverse == 0 ? 0 : 1 / inverse;
        return semiMajorM == Wgs84.SemiMajorAxisM && flattening == Wgs84.Flattening ? Wgs84.Ellipsoid : new Ellipsoid(semiMajorM, flattening);
    }
}
