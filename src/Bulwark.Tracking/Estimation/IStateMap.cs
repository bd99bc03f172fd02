namespace Bulwark.Tracking.Estimation;

/// <summary>A function of a state: a motion over an interval, or a measurement.</summary>
internal interface IStateMap
{
    int Outputs { get; }

    void Evaluate(ReadOnlySpan<double> state, Span<double> values);

    void Differentiate(ReadOnlySpan<double> state, Span<double> jacobian);

    double Difference(int index, double left, double right);
}
