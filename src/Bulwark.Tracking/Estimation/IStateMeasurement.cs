namespace Bulwark.Tracking.Estimation;

/// <summary>Measured values as a filter needs them: what a state would give, how that changes with the state, and the noise.</summary>
public interface IStateMeasurement
{
    /// <summary>Number of measured values, 1 to <see cref="GaussianBelief.LargestDimension"/>.</summary>
    int Dimension { get; }

    /// <summary>The values a state would give without noise.</summary>
    /// <param name="stateSi">The state, laid out as <see cref="GaussianBelief"/> says.</param>
    /// <param name="valuesSi">Receives the values.</param>
    void Expect(ReadOnlySpan<double> stateSi, Span<double> valuesSi);

    /// <summary>How the values change with the state.</summary>
    /// <param name="stateSi">The state.</param>
    /// <param name="jacobianSi">Receives the derivatives: one row for each value, one column for each component.</param>
    void Differentiate(ReadOnlySpan<double> stateSi, Span<double> jacobianSi);

    /// <summary>Left less right of one value; angles by the short way round.</summary>
    /// <param name="index">Which value.</param>
    /// <param name="leftSi">The one.</param>
    /// <param name="rightSi">The other.</param>
    /// <returns>The difference in the value's unit.</returns>
    double DifferenceSi(int index, double leftSi, double rightSi);

    /// <summary>The measured values.</summary>
    ReadOnlySpan<double> MeasuredSi { get; }

    /// <summary>Variances of the measured values, whose errors are independent.</summary>
    ReadOnlySpan<double> NoiseSi { get; }
}
