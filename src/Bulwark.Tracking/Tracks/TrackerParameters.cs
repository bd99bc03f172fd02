using System.Collections.Immutable;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Clutter;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Tracks;

/// <summary>Settings of a multi-target tracker. Immutable. Defaults suit rotating air-surveillance radars of 4 to 12 s.</summary>
public sealed record TrackerParameters
{
    /// <summary>Largest number of confirmed tracks held at once (a published cap of a system).</summary>
    public int MaximumTracks { get; init; } = int.MaxValue;

    /// <summary>Hits that confirm a tentative track, within <see cref="ConfirmationWindow"/> looks ("M of N").</summary>
    public int ConfirmationHits { get; init; } = 3;

    /// <summary>Looks in which the hits must fall.</summary>
    public int ConfirmationWindow { get; init; } = 5;

    /// <summary>Consecutive missed looks after which a confirmed track is dropped.</summary>
    public int DeletionMisses { get; init; } = 4;

    /// <summary>Probability that a true plot falls inside the gate, 0 to 1 exclusive.</summary>
    public double GateProbability { get; init; } = 0.99999;

    /// <summary>Standard deviation of unmodelled horizontal acceleration, m/s².</summary>
    public double AccelerationSigmaMPerS2 { get; init; } = 8;

    /// <summary>Standard deviation of unmodelled vertical acceleration, m/s².</summary>
    public double VerticalAccelerationSigmaMPerS2 { get; init; } = 1;

    /// <summary>Largest speed a new track is allowed, m/s.</summary>
    public double MaximumSpeedMPerS { get; init; } = 1200;

    /// <summary>Height assumed for plots that measure none, metres above the ellipsoid.</summary>
    public double AssumedHeightM { get; init; } = 6000;

    /// <summary>Standard deviation of the assumed height, metres.</summary>
    public double AssumedHeightSigmaM { get; init; } = 4000;

    /// <summary>
    /// Correlation time of the unmodelled accelerations, seconds, positive: the process noise is white with a spectral density of
    /// sigma² times this, which makes the filter the same whatever the time between plots.
    /// </summary>
    public double ManoeuvreTimeS { get; init; } = 4;

    /// <summary>Largest rate of climb or descent a new track is allowed, m/s.</summary>
    public double MaximumVerticalSpeedMPerS { get; init; } = 300;

    /// <summary>Chance that a target inside coverage gives a plot at a look, 0 to 1 exclusive.</summary>
    public double DetectionProbability { get; init; } = 0.9;

    /// <summary>
    /// Chance that a plot of no known target falls into one resolution cell (one sigma in each measured value), above 0, below 1.
    /// It weighs leaving a track without plot against giving it a poor one.
    /// </summary>
    public double FalsePlotProbability { get; init; } = 1e-8;

    /// <summary>Chance that the same transponder gives a different Mode 3/A code than before (garbled or changed), 0 to 1 exclusive.</summary>
    public double CodeChangeProbability { get; init; } = 0.001;

    /// <summary>
    /// The ways targets may move; null for straight flight with the noise of <see cref="AccelerationSigmaMPerS2"/> and
    /// <see cref="VerticalAccelerationSigmaMPerS2"/> alone.
    /// </summary>
    public MotionModelSet? Motion { get; init; }

    /// <summary>What the classes of targets make of that motion, once a track's class is settled; null when its class does not matter.</summary>
    public ClassMotion? ClassMotion { get; init; }

    /// <summary>
    /// Of the plots that no known track takes, the share that come from targets seen for the first time, above 0, below 1: how far a
    /// plot alone is believed in.
    /// </summary>
    public double NewTargetShare { get; init; } = 0.05;

    /// <summary>The same share at a sensor's first look, when no target is known yet; above 0, below 1.</summary>
    public double FirstLookTargetShare { get; init; } = 0.5;

    /// <summary>Mean time a target stays in coverage, seconds, positive.</summary>
    public double MeanStayS { get; init; } = 1200;

    /// <summary>Probability of existence from which a tentative track is confirmed, once it has the hits; above 0, below 1.</summary>
    public double ConfirmationProbability { get; init; } = 0.9;

    /// <summary>Probability of existence below which a confirmed track is dropped, above 0, below 1.</summary>
    public double DeletionProbability { get; init; } = 0.01;

    /// <summary>Probability of existence below which a tentative track is given up, above 0, below 1.</summary>
    public double AbandonmentProbability { get; init; } = 1e-6;

