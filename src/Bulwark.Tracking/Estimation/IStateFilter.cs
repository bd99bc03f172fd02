namespace Bulwark.Tracking.Estimation;

/// <summary>A filter for one way of moving: predicts a belief and corrects it by measurements. Immutable and safe for any number of threads.</summary>
public interface IStateFilter
{
    /// <summary>Name for people.</summary>
    string Name { get; }

    /// <summary>Predicts a belief.</summary>
    /// <param name="from">The belief; its layout is that of the motion.</param>
    /// <param name="motion">The way of moving.</param>
    /// <param name="intervalS">Time, seconds, not negative.</param>
    /// <param name="to">Receives the predicted belief.</param>
    /// <param name="crossSi">Receives the covariance of the state now (rows) with the later one (columns); empty when not wanted.</param>
    /// <returns>False when the covariance is not positive; the result is then of no use.</returns>
    bool TryPredict(in GaussianBelief from, IStateMotion motion, double intervalS, out GaussianBelief to, Span<double> crossSi);

    /// <summary>Corrects a belief by a measurement of its own time, in place; the covariance keeps Joseph's form.</summary>
    /// <param name="belief">The belief.</param>
    /// <param name="measurement">The measurement.</param>
    /// <param name="fit">Receives how well the measurement fits.</param>
    /// <returns>False when the numbers do not allow an update; the belief is then unchanged.</returns>
    bool TryUpdate(ref GaussianBelief belief, IStateMeasurement measurement, out MeasurementFit fit);
}
