using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="LocalFrame"/> against conversions of other programs; an operation is named FROM_to_TO.</summary>
internal sealed class LocalFrameComparison : IComparison
{
    private static readonly string[] Places = ["geodetic", "ecef", "enu", "ned", "aer"];
    private static readonly string[] Vectors = ["ecef_vector", "enu_vector", "ned_vector"];

    /// <inheritdoc />
    public string Table => "geodesy_local_frames.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "local frames (east-north-up)";

    /// <inheritdoc />
    public string Source => "pymap3d test suite; 40-digit closed form";

    /// <inheritdoc />
    public string Rule =>
        "Any operation between geodetic, ecef, enu, ned and aer (azimuth, elevation, range) places, and between ecef, enu and ned vectors; judged by the distance between found and expected place. "
        + "Angles printed in degrees limit that distance to half their last digit times the range.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["op", "lat0_deg", "lon0_deg", "h0_m", "in1", "in2", "in3", "out1", "out2", "out3", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(row.Number("lat0_deg", -90, 90), row.Number("lon0_deg", -360, 360), row.Number("h0_m")));
        var operation = row.Text("op").Split("_to_");
        if (operation.Length != 2) throw Unknown(row);
        var (from, to) = (operation[0], operation[1]);
        EcefVector input, expected;
        if (Places.Contains(from, StringComparer.Ordinal) && Places.Contains(to, StringComparer.Ordinal))
        {
            (input, expected) = (Place(row, "in", from, frame), Place(row, "out", to, frame));
        }
        else if (Vectors.Contains(from, StringComparer.Ordinal) && Vectors.Contains(to, StringComparer.Ordinal))
        {
            (input, expected) = (Direction(row, "in", from, frame), Direction(row, "out", to, frame));
        }
        else
        {
            throw Unknown(row);
        }

        // The forward conversion is part of "input", its inverse part of "expected": both must agree in the frame they are given in.
        findings.CheckError(row.Text("op").Replace('_', ' '), to.EndsWith("vector", StringComparison.Ordinal) ? "" : "m", Found(input, to, frame).DistanceTo(Given(row, to, expected, frame)), row.Tolerance(), PrintedHalf(row, to, expected, frame));
    }

    // The found place, expressed in the frame of the result; geodetic and polar results are judged as places.
    private static EcefVector Found(EcefVector input, string to, LocalFrame frame) => to switch
    {
        "enu" or "ned" => Triple(frame.ToLocal(input)),
        "enu_vector" or "ned_vector" => Triple(frame.Rotate(input)),
        "geodetic" => Wgs84.ToEcef(Wgs84.ToGeodetic(input)),
        _ => input,
    };

    private static EcefVector Given(ReferenceRow row, string to, EcefVector expected, LocalFrame frame) => to switch
    {
        "enu" or "enu_vector" => new EcefVector(Scaled(row, "out", 1), Scaled(row, "out", 2), Scaled(row, "out", 3)),
        "ned" or "ned_vector" => new EcefVector(Scaled(row, "out", 2), Scaled(row, "out", 1), -Scaled(row, "out", 3)),
        _ => expected,
    };

    private static double PrintedHalf(ReferenceRow row, string to, EcefVector expected, LocalFrame frame)
    {
        var (first, second, third) = (row.Value("out1").LastDigit * Unit(row, "out", 1), row.Value("out2").LastDigit * Unit(row, "out", 2), row.Value("out3").LastDigit * Unit(row, "out", 3));
        var leverM = to switch
        {
            "aer" => frame.ToLocal(expected).Length,
            "geodetic" => Wgs84.MeanRadiusM,
            _ => 0,
        };
        return 0.5 * (leverM > 0 ? Math.Max(double.DegreesToRadians(Math.Max(first, second)) * leverM, third) : Math.Max(Math.Max(first, second), third));
    }

    private static EcefVector Place(ReferenceRow row, string prefix, string kind, LocalFrame frame)
    {
        var (a, b, c) = (Scaled(row, prefix, 1), Scaled(row, prefix, 2), Scaled(row, prefix, 3));
        return kind switch
        {
            "geodetic" when Math.Abs(a) > 90 => throw row.Problem(prefix + "1", $"{prefix}1 is {row.Text(prefix + "1")}; expected a latitude"),
            "geodetic" => Wgs84.ToEcef(GeodeticPoint.FromDegrees(a, b, c)),
            "ecef" => new EcefVector(a, b, c),
            "enu" => frame.ToEcef(new EnuVector(a, b, c)),
            "ned" => frame.ToEcef(new EnuVector(b, a, -c)),
            _ => frame.ToEcef(Polar(double.DegreesToRadians(a), double.DegreesToRadians(b), c)),
        };
    }

    private static EcefVector Direction(ReferenceRow row, string prefix, string kind, LocalFrame frame)
    {
        var (a, b, c) = (row.Number(prefix + "1"), row.Number(prefix + "2"), row.Number(prefix + "3"));
        return kind switch
        {
            "ecef_vector" => new EcefVector(a, b, c),
            "enu_vector" => frame.Rotate(new EnuVector(a, b, c)),
            _ => frame.Rotate(new EnuVector(b, a, -c)),
        };
    }

    private static double Scaled(ReferenceRow row, string prefix, int place) => row.Number($"{prefix}{place}") * Unit(row, prefix, place);

    // "deg;deg;m", one unit a component; other words, such as "any (vector)", mean the numbers as they stand.
    private static double Unit(ReferenceRow row, string prefix, int place)
    {
        if (!row.Has(prefix + "_units")) return 1;
        var units = row.Text(prefix + "_units").Split(';', StringSplitOptions.TrimEntries);
        if (units.Length != 3) return 1;
        return units[place - 1] switch
        {
            "deg" or "degree" or "degrees" or "m" or "metre" or "m/s" => 1,
            "rad" or "radian" or "radians" => 180 / Math.PI,
            "km" or "km/s" => 1000,
            _ => throw row.Problem(prefix + "_units", $"the unit '{units[place - 1]}' is not known; expected deg, rad, m or km"),
        };
    }

    private static EnuVector Polar(double azimuthRad, double elevationRad, double rangeM)
    {
        var (sine, cosine) = Math.SinCos(elevationRad);
        var (east, north) = Math.SinCos(azimuthRad);
        return new EnuVector(rangeM * cosine * east, rangeM * cosine * north, rangeM * sine);
    }

    private static EcefVector Triple(EnuVector value) => new(value.East, value.North, value.Up);

    private static RowProblemException Unknown(ReferenceRow row) => row.Unknown("op", [.. Pairs(Places), .. Pairs(Vectors)]);

    private static IEnumerable<string> Pairs(string[] names) => from first in names from second in names where first != second select $"{first}_to_{second}";
}
