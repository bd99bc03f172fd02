namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Nearly constant acceleration in Earth-fixed coordinates, disturbed by white jerk. Immutable.
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation (2001), section 6.2.3.
/// </summary>
/// <param name="HorizontalJerkPsdSi">Power spectral density of horizontal jerk, m²/s⁵, not negative.</param>
/// <param name="VerticalJerkPsdSi">Power spectral density of vertical jerk, m²/s⁵, not negative.</param>
public sealed record ConstantAccelerationMotion(double HorizontalJerkPsdSi, double VerticalJerkPsdSi) : IStateMotion
{
    /// <inheritdoc />
    public string Name => "constant acceleration";

    /// <inheritdoc />
    public StateExtra Extra => StateExtra.Acceleration;

    /// <inheritdoc />
    public void Move(ReadOnlySpan<double> fromSi, double intervalS, Span<double> toSi)
    {
        for (var k = 0; k < 3; k++)
        {
            var (position, velocity, acceleration) = (fromSi[k], fromSi[k + 3], fromSi[k + 6]);
            toSi[k] = position + (intervalS * (velocity + (0.5 * intervalS * acceleration)));
            toSi[k + 3] = velocity + (intervalS * acceleration);
            toSi[k + 6] = acceleration;
        }
    }

    /// <inheritdoc />
    public void Differentiate(ReadOnlySpan<double> fromSi, double intervalS, Span<double> jacobianSi)
    {
        MotionNoise.Identity(jacobianSi, 9);
        for (var k = 0; k < 3; k++)
        {
            jacobianSi[(9 * k) + k + 3] = jacobianSi[(9 * (k + 3)) + k + 6] = intervalS;
            jacobianSi[(9 * k) + k + 6] = 0.5 * intervalS * intervalS;
        }
    }

    /// <inheritdoc />
    public void AddNoise(ReadOnlySpan<double> fromSi, double intervalS, Span<double> covarianceSi)
    {
        var t = intervalS;
        var (t2, t3, t4, t5) = (t * t, t * t * t, t * t * t * t, t * t * t * t * t);
        MotionNoise.Add(
            covarianceSi, 9, MotionNoise.Up(fromSi), HorizontalJerkPsdSi, VerticalJerkPsdSi, [t5 / 20, t4 / 8, t3 / 6, t4 / 8, t3 / 3, t2 / 2, t3 / 6, t2 / 2, t], 3);
    }
}
