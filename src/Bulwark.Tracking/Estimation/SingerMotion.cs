namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Singer's manoeuvring target: acceleration is a first-order Gauss-Markov process of zero mean. Immutable.
/// Source: Singer, "Estimating optimal tracking filter performance for manned maneuvering targets", IEEE Trans. AES 6 (1970) 473-483;
/// Bar-Shalom, Li and Kirubarajan (2001), section 8.2.2.
/// </summary>
/// <param name="HorizontalSigmaMPerS2">Standard deviation of horizontal acceleration, m/s², not negative.</param>
/// <param name="VerticalSigmaMPerS2">Standard deviation of vertical acceleration, m/s², not negative.</param>
/// <param name="CorrelationTimeS">Time over which accelerations are forgotten, seconds, positive: about 60 for a lazy turn, 20 for an evasive one.</param>
public sealed record SingerMotion(double HorizontalSigmaMPerS2, double VerticalSigmaMPerS2, double CorrelationTimeS) : IStateMotion
{
    // Abscissas and weights of Gauss and Legendre's eight-point rule on -1 to 1 (Abramowitz and Stegun, table 25.4), positive half.
    private static readonly double[] Abscissas = [0.183434642495649805, 0.525532409916328986, 0.796666477413626740, 0.960289856497536232];
    private static readonly double[] Weights = [0.362683783378361983, 0.313706645877887287, 0.222381034453374471, 0.101228536290376259];

    /// <inheritdoc />
    public string Name => "Singer";

    /// <inheritdoc />
    public StateExtra Extra => StateExtra.Acceleration;

    /// <inheritdoc />
    public void Move(ReadOnlySpan<double> fromSi, double intervalS, Span<double> toSi)
    {
        var (toPosition, toVelocity, kept) = Response(intervalS);
        for (var k = 0; k < 3; k++)
        {
            var (position, velocity, acceleration) = (fromSi[k], fromSi[k + 3], fromSi[k + 6]);
            toSi[k] = position + (intervalS * velocity) + (toPosition * acceleration);
            toSi[k + 3] = velocity + (toVelocity * acceleration);
            toSi[k + 6] = kept * acceleration;
        }
    }

    /// <inheritdoc />
    public void Differentiate(ReadOnlySpan<double> fromSi, double intervalS, Span<double> jacobianSi)
    {
        var (toPosition, toVelocity, kept) = Response(intervalS);
        MotionNoise.Identity(jacobianSi, 9);
        for (var k = 0; k < 3; k++)
        {
            jacobianSi[(9 * k) + k + 3] = intervalS;
            jacobianSi[(9 * k) + k + 6] = toPosition;
            jacobianSi[(9 * (k + 3)) + k + 6] = toVelocity;
            jacobianSi[(10 * (k + 6))] = kept;
        }
    }

    /// <inheritdoc />
    public void AddNoise(ReadOnlySpan<double> fromSi, double intervalS, Span<double> covarianceSi)
    {
        // Singer's closed forms lose all digits over short intervals; they are the integral of the response squared, which does not.
        Span<double> factors = stackalloc double[9];
        var pieces = 1 + (int)(intervalS / (4 * CorrelationTimeS));
        var half = 0.5 * intervalS / pieces;
        for (var piece = 0; piece < pieces; piece++)
        {
            for (var k = 0; k < 2 * Abscissas.Length; k++)
            {
                var at = Abscissas[k / 2] * (k % 2 == 0 ? half : -half);
                var (position, velocity, kept) = Response(((2 * piece) + 1) * half + at);
                ReadOnlySpan<double> response = [position, velocity, kept];
                for (var i = 0; i < 9; i++) factors[i] += Weights[k / 2] * half * response[i / 3] * response[i % 3];
            }
        }

        var scale = 2 / CorrelationTimeS;
        MotionNoise.Add(
            covarianceSi, 9, MotionNoise.Up(fromSi), scale * HorizontalSigmaMPerS2 * HorizontalSigmaMPerS2, scale * VerticalSigmaMPerS2 * VerticalSigmaMPerS2, factors, 3);
    }

    // What an acceleration has done to position and velocity after a time, and what is left of it.
    private (double Position, double Velocity, double Kept) Response(double seconds)
    {
        var x = seconds / CorrelationTimeS;
        var kept = Math.Exp(-x);
        if (Math.Abs(x) > 0.1) return (CorrelationTimeS * CorrelationTimeS * (x - 1 + kept), CorrelationTimeS * (1 - kept), kept);

        // x²/2 - x³/6 + ... and x - x²/2 + ...: eight terms leave 1e-15 at a tenth.
        var (position, velocity, term) = (0.0, 0.0, 1.0);
        for (var n = 1; n <= 9; n++)
        {
            term *= n == 1 ? x : -x / n;
            velocity += term;
            position += term * x / (n + 1);
        }

        return (CorrelationTimeS * CorrelationTimeS * position, CorrelationTimeS * velocity, kept);
    }
}
