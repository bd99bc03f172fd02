using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Estimation;

namespace Bulwark.Models.Tests.Tracking.Estimation;

/// <summary>What every way of moving must do, put to each of them.</summary>
public class MotionConformanceTests
{
    private static readonly IStateMotion[] All =
    [
        new ConstantVelocityMotion(40, 5), new ConstantAccelerationMotion(3, 1), new SingerMotion(20, 10, 12), new KnownTurnMotion(0.06, 10, 2),
        new KnownTurnMotion(-0.003, 10, 2), new TurnMotion(10, 2, 1e-5), new BallisticMotion(1, 1e-4),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Derivatives_are_those_of_the_motion(int place)
    {
        var motion = All[place];
        var state = State(motion);
        var size = state.Length;
        var (jacobian, above, below) = (new double[size * size], new double[size], new double[size]);
        motion.Differentiate(state, 4, jacobian);
        for (var column = 0; column < size; column++)
        {
            var step = column < 3 ? 50 : column < 6 ? 1 : 1e-3;
            double[] moved = [.. state];
            moved[column] += step;
            motion.Move(moved, 4, above);
            moved[column] -= 2 * step;
            motion.Move(moved, 4, below);

            // The turn of the local vertical with the place is left out: 300 m/s * 4 s / Earth radius = 2e-4 of a unit.
            for (var row = 0; row < size; row++)
            {
                var scale = column == 6 && size == 7 ? 2e-3 * 300 * 16 : 4e-4;
                Assert.Equal((above[row] - below[row]) / (2 * step), jacobian[(size * row) + column], scale);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Two_steps_are_one_and_back_is_back(int place)
    {
        var motion = All[place];
        var state = State(motion);
        double[] once = new double[state.Length], twice = [.. state];
        motion.Move(state, 5, once);
        motion.Move(twice, 2, twice);
        motion.Move(twice, 3, twice);

        // The local vertical of a turn is that at the start of each step: centimetres over kilometres.
        for (var k = 0; k < state.Length; k++) Assert.Equal(once[k], twice[k], 0.05);
        motion.Move(once, -5, once);
        for (var k = 0; k < state.Length; k++) Assert.Equal(state[k], once[k], 0.1);
        motion.Move(state, 0, once);
        for (var k = 0; k < state.Length; k++) Assert.Equal(state[k], once[k], 1e-9);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Noise_is_positive_and_adds_up_over_steps(int place)
    {
        var motion = All[place];
        var state = State(motion);
        var size = state.Length;
        var (whole, parts, jacobian, work, moved) = (new double[size * size], new double[size * size], new double[size * size], new double[size * size], new double[size * size]);
        motion.AddNoise(state, 5, whole);
        motion.AddNoise(state, 2, parts);
        motion.Differentiate(state, 3, jacobian);
        SmallMatrix.Congruence(jacobian, parts, work, moved, size);
        motion.AddNoise(state, 3, moved);

        // Exact for linear motions. Turns and free flight leave the turning of the noise within a step out: at most rate * time of it.
        var exact = motion is ConstantVelocityMotion or ConstantAccelerationMotion or SingerMotion;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var scale = Math.Sqrt(whole[(size + 1) * row] * whole[(size + 1) * column]);
                Assert.Equal(whole[(size * row) + column], moved[(size * row) + column], exact ? 1e-9 * scale : 0.25 * scale);
                Assert.Equal(whole[(size * row) + column], whole[(size * column) + row], 1e-12 * scale);
            }
        }

        for (var k = 0; k < size; k++) whole[(size + 1) * k] *= 1 + 1e-9;
        Assert.True(SmallMatrix.TryCholesky(whole, size));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(4)]
    [InlineData(60)]
    public void Singers_noise_is_the_printed_closed_form(double seconds)
    {
        // Bar-Shalom, Li and Kirubarajan (2001), equation 8.2.3-6, where it keeps its digits.
        const double Tau = 12;
        var (a, t) = (1 / Tau, seconds);
        var factors = new double[81];
        new SingerMotion(1, 1, Tau).AddNoise(State(new SingerMotion(1, 1, Tau)), t, factors);
        var e = Math.Exp(-a * t);
        var accelerations = (1 - (e * e)) * 1;
        Assert.Equal(accelerations, factors[60], 1e-9 * accelerations);
        if (a * t < 0.1) return;
        var positions = (1 - (e * e) + (2 * a * t) + (2 * a * a * a * t * t * t / 3) - (2 * a * a * t * t) - (4 * a * t * e)) / (a * a * a * a);
        var velocities = ((4 * e) - 3 - (e * e) + (2 * a * t)) / (a * a);
        Assert.Equal(positions, factors[0], 1e-9 * positions);
        Assert.Equal(velocities, factors[30], 1e-9 * velocities);
    }

    [Fact]
    public void A_turn_of_unknown_rate_flies_the_circle_that_the_known_one_flies()
    {
        var state = State(new TurnMotion(1, 1, 1e-6));
        var (unknown, known) = (new double[7], new double[6]);
        new TurnMotion(1, 1, 1e-6).Move(state, 7, unknown);
        new KnownTurnMotion(state[6], 1, 1).Move(state.AsSpan(0, 6), 7, known);
        for (var k = 0; k < 6; k++) Assert.Equal(known[k], unknown[k], 1e-9);
    }

    /// <summary>An aircraft's state, and a missile's for free flight.</summary>
    internal static double[] State(IStateMotion motion)
    {
        var ballistic = motion.Extra == StateExtra.LogBallisticCoefficient;
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(48, 11, ballistic ? 45_000 : 8000));
        var velocity = frame.Rotate(ballistic ? new EnuVector(700, 600, -900) : new EnuVector(200, 180, 20));
        var position = frame.OriginEcefM;
        double[] six = [position.X, position.Y, position.Z, velocity.X, velocity.Y, velocity.Z];
        return motion.Extra switch
        {
            StateExtra.Acceleration => [.. six, 4, -3, 6],
            StateExtra.TurnRate => [.. six, 0.05],
            StateExtra.LogBallisticCoefficient => [.. six, Math.Log(4000)],
            _ => six,
        };
    }
}
