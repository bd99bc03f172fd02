using Bulwark.Tracking.Estimation;

namespace Bulwark.Models.Tests.Tracking.Estimation;

/// <summary>Measures some components of the state as they are.</summary>
internal sealed class LinearMeasurement(int[] components, double[] measured, double[] variances) : IStateMeasurement
{
    public int Dimension => components.Length;

    public ReadOnlySpan<double> MeasuredSi => measured;

    public ReadOnlySpan<double> NoiseSi => variances;

    public void Expect(ReadOnlySpan<double> stateSi, Span<double> valuesSi)
    {
        for (var k = 0; k < components.Length; k++) valuesSi[k] = stateSi[components[k]];
    }

    public void Differentiate(ReadOnlySpan<double> stateSi, Span<double> jacobianSi)
    {
        jacobianSi.Clear();
        for (var k = 0; k < components.Length; k++) jacobianSi[(k * stateSi.Length) + components[k]] = 1;
    }

    public double DifferenceSi(int index, double leftSi, double rightSi) => leftSi - rightSi;
}
