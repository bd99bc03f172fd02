using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="Geoid"/> against NGA's program and other readers of the same grid.</summary>
internal sealed class GeoidComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "geodesy_geoid_egm96.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "EGM96 geoid";

    /// <inheritdoc />
    public string Source => "NGA interpolation program; GeographicLib; proj-data grid with a spline";

    /// <inheritdoc />
    public string Rule =>
        "undulation_egm96_m as the row says; of the two tolerances of NGA's rows that for a spline, which the model is. check_egm96_15min_cubic_spline_m, another spline on the same grid, within 3 mm: what the ends of two splines and packing to a millimetre leave.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["lat_deg", "lon_deg_east", "undulation_egm96_m", "tolerance_m"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var found = Geoid.UndulationM(GeodeticPoint.FromDegrees(row.Number("lat_deg", -90, 90), row.Number("lon_deg_east", -360, 360)));
        findings.Check("undulation", "m", found, row.Value("undulation_egm96_m"), row.Tolerance(column: "tolerance_m"));
        if (row.Has("check_egm96_15min_cubic_spline_m")) findings.Check("against another spline", "m", found, row.Value("check_egm96_15min_cubic_spline_m"), Tolerance.Absolute(0.003));
    }
}
