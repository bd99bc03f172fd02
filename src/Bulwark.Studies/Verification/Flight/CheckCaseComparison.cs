using Bulwark.Core.Earth;
using Bulwark.Flight.Ballistic;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary><see cref="FreeBody{TEnvironment}"/> in NASA's atmospheric check cases.</summary>
internal sealed class CheckCaseComparison : IComparison
{
    private const double FootM = 0.3048;
    private const double DropHeightM = 30_000 * FootM;

    // Sphere of the check cases: one slug, half a foot in diameter, drag coefficient 0.1.
    private const double DragAreaPerMassM2PerKg = 0.1 * 0.1963495 * FootM * FootM / 14.5939029;

    private const double RoundRadiusM = 20902255.199 * FootM;
    private const double RoundParameterM3PerS2 = 1.407644311e16 * FootM * FootM * FootM;

    // The cases' own rate of rotation, 4.178074e-3 degrees a second.
    private const double RoundRateRadPerS = 4.178074e-3 * Math.PI / 180;

    /// <inheritdoc />
    public string Table => "ballistic_nesc_checkcases.csv";

    /// <inheritdoc />
    public string Area => "Flight";

    /// <inheritdoc />
    public string Model => "falling sphere over the turning Earth";

    /// <inheritdoc />
    public string Source => "NASA/TM-2015-218675, median of up to six simulations";

    /// <inheritdoc />
    public string Rule => "Integrated by the ballistic flight's own equations from the start the case describes. The Earth of cases 4 and 5 is the cases' own round one, that of the others the runs'.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["nesc_case", "t_s", "alt_msl_m_median", "lat_deg_median", "lon_deg_median", "v_north_m_s_median", "v_east_m_s_median", "v_down_m_s_median", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var timeS = row.Number("t_s", 0, 1000);
        var number = row.Integer("nesc_case", 1, 99);
        switch (number)
        {
            case 1:
                Judge(row, findings, timeS, new FreeBody<EarthEnvironment>(0, DragCurve.Constant(1), default), Wgs84.SemiMajorAxisM + DropHeightM, default, null);
                break;
            case 4 or 5:
                var round = new RoundEarthEnvironment(RoundParameterM3PerS2, RoundRadiusM, number == 5 ? RoundRateRadPerS : 0, HasAir: true);
                Judge(row, findings, timeS, new FreeBody<RoundEarthEnvironment>(DragAreaPerMassM2PerKg, DragCurve.Constant(1), round), RoundRadiusM + DropHeightM, default, RoundRadiusM);
                break;
            case 6:
                Judge(row, findings, timeS, Sphere(default(EarthEnvironment)), Wgs84.SemiMajorAxisM + DropHeightM, default, null);
                break;
            case 7:
                Judge(row, findings, timeS, Sphere(new WindyEarthEnvironment(20 * FootM, 0)), Wgs84.SemiMajorAxisM + DropHeightM, default, null);
                break;
            case 8:
                Judge(row, findings, timeS, Sphere(new WindyEarthEnvironment(-20 * FootM, 90.0 / 30_000)), Wgs84.SemiMajorAxisM + DropHeightM, default, null);
                break;
            case 9:
                Judge(row, findings, timeS, Sphere(default(EarthEnvironment)), Wgs84.SemiMajorAxisM, new EnuVector(1000 * FootM, 0, 1000 * FootM), null);
                break;
            case 10:
                Judge(row, findings, timeS, Sphere(default(EarthEnvironment)), Wgs84.SemiMajorAxisM, new EnuVector(0, 1000 * FootM, 1000 * FootM), null);
                break;
            default:
                throw row.Unknown("nesc_case", "01", "04", "05", "06", "07", "08", "09", "10");
        }
    }

    private static FreeBody<TEnvironment> Sphere<TEnvironment>(TEnvironment environment)
        where TEnvironment : struct, IFlightEnvironment => new(DragAreaPerMassM2PerKg, DragCurve.Constant(1), environment);

    // Every case starts over the equator at longitude 0.
    private static void Judge<TEnvironment>(ReferenceRow row, Findings findings, double timeS, FreeBody<TEnvironment> body, double distanceM, EnuVector start, double? sphereM)
        where TEnvironment : struct, IFlightEnvironment
    {
        var (position, velocity) = (new EcefVector(distanceM, 0, 0), new EcefVector(start.Up, start.East, start.North));
        body.Advance(ref position, ref velocity, timeS, 0.02);
        var place = sphereM is { } radiusM
            ? new GeodeticPoint(Math.Asin(position.Z / position.Length), Math.Atan2(position.Y, position.X), position.Length - radiusM)
            : Wgs84.ToGeodetic(position);
        var local = new LocalFrame(place.WithHeight(0)).Rotate(velocity);
        var altitude = row.Tolerance("alt");
        var speed = row.Tolerance("vel");

        // The tolerance of a place over the ground is that of the altitude, on the degree's length.
        var degrees = Tolerance.Absolute(altitude.Size / 111_000);
        findings.Check("height", "m", place.HeightM, row.Value("alt_msl_m_median"), altitude);
        findings.CheckAngle("latitude", double.RadiansToDegrees(place.LatitudeRad), row.Value("lat_deg_median"), degrees);
        findings.CheckAngle("longitude", double.RadiansToDegrees(place.LongitudeRad), row.Value("lon_deg_median"), degrees);
        findings.Check("speed", "m/s", local.North, row.Value("v_north_m_s_median"), speed);
        findings.Check("speed", "m/s", local.East, row.Value("v_east_m_s_median"), speed);
        findings.Check("speed", "m/s", -local.Up, row.Value("v_down_m_s_median"), speed);
    }
}
