namespace Bulwark.Tracking.Estimation;

/// <summary>A motion over an interval as a function of the state.</summary>
internal readonly struct MotionMap(IStateMotion motion, double intervalS, int dimension) : IStateMap
{
    public int Outputs => dimension;

    public void Evaluate(ReadOnlySpan<double> state, Span<double> values) => motion.Move(state, intervalS, values);

    public void Differentiate(ReadOnlySpan<double> state, Span<double> jacobian) => motion.Differentiate(state, intervalS, jacobian);

    public double Difference(int index, double left, double right) => left - right;
}
