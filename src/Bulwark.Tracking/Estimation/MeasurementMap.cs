namespace Bulwark.Tracking.Estimation;

/// <summary>A measurement as a function of the state.</summary>
internal readonly struct MeasurementMap(IStateMeasurement measurement) : IStateMap
{
    public int Outputs => measurement.Dimension;

    public void Evaluate(ReadOnlySpan<double> state, Span<double> values) => measurement.Expect(state, values);

    public void Differentiate(ReadOnlySpan<double> state, Span<double> jacobian) => measurement.Differentiate(state, jacobian);

    public double Difference(int index, double left, double right) => measurement.DifferenceSi(index, left, right);
}
