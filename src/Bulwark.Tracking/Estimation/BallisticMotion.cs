using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Ballistic flight: gravity with J2, Earth rotation, drag by a ballistic coefficient that is part of the state and wanders slowly (it changes
/// with Mach number and with what breaks off). Stays right from the ground to space: everything is in Earth-fixed coordinates. Immutable.
/// Source: Li and Jilkov, "Survey of maneuvering target tracking. Part II: motion models of ballistic and space targets", IEEE Trans. AES 46 (2010) 96-119.
/// </summary>
/// <param name="PsdM2PerS3">Power spectral density of unmodelled acceleration in every direction, m²/s³, not negative.</param>
/// <param name="CoefficientPsdPerS">Power spectral density of the change of the coefficient's logarithm, 1/s, not negative.</param>
public sealed record BallisticMotion(double PsdM2PerS3, double CoefficientPsdPerS) : IStateMotion
{
    // Steps of the difference quotients: small against what bends the path, large against the last digit of a position.
    private const double PositionStepM = 20;
    private const double VelocityStepMPerS = 0.5;
    private const double LogStep = 1e-3;

    /// <inheritdoc />
    public string Name => "ballistic";

    /// <inheritdoc />
    public StateExtra Extra => StateExtra.LogBallisticCoefficient;

    /// <inheritdoc />
    public void Move(ReadOnlySpan<double> fromSi, double intervalS, Span<double> toSi)
    {
        var position = new EcefVector(fromSi[0], fromSi[1], fromSi[2]);
        var velocity = new EcefVector(fromSi[3], fromSi[4], fromSi[5]);
        var log = fromSi[6];
        BallisticPath.Move(ref position, ref velocity, Math.Exp(-log), intervalS);
        (toSi[0], toSi[1], toSi[2]) = (position.X, position.Y, position.Z);
        (toSi[3], toSi[4], toSi[5]) = (velocity.X, velocity.Y, velocity.Z);
        toSi[6] = log;
    }

    /// <inheritdoc />
    public void Differentiate(ReadOnlySpan<double> fromSi, double intervalS, Span<double> jacobianSi)
    {
        Span<double> state = stackalloc double[7];
        Span<double> above = stackalloc double[7];
        Span<double> below = stackalloc double[7];
        for (var column = 0; column < 7; column++)
        {
            var step = column < 3 ? PositionStepM : column < 6 ? VelocityStepMPerS : LogStep;
            fromSi[..7].CopyTo(state);
            state[column] = fromSi[column] + step;
            Move(state, intervalS, above);
            state[column] = fromSi[column] - step;
            Move(state, intervalS, below);
            for (var row = 0; row < 7; row++) jacobianSi[(7 * row) + column] = (above[row] - below[row]) / (2 * step);
        }
    }

    /// <inheritdoc />
    public void AddNoise(ReadOnlySpan<double> fromSi, double intervalS, Span<double> covarianceSi)
    {
        MotionNoise.AddWhiteAcceleration(covarianceSi, 7, MotionNoise.Up(fromSi), PsdM2PerS3, PsdM2PerS3, intervalS);
        covarianceSi[48] += CoefficientPsdPerS * intervalS;
    }
}
