using Bulwark.Core.Numerics;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// The extended Kalman filter: the function's own derivative at the mean. Linear functions are exact.
/// Source: Bar-Shalom, Li and Kirubarajan (2001), section 10.3.3.
/// </summary>
internal sealed class ExtendedFilter : StateFilter
{
    public override string Name => "extended";

    protected override void Regress<TMap>(TMap map, ReadOnlySpan<double> mean, ReadOnlySpan<double> root, Span<double> expected, Span<double> slope, Span<double> rest)
    {
        Span<double> jacobian = stackalloc double[Largest * Largest];
        map.Evaluate(mean, expected);
        map.Differentiate(mean, jacobian);
        SmallMatrix.Multiply(jacobian, root, slope, map.Outputs, mean.Length, mean.Length);
    }
}
