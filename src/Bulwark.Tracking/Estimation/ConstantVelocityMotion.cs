namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Nearly constant velocity in Earth-fixed coordinates, disturbed by white acceleration. Immutable.
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation (2001), section 6.2.2.
/// </summary>
/// <param name="HorizontalPsdM2PerS3">Power spectral density of horizontal acceleration, m²/s³, not negative.</param>
/// <param name="VerticalPsdM2PerS3">Power spectral density of vertical acceleration, m²/s³, not negative.</param>
public sealed record ConstantVelocityMotion(double HorizontalPsdM2PerS3, double VerticalPsdM2PerS3) : IStateMotion
{
    /// <inheritdoc />
    public string Name => "constant velocity";

    /// <inheritdoc />
    public StateExtra Extra => StateExtra.None;

    /// <inheritdoc />
    public void Move(ReadOnlySpan<double> fromSi, double intervalS, Span<double> toSi)
    {
        for (var k = 0; k < 3; k++) (toSi[k], toSi[k + 3]) = (fromSi[k] + (fromSi[k + 3] * intervalS), fromSi[k + 3]);
    }

    /// <inheritdoc />
    public void Differentiate(ReadOnlySpan<double> fromSi, double intervalS, Span<double> jacobianSi)
    {
        MotionNoise.Identity(jacobianSi, 6);
        for (var k = 0; k < 3; k++) jacobianSi[(6 * k) + k + 3] = intervalS;
    }

    /// <inheritdoc />
    public void AddNoise(ReadOnlySpan<double> fromSi, double intervalS, Span<double> covarianceSi) =>
        MotionNoise.AddWhiteAcceleration(covarianceSi, 6, MotionNoise.Up(fromSi), HorizontalPsdM2PerS3, VerticalPsdM2PerS3, intervalS);
}
