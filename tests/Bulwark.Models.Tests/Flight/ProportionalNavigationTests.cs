using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Models.Tests.Flight;

public class ProportionalNavigationTests
{
    // In the linear setting the line of sight lies along x and all offsets are so small that squares vanish against rounding.
    private const double Small = 1e-6;
    private const double ClosingMPerS = 1000;

    [Fact]
    public void ZeroLagCommandsAreZarchansClosedForms()
    {
        foreach (var row in ReferenceCsv.Read("guidance_pn_zero_lag.csv"))
        {
            var (ratio, share) = (row.Number("effective_navigation_ratio"), row.Number("t_over_tF"));
            // Tolerance of the table: 1e-6 (linear model).
            Assert.Equal(row.Number("nc_tF_over_VM_HE_abs"), Math.Abs(LinearCommand(ratio, share, 0, -Small)) / Small, 1e-6);
            Assert.Equal(row.Number("nc_over_nT_pn"), LinearCommand(ratio, share, Small, 0) / Small, 1e-6);
        }
    }

    [Fact]
    public void SingleLagMissIsZarchansClosedForm()
    {
        foreach (var row in ReferenceCsv.Read("guidance_pn_single_lag_miss.csv"))
        {
            var (ratio, flightS) = (row.Number("effective_navigation_ratio"), row.Number("tF_over_T"));
            // Tolerance of the table for simulations: 1e-3.
            Assert.Equal(row.Number("miss_over_nT_T2_target_manoeuvre"), LagMiss(ratio, flightS, Small, 0) / Small, 1e-3);
            Assert.Equal(row.Number("miss_over_v_T_heading_error"), LagMiss(ratio, flightS, 0, Small) / Small, 1e-3);
        }
    }

    [Fact]
    public void PlanarEngagementsAreReproduced()
    {
        const double G = 32.2;
        foreach (var row in ReferenceCsv.Read("guidance_pn_planar_engagement.csv"))
        {
            var ratio = row.Number("effective_navigation_ratio");
            var headingRad = double.DegreesToRadians(row.Number("heading_error_deg"));
            var turn = row.Number("target_accel_ft_s2");
            var (timeS, impulse, initial) = Engage(ratio, headingRad, turn, double.PositiveInfinity);

            // Tolerances are the table's: 1e-3 s, 1e-3 g, 0.5 ft/s.
            Assert.Equal(row.Number("time_to_1ft_s"), timeS, 1e-3);
            Assert.Equal(row.Number("integrated_abs_accel_ft_s"), impulse, 0.5);
            Assert.Equal(row.Number("nc_initial_g"), initial / G, 1e-3);
            Assert.Equal(row.Number("nc_half_time_g"), Engage(ratio, headingRad, turn, timeS / 2).Command / G, 1e-3);
            Assert.Equal(row.Number("nc_90pct_time_g"), Engage(ratio, headingRad, turn, timeS * 0.9).Command / G, 1e-3);
        }
    }

    [Fact]
    public void CommandIsAcrossTheLineOfSightInSpace()
    {
        var (r, v) = (new EcefVector(3000, -2000, 1500), new EcefVector(-900, 400, -300));
        var command = ProportionalNavigation.Command(r, v, 4);
        var omega = r.Cross(v) / r.LengthSquared;
        var closing = -r.Dot(v) / r.Length;
        Assert.InRange(command.DistanceTo(omega.Cross(r.Normalized()) * (4 * closing)), 0, 1e-10);
        Assert.InRange(Math.Abs(command.Dot(r)), 0, 1e-9);
    }

