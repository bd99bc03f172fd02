using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary><see cref="ProportionalNavigation"/> in Zarchan's classic planar engagement.</summary>
internal sealed class PlanarComparison : IComparison
{
    private const double StandardGravityFtPerS2 = 32.2;
    private const double MissileFtPerS = 3000;
    private const double TargetFtPerS = 1000;

    /// <inheritdoc />
    public string Table => "guidance_pn_planar_engagement.csv";

    /// <inheritdoc />
    public string Area => "Flight";

    /// <inheritdoc />
    public string Model => "planar engagement, proportional navigation";

    /// <inheritdoc />
    public string Source => "inputs of Zarchan, chapter 2, two independent integrators";

    /// <inheritdoc />
    public string Rule =>
        "In feet, as the book: no lag, missile 3000 ft/s, target 1000 ft/s coming in, both at 10,000 ft, 40,000 ft apart. Flown until the range is 1 ft; 1e-3 s, 1e-3 g and 0.5 ft/s as the row's text says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns =>
    [
        "effective_navigation_ratio", "heading_error_deg", "target_accel_ft_s2", "time_to_1ft_s", "nc_initial_g", "nc_half_time_g", "nc_90pct_time_g", "integrated_abs_accel_ft_s", "tolerance",
    ];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var ratio = row.Number("effective_navigation_ratio", 2, 20);
        var headingRad = double.DegreesToRadians(row.Number("heading_error_deg", -45, 45));
        var turn = row.Number("target_accel_ft_s2", -400, 400);
        var (timeS, impulse, initial) = Engage(ratio, headingRad, turn, double.PositiveInfinity);
        var commands = row.Tolerance("accelerations");
        findings.Check("time", "s", timeS, row.Value("time_to_1ft_s"), Tolerance.Absolute(1e-3));
        findings.Check("command", "g", initial / StandardGravityFtPerS2, row.Value("nc_initial_g"), commands);
        findings.Check("command", "g", Engage(ratio, headingRad, turn, timeS / 2).Command / StandardGravityFtPerS2, row.Value("nc_half_time_g"), commands);
        findings.Check("command", "g", Engage(ratio, headingRad, turn, timeS * 0.9).Command / StandardGravityFtPerS2, row.Value("nc_90pct_time_g"), commands);
        findings.Check("summed command", "ft/s", impulse, row.Value("integrated_abs_accel_ft_s"), row.Tolerance("delta-v"));
    }

    private static (double TimeS, double Impulse, double Command) Engage(double ratio, double headingErrorRad, double targetTurn, double untilS)
    {
        const double LongestS = 100;
        var missile = new EcefVector(0, 10_000, 0);
        var target = new EcefVector(40_000, 10_000, 0);
        var velocity = new EcefVector(MissileFtPerS * Math.Cos(headingErrorRad), MissileFtPerS * Math.Sin(headingErrorRad), 0);
        var (timeS, impulse) = (0.0, 0.0);
        var initial = Signed(target - missile, TargetVelocity(0) - velocity);
        while (timeS < LongestS)
        {
            var sight = target - missile;
            var rangeLeft = sight.Length - 1;
            var closing = -sight.Dot(TargetVelocity(timeS) - velocity) / sight.Length;
            if (rangeLeft < 1e-6) return (timeS, impulse, initial);
            if (timeS >= untilS - 1e-12) return (timeS, impulse, Signed(sight, TargetVelocity(timeS) - velocity));
            if (!(closing > 0)) break;
            var step = Math.Min(Math.Min(1e-3, untilS - timeS), Math.Max(0.02 * rangeLeft, 1e-7) / closing);
            if (rangeLeft < 1) step = Math.Min(step, rangeLeft / closing);

            var (m1, a1) = (velocity, Command(target - missile, TargetVelocity(timeS) - velocity));
            var middle = target + ((TargetVelocity(timeS) + (4 * TargetVelocity(timeS + (0.25 * step))) + TargetVelocity(timeS + (0.5 * step))) * (step / 12));
            var end = target + ((TargetVelocity(timeS) + (4 * TargetVelocity(timeS + (0.5 * step))) + TargetVelocity(timeS + step)) * (step / 6));
            var m2 = velocity + (a1 * (0.5 * step));
            var a2 = Command(middle - missile - (m1 * (0.5 * step)), TargetVelocity(timeS + (0.5 * step)) - m2);
            var m3 = velocity + (a2 * (0.5 * step));
            var a3 = Command(middle - missile - (m2 * (0.5 * step)), TargetVelocity(timeS + (0.5 * step)) - m3);
            var m4 = velocity + (a3 * step);
            var a4 = Command(end - missile - (m3 * step), TargetVelocity(timeS + step) - m4);
            missile += (m1 + (2 * (m2 + m3)) + m4) * (step / 6);
            velocity += (a1 + (2 * (a2 + a3)) + a4) * (step / 6);
            target = end;
            impulse += (a1.Length + (2 * (a2.Length + a3.Length)) + a4.Length) * (step / 6);
            timeS += step;
        }

        return (double.NaN, double.NaN, double.NaN);

        EcefVector Command(EcefVector r, EcefVector v) => ProportionalNavigation.Command(r, v, ratio);

        double Signed(EcefVector r, EcefVector v) => Command(r, v).Dot(new EcefVector(-r.Y, r.X, 0).Normalized());

        EcefVector TargetVelocity(double t)
        {
            var (sine, cosine) = Math.SinCos(targetTurn / TargetFtPerS * t);
            return new EcefVector(-TargetFtPerS * cosine, TargetFtPerS * sine, 0);
        }
    }
}
