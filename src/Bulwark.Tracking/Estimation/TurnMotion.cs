using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// A coordinated turn about the local vertical whose rate is part of the state and wanders slowly; disturbed by white acceleration. Immutable.
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation (2001), section 11.7.2.
/// </summary>
/// <param name="HorizontalPsdM2PerS3">Power spectral density of horizontal acceleration, m²/s³, not negative.</param>
/// <param name="VerticalPsdM2PerS3">Power spectral density of vertical acceleration, m²/s³, not negative.</param>
/// <param name="TurnPsdRad2PerS3">Power spectral density of the rate's own change, rad²/s³, not negative.</param>
public sealed record TurnMotion(double HorizontalPsdM2PerS3, double VerticalPsdM2PerS3, double TurnPsdRad2PerS3) : IStateMotion
{
    /// <inheritdoc />
    public string Name => "turn of unknown rate";

    /// <inheritdoc />
    public StateExtra Extra => StateExtra.TurnRate;

    /// <inheritdoc />
    public void Move(ReadOnlySpan<double> fromSi, double intervalS, Span<double> toSi)
    {
        var rate = fromSi[6];
        new TurnGeometry(MotionNoise.Up(fromSi), rate, intervalS).Move(fromSi, toSi);
        toSi[6] = rate;
    }

    /// <inheritdoc />
    public void Differentiate(ReadOnlySpan<double> fromSi, double intervalS, Span<double> jacobianSi)
    {
        MotionNoise.Identity(jacobianSi, 7);
        var turn = new TurnGeometry(MotionNoise.Up(fromSi), fromSi[6], intervalS);
        turn.Fill(jacobianSi, 7);
        var velocity = new EcefVector(fromSi[3], fromSi[4], fromSi[5]);
        TurnGeometry.Column(jacobianSi, 7, 6, turn.TravelSlope(velocity), turn.TurnSlope(velocity));
    }

    /// <inheritdoc />
    public void AddNoise(ReadOnlySpan<double> fromSi, double intervalS, Span<double> covarianceSi)
    {
        MotionNoise.AddWhiteAcceleration(covarianceSi, 7, MotionNoise.Up(fromSi), HorizontalPsdM2PerS3, VerticalPsdM2PerS3, intervalS);

        // The rate's random walk reaches velocity and position through its integrals, to first order in the interval.
        var velocity = new EcefVector(fromSi[3], fromSi[4], fromSi[5]);
        var side = MotionNoise.Up(fromSi).Cross(velocity) * -1;
        ReadOnlySpan<double> along = [side.X, side.Y, side.Z];
        var t = intervalS;
        var q = TurnPsdRad2PerS3;
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var both = q * along[row] * along[column];
                covarianceSi[(7 * row) + column] += both * t * t * t * t * t / 20;
                covarianceSi[(7 * row) + column + 3] += both * t * t * t * t / 8;
                covarianceSi[(7 * (row + 3)) + column] += both * t * t * t * t / 8;
                covarianceSi[(7 * (row + 3)) + column + 3] += both * t * t * t / 3;
            }

            covarianceSi[(7 * row) + 6] += q * along[row] * t * t * t / 6;
            covarianceSi[42 + row] += q * along[row] * t * t * t / 6;
            covarianceSi[(7 * (row + 3)) + 6] += q * along[row] * t * t / 2;
            covarianceSi[45 + row] += q * along[row] * t * t / 2;
        }

        covarianceSi[48] += q * t;
    }
}