    // One second of flight in the linear setting: the command at a share of it.
    private static double LinearCommand(double ratio, double share, double targetMPerS2, double speedMPerS)
    {
        const int Steps = 4000;
        var (y, rate) = (0.0, speedMPerS);
        var step = share / Steps;
        for (var i = 0; i < Steps && share > 0; i++)
        {
            var t = i * step;
            var (k1y, k1v) = (rate, Rate(t, y, rate));
            var (k2y, k2v) = (rate + (0.5 * step * k1v), Rate(t + (0.5 * step), y + (0.5 * step * k1y), rate + (0.5 * step * k1v)));
            var (k3y, k3v) = (rate + (0.5 * step * k2v), Rate(t + (0.5 * step), y + (0.5 * step * k2y), rate + (0.5 * step * k2v)));
            var (k4y, k4v) = (rate + (step * k3v), Rate(t + step, y + (step * k3y), rate + (step * k3v)));
            y += step / 6 * (k1y + (2 * (k2y + k3y)) + k4y);
            rate += step / 6 * (k1v + (2 * (k2v + k3v)) + k4v);
        }

        return Lateral(ratio, 1 - share, y, rate);

        double Rate(double t, double offset, double offsetRate) => targetMPerS2 - Lateral(ratio, 1 - t, offset, offsetRate);
    }

    private static double LagMiss(double ratio, double flightS, double targetMPerS2, double speedMPerS)
    {
        const int Steps = 20_000;
        var (y, rate, lateral) = (0.0, speedMPerS, EcefVector.Zero);
        var step = flightS / Steps;
        for (var i = 0; i < Steps; i++)
        {
            // The command of the middle of the step, held, as the flight holds it; the last middle is half a step before the end.
            var middleLateral = lateral;
            var command = new EcefVector(0, Lateral(ratio, flightS - ((i + 0.5) * step), y + (0.5 * step * rate), rate + (0.5 * step * (targetMPerS2 - middleLateral.Y))), 0);
            var next = FirstOrderLag.Respond(lateral, command, step, 1);
            var acceleration = targetMPerS2 - (0.5 * (lateral.Y + next.Y));
            y += (rate * step) + (0.5 * acceleration * step * step);
            rate += acceleration * step;
            lateral = next;
        }

        return y;
    }

    private static double Lateral(double ratio, double toGoS, double y, double rate) =>
        ProportionalNavigation.Command(new EcefVector(ClosingMPerS * toGoS, y, 0), new EcefVector(-ClosingMPerS, rate, 0), ratio).Y;

    // The classic planar engagement, in feet: zero lag, missile at 3000 ft/s, target at 1000 ft/s coming in, both at 10 000 ft, 40 000 ft apart.
    private static (double TimeS, double Impulse, double Command) Engage(double ratio, double headingErrorRad, double targetTurn, double untilS)
    {
        const double TargetSpeed = 1000;
        var missile = new EcefVector(0, 10_000, 0);
        var target = new EcefVector(40_000, 10_000, 0);
        var velocity = new EcefVector(3000 * Math.Cos(headingErrorRad), 3000 * Math.Sin(headingErrorRad), 0);
        var (timeS, impulse) = (0.0, 0.0);
        var initial = Signed(target - missile, TargetVelocity(0) - velocity);
        while (true)
        {
            var sight = target - missile;
            var rangeLeft = sight.Length - 1;
            var closing = -sight.Dot(TargetVelocity(timeS) - velocity) / sight.Length;
            if (rangeLeft < 1e-6) return (timeS, impulse, initial);
            if (timeS >= untilS - 1e-12) return (timeS, impulse, Signed(sight, TargetVelocity(timeS) - velocity));
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

        EcefVector Command(EcefVector r, EcefVector v) => ProportionalNavigation.Command(r, v, ratio);

        double Signed(EcefVector r, EcefVector v) => Command(r, v).Dot(new EcefVector(-r.Y, r.X, 0).Normalized());

        EcefVector TargetVelocity(double t)
        {
            var (sine, cosine) = Math.SinCos(targetTurn / TargetSpeed * t);
            return new EcefVector(-TargetSpeed * cosine, TargetSpeed * sine, 0);
        }
    }
}
