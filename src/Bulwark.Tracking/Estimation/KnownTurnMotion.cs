namespace Bulwark.Tracking.Estimation;

/// <summary>
/// A coordinated turn of known rate about the local vertical, disturbed by white acceleration. Immutable.
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation (2001), section 11.7.1.
/// </summary>
/// <param name="TurnRateRadPerS">Rate of turn, rad/s, positive to the right (azimuth grows).</param>
/// <param name="HorizontalPsdM2PerS3">Power spectral density of horizontal acceleration, m²/s³, not negative.</param>
/// <param name="VerticalPsdM2PerS3">Power spectral density of vertical acceleration, m²/s³, not negative.</param>
public sealed record KnownTurnMotion(double TurnRateRadPerS, double HorizontalPsdM2PerS3, double VerticalPsdM2PerS3) : IStateMotion
{
    /// <inheritdoc />
    public string Name => "turn of known rate";

    /// <inheritdoc />
    public StateExtra Extra => StateExtra.None;

    /// <inheritdoc />
    public void Move(ReadOnlySpan<double> fromSi, double intervalS, Span<double> toSi) =>
        new TurnGeometry(MotionNoise.Up(fromSi), TurnRateRadPerS, intervalS).Move(fromSi, toSi);

    /// <inheritdoc />
    public void Differentiate(ReadOnlySpan<double> fromSi, double intervalS, Span<double> jacobianSi)
    {
        MotionNoise.Identity(jacobianSi, 6);
        new TurnGeometry(MotionNoise.Up(fromSi), TurnRateRadPerS, intervalS).Fill(jacobianSi, 6);
    }

    /// <inheritdoc />
    public void AddNoise(ReadOnlySpan<double> fromSi, double intervalS, Span<double> covarianceSi) =>
        MotionNoise.AddWhiteAcceleration(covarianceSi, 6, MotionNoise.Up(fromSi), HorizontalPsdM2PerS3, VerticalPsdM2PerS3, intervalS);
}
