using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary>The interceptor's equations of motion in uniform air against closed forms.</summary>
internal sealed class PointMassComparison : IComparison
{
    private const double StandardGravityMPerS2 = 9.80665;

    // A hostile table could ask for flights without end; the closed forms need far fewer steps.
    private const int MostSteps = 2_000_000;

    private static readonly EcefVector Down = new(0, 0, -StandardGravityMPerS2);

    private static readonly InterceptorParameters Body = new()
    {
        Name = "body",
        LaunchMassKg = 1,
        PropellantMassKg = 0,
        BurnTimeS = 0,
        ThrustN = 0,
        ReferenceAreaM2 = 1,
        DragFactor = 1,
        MaximumLoadMPerS2 = 1,
        TimeConstantS = 0,
        MinimumSpeedMPerS = 1,
        MaximumFlightTimeS = 1,
        MinimumRangeM = 0,
        MaximumRangeM = 1,
        MinimumHeightM = 0,
        MaximumHeightM = 1,
        MaximumTargetSpeedMPerS = 1,
        LethalRadiusM = 1,
        ReliabilityProbability = 1,
        TerminalRangeM = 1,
        TerminalAngleSigmaRad = 0,
    };

    /// <inheritdoc />
    public string Table => "pointmass_drag_boost.csv";

    /// <inheritdoc />
    public string Area => "Flight";

    /// <inheritdoc />
    public string Model => "point mass with drag and boost";

    /// <inheritdoc />
    public string Source => "closed forms, verified by integration";

    /// <inheritdoc />
    public string Rule => "Integrated by the round's own equations of motion, as the row says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["kind_of_motion", "in1_rho_or_m0", "in2_beta_or_mf", "in3_V0_or_Isp", "in4_distance_or_burn_time", "out1", "out2", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (first, second, third) = (row.Number("in1_rho_or_m0", 1e-9, 1e6), row.Number("in2_beta_or_mf", 1e-3, 1e9), row.Number("in3_V0_or_Isp", 1e-3, 1e5));
        var tolerance = row.Tolerance();
        switch (row.Text("kind_of_motion"))
        {
            case "horizontal_coast":
                Check("coast, speed", "m/s", "coast, time", "s", Coast(first, second, third, row.Number("in4_distance_or_burn_time", 0, 1e6)));
                break;
            case "vertical_ascent_apex":
                Check("climb, height", "m", "climb, time", "s", Climb(first, second, third));
                break;
            case "vertical_boost_no_drag":
                if (second >= first) throw row.Problem("in2_beta_or_mf", $"the final mass {second} must be below the first, {first}");
                Check("boost, speed", "m/s", "boost, height", "m", Boost(first, second, third, row.Number("in4_distance_or_burn_time", 1e-3, 1e4)));
                break;
            default:
                throw row.Unknown("kind_of_motion", "horizontal_coast", "vertical_ascent_apex", "vertical_boost_no_drag");
        }

        void Check(string quantity1, string unit1, string quantity2, string unit2, (double First, double Second) found)
        {
            findings.Check(quantity1, unit1, found.First, row.Value("out1"), tolerance);
            findings.Check(quantity2, unit2, found.Second, row.Value("out2"), tolerance);
        }
    }

    private static PointMass<UniformEnvironment> InAir(double densityKgPerM3, double massKg, EcefVector gravity) =>
        new(Body with { LaunchMassKg = massKg }, DragCurve.Constant(1), new UniformEnvironment(densityKgPerM3, gravity));

    private static (double SpeedMPerS, double TimeS) Coast(double densityKgPerM3, double betaKgPerM2, double speedMPerS, double distanceM)
    {
        var body = InAir(densityKgPerM3, betaKgPerM2, EcefVector.Zero);
        var (position, velocity, lateral, timeS, stepS) = (EcefVector.Zero, new EcefVector(speedMPerS, 0, 0), EcefVector.Zero, 0.0, 0.01);
        for (var i = 0; i < MostSteps && Math.Abs(distanceM - position.X) > 1e-9; i++)
        {
            stepS = Math.Min(stepS, (distanceM - position.X) / velocity.X);
            body.Advance(ref position, ref velocity, ref lateral, timeS, EcefVector.Zero, stepS);
            timeS += stepS;
        }

        return (velocity.X, timeS);
    }

    private static (double HeightM, double TimeS) Climb(double densityKgPerM3, double betaKgPerM2, double speedMPerS)
    {
        var body = InAir(densityKgPerM3, betaKgPerM2, Down);
        var (position, velocity, lateral, timeS) = (EcefVector.Zero, new EcefVector(0, 0, speedMPerS), EcefVector.Zero, 0.0);
        for (var i = 0; i < MostSteps && velocity.Z > 1e-7; i++)
        {
            var stepS = Math.Min(0.01, velocity.Z / StandardGravityMPerS2);
            body.Advance(ref position, ref velocity, ref lateral, timeS, EcefVector.Zero, stepS);
            timeS += stepS;
        }

        return (position.Z, timeS);
    }

    private static (double SpeedMPerS, double HeightM) Boost(double startKg, double endKg, double impulseS, double burnS)
    {
        const int Steps = 400;
        var parameters = Body with
        {
            LaunchMassKg = startKg,
            ReferenceAreaM2 = 0,
            PropellantMassKg = startKg - endKg,
            BurnTimeS = burnS,
            ThrustN = impulseS * StandardGravityMPerS2 * (startKg - endKg) / burnS,
        };
        var body = new PointMass<UniformEnvironment>(parameters, DragCurve.Constant(1), new UniformEnvironment(0, Down));
        var (position, velocity, lateral) = (EcefVector.Zero, new EcefVector(0, 0, 1e-9), EcefVector.Zero);
        for (var i = 0; i < Steps; i++) body.Advance(ref position, ref velocity, ref lateral, i * burnS / Steps, EcefVector.Zero, burnS / Steps);
        return (velocity.Z, position.Z);
    }
}