    /// <summary>What the estimate of a new track starts from.</summary>
    public StartMethod Start { get; init; }

    /// <summary>What confirms a tentative track and drops a track.</summary>
    public ConfirmationRule Confirmation { get; init; }

    /// <summary>With <see cref="ConfirmationRule.SequentialTest"/>: share of the tracks of false plots that may be confirmed, above 0, below 1.</summary>
    public double FalseTrackProbability { get; init; } = 1e-3;

    /// <summary>With <see cref="ConfirmationRule.SequentialTest"/>: share of the tracks of targets that may be dropped before, above 0, below 1.</summary>
    public double MissedTrackProbability { get; init; } = 0.01;

    /// <summary>Where the density of false plots is taken from.</summary>
    public ClutterModel Clutter { get; init; }

    /// <summary>How plots are given to confirmed tracks.</summary>
    public AssociationMethod Association { get; init; }

    /// <summary>
    /// With <see cref="AssociationMethod.MultipleHypothesis"/>: decisions after which a choice of plots is final, 1 to 6. More wait longer for
    /// what later looks say.
    /// </summary>
    public int HypothesisDepth { get; init; } = 4;

    /// <summary>With <see cref="AssociationMethod.MultipleHypothesis"/>: most accounts kept of one track, 1 to 16.</summary>
    public int HypothesisBranches { get; init; } = 6;

    /// <summary>
    /// Whether one plot may be of two tracks at once where the sensor cannot resolve them (<see cref="Plots.SensorDescription.RangeResolutionM"/>
    /// and <see cref="Plots.SensorDescription.AzimuthResolutionRad"/>); otherwise the second track goes without.
    /// </summary>
    public bool ModelsMergedPlots { get; init; }

    /// <summary>
    /// Largest speed of a new track whose first plot lies above <see cref="BallisticHeightM"/>, in any direction, m/s: as high as that only
    /// missiles fly.
    /// </summary>
    public double MaximumBallisticSpeedMPerS { get; init; } = 5000;

    /// <summary>Height above which new tracks are taken for missiles, metres above the ellipsoid.</summary>
    public double BallisticHeightM { get; init; } = 25_000;

    /// <summary>
    /// Standard deviation of a launch point along the path, as a share of the distance flown before the track began, 0 to 1: what the form of
    /// the boost does to it. Assumed.
    /// </summary>
    public double BoostShare { get; init; } = 0.3;

    /// <summary>
    /// Whether the constant errors of several radars in range, azimuth and time are estimated from the targets they see in common and taken
    /// off their plots.
    /// </summary>
    public bool EstimatesRegistration { get; init; }

    /// <summary>Whether the innovations of confirmed tracks are worked out, for a test of the filter's consistency; nothing else depends on it.</summary>
    public bool MeasuresInnovations { get; init; }

    internal double AbandonmentLogOdds => Confirmation == ConfirmationRule.SequentialTest
        ? Math.Log(MissedTrackProbability / (1 - FalseTrackProbability))
        : Math.Log(AbandonmentProbability / (1 - AbandonmentProbability));

    /// <summary>The motion of each class, in their order; none when classes do not matter.</summary>
    internal ImmutableArray<MotionModelSet> MotionOfClasses => ClassMotion?.Narrow(EffectiveMotion) ?? [];

    /// <summary>All motions that a track may be predicted by.</summary>
    internal IEnumerable<MotionModelSet> EveryMotion => MotionOfClasses.Prepend(EffectiveMotion);

    internal MotionModelSet EffectiveMotion => Motion ?? MotionModelSet.Single(AccelerationSigmaMPerS2, VerticalAccelerationSigmaMPerS2);

    /// <summary>
    /// Whether a plot older than its track's newest is taken in exactly, by doing the later updates again; otherwise it corrects the present
    /// state without the process noise of its lag. Remembers the last three updates of each track, some 7 kB.
    /// </summary>
    public bool UpdatesLateExactly { get; init; }

    /// <summary>How far behind the tracker's clock a plot may be and still be used, seconds, 0 or more.</summary>
    public double MaximumLatenessS { get; init; } = 2;

    /// <summary>
    /// Threads that work on one call, 1 to 64: the caller's and, as far as they are free, some of the thread pool. The results are the same to the bit whatever
    /// the number. 1 suits many trackers side by side, as in a study.
    /// </summary>
    public int Threads { get; init; } = 1;
}
