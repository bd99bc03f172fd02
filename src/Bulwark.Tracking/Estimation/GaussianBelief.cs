using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// A Gaussian belief about a state of six to nine components at one time: Earth-fixed position (m), velocity (m/s) and what
/// <see cref="StateExtra"/> says. A value; copying it copies everything.
/// </summary>
public struct GaussianBelief
{
    /// <summary>Largest number of components.</summary>
    public const int LargestDimension = 9;

    private Means _mean;
    private Covariances _covariance;

    /// <summary>An empty belief: all zero.</summary>
    /// <param name="extra">What the state holds beyond position and velocity.</param>
    public GaussianBelief(StateExtra extra)
    {
        Extra = extra;
        Dimension = DimensionOf(extra);
    }

    /// <summary>The time the belief is about.</summary>
    public SimTime Time { readonly get; set; }

    /// <summary>What the state holds beyond position and velocity.</summary>
    public StateExtra Extra { get; }

    /// <summary>Number of components.</summary>
    public int Dimension { get; }

    /// <summary>Mean of the components, to be changed in place.</summary>
    [UnscopedRef]
    public Span<double> MeanSi => ((Span<double>)_mean)[..Dimension];

    /// <summary>Covariance, row by row, to be changed in place.</summary>
    [UnscopedRef]
    public Span<double> CovarianceSi => ((Span<double>)_covariance)[..(Dimension * Dimension)];

    /// <summary>Mean position, metres.</summary>
    public readonly EcefVector Position => new(_mean[0], _mean[1], _mean[2]);

    /// <summary>Mean velocity, m/s.</summary>
    public readonly EcefVector Velocity => new(_mean[3], _mean[4], _mean[5]);

    /// <summary>Components of a state.</summary>
    /// <param name="extra">What it holds beyond position and velocity.</param>
    public static int DimensionOf(StateExtra extra) => extra switch { StateExtra.None => 6, StateExtra.Acceleration => 9, _ => 7 };

    /// <summary>A belief of six components.</summary>
    /// <param name="estimate">Where something is believed to be.</param>
    public static GaussianBelief Of(in KinematicEstimate estimate) => Of(in estimate, StateExtra.None, 0, 0);

    /// <summary>A belief whose extra components are all the same and independent of the rest.</summary>
    /// <param name="estimate">Where something is believed to be.</param>
    /// <param name="extra">What else the state holds.</param>
    /// <param name="meanSi">Mean of each extra component, in its unit.</param>
    /// <param name="sigmaSi">Standard deviation of each extra component, in its unit.</param>
    public static GaussianBelief Of(in KinematicEstimate estimate, StateExtra extra, double meanSi, double sigmaSi)
    {
        var belief = new GaussianBelief(extra) { Time = estimate.Time };
        var mean = belief.MeanSi;
        (mean[0], mean[1], mean[2]) = (estimate.Position.X, estimate.Position.Y, estimate.Position.Z);
        (mean[3], mean[4], mean[5]) = (estimate.Velocity.X, estimate.Velocity.Y, estimate.Velocity.Z);
        mean[6..].Fill(meanSi);
        var size = belief.Dimension;
        var covariance = belief.CovarianceSi;
        for (var row = 0; row < 6; row++)
        {
            for (var column = 0; column < 6; column++) covariance[(size * row) + column] = estimate.Elements[(6 * row) + column];
        }

        for (var k = 6; k < size; k++) covariance[(size + 1) * k] = sigmaSi * sigmaSi;
        return belief;
    }

    /// <summary>Position and velocity with their covariance.</summary>
    public readonly KinematicEstimate ToEstimate()
    {
        var estimate = new KinematicEstimate { Time = Time, Position = Position, Velocity = Velocity };
        for (var row = 0; row < 6; row++)
        {
            for (var column = 0; column < 6; column++) estimate.Elements[(6 * row) + column] = _covariance[(Dimension * row) + column];
        }

        return estimate;
    }

    [InlineArray(LargestDimension)]
    private struct Means
    {
        private double _element0;
    }

    [InlineArray(LargestDimension * LargestDimension)]
    private struct Covariances
    {
        private double _element0;
    }
}
