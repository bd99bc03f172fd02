using Bulwark.Core.Earth;
using Bulwark.Flight.Ballistic;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary>The free flight's drag against the closed form of a steep re-entry.</summary>
internal sealed class ReentryComparison : IComparison
{
    private const double StandardGravityMPerS2 = 9.80665;
    private const double StepS = 0.002;

    // Twenty scale heights up the air is 2e-9 of that on the ground.
    private const double StartScales = 20;

    /// <inheritdoc />
    public string Table => "ballistic_reentry_allen_eggers.csv";

    /// <inheritdoc />
    public string Area => "Flight";

    /// <inheritdoc />
    public string Model => "re-entry with drag";

    /// <inheritdoc />
    public string Source => "Allen and Eggers, NACA TR 1381 (1958)";

    /// <inheritdoc />
    public string Rule => "Integrated by the ballistic flight's own equations in exponential air without gravity from twenty scale heights up, in steps of 2 ms; the peak by a parabola through the three largest decelerations, 5 m as the row's text says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns =>
    [
        "rho0_kg_m3", "scale_height_m", "entry_speed_m_s", "flight_path_angle_below_horizontal_deg", "beta_kg_m2", "peak_decel_altitude_m", "peak_decel_g", "speed_at_peak_m_s", "speed_at_ground_m_s", "tolerance",
    ];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (density, scaleM) = (row.Number("rho0_kg_m3", 1e-6, 1e3), row.Number("scale_height_m", 100, 1e5));
        var (speedMPerS, angleRad) = (row.Number("entry_speed_m_s", 100, 2e4), double.DegreesToRadians(row.Number("flight_path_angle_below_horizontal_deg", 5, 90)));
        var body = new FreeBody<ExponentialEnvironment>(1 / row.Number("beta_kg_m2", 10, 1e7), DragCurve.Constant(1), new ExponentialEnvironment(density, scaleM));
        var (sine, cosine) = Math.SinCos(angleRad);
        var (position, velocity) = (new EcefVector(0, 0, StartScales * scaleM), new EcefVector(cosine, 0, -sine) * speedMPerS);
        Span<(double HeightM, double SpeedMPerS, double LoadMPerS2)> last = stackalloc (double, double, double)[3];
        var (peakM, peakMPerS, peakLoad, groundMPerS) = (double.NaN, double.NaN, double.NaN, double.NaN);
        for (var step = 0; step < 2_000_000; step++)
        {
            (last[0], last[1]) = (last[1], last[2]);
            last[2] = (position.Z, velocity.Length, body.Acceleration(position, velocity).Length);
            if (double.IsNaN(peakM) && step > 2 && last[1].LoadMPerS2 > last[0].LoadMPerS2 && last[1].LoadMPerS2 >= last[2].LoadMPerS2)
            {
                var offset = 0.5 * (last[0].LoadMPerS2 - last[2].LoadMPerS2) / (last[0].LoadMPerS2 - (2 * last[1].LoadMPerS2) + last[2].LoadMPerS2);
                peakM = last[1].HeightM + (0.5 * offset * (last[2].HeightM - last[0].HeightM));
                peakMPerS = last[1].SpeedMPerS + (0.5 * offset * (last[2].SpeedMPerS - last[0].SpeedMPerS));
                peakLoad = last[1].LoadMPerS2 - (0.25 * offset * (last[0].LoadMPerS2 - last[2].LoadMPerS2));
            }

            var (before, beforeMPerS) = (position.Z, velocity.Length);
            body.Step(ref position, ref velocity, StepS);
            if (position.Z > 0) continue;
            groundMPerS = beforeMPerS + ((velocity.Length - beforeMPerS) * before / (before - position.Z));
            break;
        }

        var relative = row.Tolerance();
        findings.Check("height of the peak", "m", peakM, row.Value("peak_decel_altitude_m"), Tolerance.Absolute(5));
        findings.Check("peak", "g", peakLoad / StandardGravityMPerS2, row.Value("peak_decel_g"), relative);
        findings.Check("speed at the peak", "m/s", peakMPerS, row.Value("speed_at_peak_m_s"), relative);
        findings.Check("speed at the ground", "m/s", groundMPerS, row.Value("speed_at_ground_m_s"), relative);
    }
}
