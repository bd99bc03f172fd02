namespace Bulwark.Tracking.Estimation;

/// <summary>
/// A way of moving, as a filter needs it: where a state goes, how that changes with the state, and what noise comes in. Immutable and
/// safe for any number of threads. States are laid out as <see cref="GaussianBelief"/> says.
/// </summary>
public interface IStateMotion
{
    /// <summary>Name for people.</summary>
    string Name { get; }

    /// <summary>What the state holds beyond position and velocity.</summary>
    StateExtra Extra { get; }

    /// <summary>The state some time later, without noise.</summary>
    /// <param name="fromSi">The state.</param>
    /// <param name="intervalS">Time, seconds; negative for the past.</param>
    /// <param name="toSi">Receives the later state; may be the same memory.</param>
    void Move(ReadOnlySpan<double> fromSi, double intervalS, Span<double> toSi);

    /// <summary>How the later state changes with the state.</summary>
    /// <param name="fromSi">The state.</param>
    /// <param name="intervalS">Time, seconds; negative for the past.</param>
    /// <param name="jacobianSi">Receives the square matrix of derivatives, row by row.</param>
    void Differentiate(ReadOnlySpan<double> fromSi, double intervalS, Span<double> jacobianSi);

    /// <summary>Adds the covariance of the noise that comes in over a time.</summary>
    /// <param name="fromSi">The state.</param>
    /// <param name="intervalS">Time, seconds, not negative.</param>
    /// <param name="covarianceSi">A covariance, row by row, to be added to.</param>
    void AddNoise(ReadOnlySpan<double> fromSi, double intervalS, Span<double> covarianceSi);
}
