using Bulwark.Core.Numerics;
using Bulwark.Tracking.Gating;

namespace Bulwark.Tracking.Metrics;

/// <summary>
/// Whether a filter's covariances are honest: the mean of its normalised squared errors (of the estimate, NEES; of the innovations, NIS)
/// and the band in which it lies with 95 % when they are. Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to
/// Tracking and Navigation (2001), section 5.4. Mutable.
/// </summary>
public sealed class ConsistencyScore
{
    private const double TwoSided95 = 1.959963984540054;
    private readonly int _dimension;
    private double _sum;
    private long _degrees;

    /// <summary>Makes an empty one.</summary>
    /// <param name="dimension">Components of an error, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The dimension is below 1.</exception>
    public ConsistencyScore(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        _dimension = dimension;
    }

    /// <summary>Errors taken in.</summary>
    public int Count { get; private set; }

    /// <summary>Errors left out because their covariance was not positive definite, or they were not finite.</summary>
    public int Unusable { get; private set; }

    /// <summary>Mean normalised squared error over its expectation, which is 1 for honest covariances: above 1 they are too small. Not-a-number without errors.</summary>
    public double MeanRatio => _sum / _degrees;

    /// <summary>Lower end of the band of <see cref="MeanRatio"/>.</summary>
    public double LowRatio => Quantile(0.025) / _degrees;

    /// <summary>Upper end of the band of <see cref="MeanRatio"/>.</summary>
    public double HighRatio => Quantile(0.975) / _degrees;

    /// <summary>Whether the mean lies in the band.</summary>
    public bool IsConsistent => MeanRatio >= LowRatio && MeanRatio <= HighRatio;

    /// <summary>Takes in one error.</summary>
    /// <param name="errorSi">The error, as many components as the dimension.</param>
    /// <param name="covarianceSi">Its covariance by the filter, row by row.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Add(ReadOnlySpan<double> errorSi, ReadOnlySpan<double> covarianceSi)
    {
        if (errorSi.Length != _dimension || covarianceSi.Length != _dimension * _dimension) throw new ArgumentException($"Needs an error of {_dimension} components and its covariance.", nameof(errorSi));
        AddSquared(SquaredRatio(errorSi, covarianceSi));
    }

    /// <summary>One error, normalised: the error times the inverse of its covariance times the error; not-a-number when the covariance is not positive definite.</summary>
    /// <param name="errorSi">The error, 1 to 6 components.</param>
    /// <param name="covarianceSi">Its covariance, row by row.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static double SquaredRatio(ReadOnlySpan<double> errorSi, ReadOnlySpan<double> covarianceSi)
    {
        var dimension = errorSi.Length;
        if (dimension is < 1 or > 6 || covarianceSi.Length != dimension * dimension) throw new ArgumentException("Needs an error of 1 to 6 components and its covariance.", nameof(errorSi));
        Span<double> lower = stackalloc double[dimension * dimension];
        Span<double> solved = stackalloc double[dimension];
        covarianceSi.CopyTo(lower);
        errorSi.CopyTo(solved);
        if (!SmallMatrix.TryCholesky(lower, dimension)) return double.NaN;
        SmallMatrix.CholeskySolve(lower, solved, dimension);
        var squared = 0.0;
        for (var k = 0; k < dimension; k++) squared += errorSi[k] * solved[k];
        return squared;
    }

    /// <summary>Takes in one error that is normalised already.</summary>
    /// <param name="squaredRatio">The error times the inverse of its covariance times the error.</param>
    public void AddSquared(double squaredRatio) => AddSquared(squaredRatio, _dimension);

    /// <summary>Takes in one error that is normalised already and has a number of components of its own.</summary>
    /// <param name="squaredRatio">The error times the inverse of its covariance times the error.</param>
    /// <param name="dimension">Its components, 1 or more.</param>
    public void AddSquared(double squaredRatio, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        if (!double.IsFinite(squaredRatio) || squaredRatio < 0)
        {
            Unusable++;
            return;
        }

        _sum += squaredRatio;
        _degrees += dimension;
        Count++;
    }

    /// <summary>What it has come to.</summary>
    public Consistency Finish() => Count == 0 ? Consistency.None : new Consistency(MeanRatio, LowRatio, HighRatio, Count);

    // Exact for few degrees of freedom; Wilson and Hilferty's cube (Abramowitz and Stegun 26.4.17) for many, right to 1e-4 from 100 on.
    private double Quantile(double probability)
    {
        var degrees = _degrees;
        if (degrees == 0) return double.NaN;
        if (degrees <= 100) return ChiSquareGate.Threshold(probability, (int)degrees);
        var (ninth, deviate) = (2.0 / 9 / degrees, probability < 0.5 ? -TwoSided95 : TwoSided95);
        return degrees * Math.Pow(1 - ninth + (deviate * Math.Sqrt(ninth)), 3);
    }
}
