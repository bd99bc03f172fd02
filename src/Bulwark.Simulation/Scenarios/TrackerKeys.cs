using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Clutter;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Scenarios;

/// <summary>The keys of a tracker. The defaults are those of <see cref="TrackerParameters"/>.</summary>
internal static class TrackerKeys
{
    private static readonly TrackerParameters Defaults = new();

    private static readonly ChoiceKey<AssociationMethod> Association = new(
        "association",
        [("assignment", AssociationMethod.GlobalNearestNeighbour), ("nearest-first", AssociationMethod.NearestFirst), ("joint-probabilistic", AssociationMethod.JointProbabilistic), ("multiple-hypothesis", AssociationMethod.MultipleHypothesis)],
        "How plots are given to tracks: the likeliest pairs all together, the likeliest pair first, every plot by its probability, or in several ways between which later plots decide.")
    { DefaultText = "assignment" };

    private static readonly ChoiceKey<bool> MergedPlots = new(
        "merged-plots",
        [("ignored", false), ("modelled", true)],
        "Whether one plot may be of two tracks at once where the radar cannot resolve them.")
    { DefaultText = "ignored" };

    private static readonly ChoiceKey<MotionModelSet?> Motion = new(
        "motion",
        [("straight", null), ("air-surveillance", MotionModelSet.AirSurveillance)],
        "How targets are believed to move: straight with the noise of `acceleration-sigma`, or by seven models at once (straight, climbing, gentle and hard turns, any).")
    { DefaultText = "straight" };

    private static readonly ChoiceKey<ClassMotion?> MotionByClass = new(
        "motion-by-class",
        [("no", null), ("yes", ClassMotion.Typical)],
        "Whether a track whose class is settled (airliner, combat aircraft, slow aircraft, cruise missile) is predicted with the manoeuvres of that class.")
    { DefaultText = "no" };

    private static readonly ChoiceKey<ConfirmationRule> Initiation = new(
        "initiation",
        [("existence", ConfirmationRule.Existence), ("count", ConfirmationRule.Count), ("sequential-test", ConfirmationRule.SequentialTest)],
        "What confirms and drops a track: hits and its probability of existence, hits and misses alone, or Wald's sequential test of its likelihood ratio.")
    { DefaultText = "existence" };

    private static readonly ChoiceKey<StartMethod> Start = new(
        "start",
        [("one-point", StartMethod.OnePoint), ("two-point", StartMethod.TwoPoint)],
        "What a new track starts from: one plot at rest with any speed possible, or the difference of its two first plots.")
    { DefaultText = "one-point" };

    private static readonly ChoiceKey<ClutterModel> Clutter = new(
        "clutter",
        [("stated", ClutterModel.Stated), ("estimated", ClutterModel.Map)],
        "Density of false plots: `false-plot-probability` everywhere, or a map over range and azimuth estimated from the plots.")
    { DefaultText = "stated" };

    private static readonly ChoiceKey<bool> LatePlots = new(
        "late-plots",
        [("approximate", false), ("exact", true)],
        "How a plot older than its track's newest corrects it: the present state directly, or by doing the later updates again.")
    { DefaultText = "approximate" };

    private static readonly QuantityKey FalseTrackProbability = new("false-track-probability", Dimension.None, "0.000000001", "0.5", "With `sequential-test`: share of the tracks of false plots that may be confirmed.") { DefaultText = Text(Defaults.FalseTrackProbability, Dimension.None) };
    private static readonly QuantityKey MissedTrackProbability = new("missed-track-probability", Dimension.None, "0.000000001", "0.5", "With `sequential-test`: share of the tracks of targets that may be dropped before.") { DefaultText = Text(Defaults.MissedTrackProbability, Dimension.None) };
    private static readonly QuantityKey DetectionProbability = new("detection-probability", Dimension.None, "0.01", "0.999", "Chance that a target gives a plot at a look, as the tracker believes it.") { DefaultText = Text(Defaults.DetectionProbability, Dimension.None) };
    private static readonly QuantityKey FalsePlotProbability = new("false-plot-probability", Dimension.None, "0.000000000001", "0.1", "Chance that a plot of no target falls into one resolution cell, as the tracker believes it.") { DefaultText = Text(Defaults.FalsePlotProbability, Dimension.None) };

    private static readonly IntegerKey HypothesisDepth = new("hypothesis-depth", 1, 6, "With `multiple-hypothesis`: decisions after which a choice of plots is final.") { DefaultText = $"{Defaults.HypothesisDepth}" };
    private static readonly IntegerKey HypothesisBranches = new("hypothesis-branches", 1, 16, "With `multiple-hypothesis`: most accounts kept of one track.") { DefaultText = $"{Defaults.HypothesisBranches}" };
    private static readonly IntegerKey ConfirmationHits = new("confirmation-hits", 1, 20, "Hits that confirm a tentative track.") { DefaultText = $"{Defaults.ConfirmationHits}" };
    private static readonly IntegerKey ConfirmationWindow = new("confirmation-window", 1, 20, "Looks in which the hits must fall.") { DefaultText = $"{Defaults.ConfirmationWindow}" };
    private static readonly IntegerKey DeletionMisses = new("deletion-misses", 1, 100, "Missed looks in a row after which a track is dropped.") { DefaultText = $"{Defaults.DeletionMisses}" };
    private static readonly QuantityKey GateProbability = new("gate-probability", Dimension.None, "0.5", "0.999999", "Probability that a true plot falls inside the gate.") { DefaultText = Text(Defaults.GateProbability, Dimension.None) };
    private static readonly QuantityKey Acceleration = new("acceleration-sigma", Dimension.Acceleration, "0.01 m/s2", "20 g", "Standard deviation of unmodelled horizontal acceleration.") { DefaultText = Text(Defaults.AccelerationSigmaMPerS2, Dimension.Acceleration) };
    private static readonly QuantityKey VerticalAcceleration = new("vertical-acceleration-sigma", Dimension.Acceleration, "0.01 m/s2", "20 g", "Standard deviation of unmodelled vertical acceleration.") { DefaultText = Text(Defaults.VerticalAccelerationSigmaMPerS2, Dimension.Acceleration) };
    private static readonly QuantityKey MaximumSpeed = new("maximum-speed", Dimension.Speed, "10 m/s", "10 km/s", "Largest speed a new track is allowed.") { DefaultText = Text(Defaults.MaximumSpeedMPerS, Dimension.Speed) };
    private static readonly QuantityKey AssumedHeight = new("assumed-height", Dimension.Length, "0 m", "100 km", "Height assumed for plots that measure none.") { DefaultText = Text(Defaults.AssumedHeightM, Dimension.Length) };
    private static readonly QuantityKey AssumedHeightSigma = new("assumed-height-sigma", Dimension.Length, "1 m", "50 km", "Standard deviation of the assumed height.") { DefaultText = Text(Defaults.AssumedHeightSigmaM, Dimension.Length) };

    public static readonly KeySet Keys = new(
        "tracker",
        "Settings of a multi-target tracker.",
        [ConfirmationHits, ConfirmationWindow, DeletionMisses, GateProbability, Acceleration, VerticalAcceleration, MaximumSpeed, AssumedHeight, AssumedHeightSigma,
            Association, HypothesisDepth, HypothesisBranches, MergedPlots, Motion, MotionByClass, Initiation, Start, FalseTrackProbability, MissedTrackProbability, Clutter, LatePlots, DetectionProbability, FalsePlotProbability]);

    /// <summary>Reads a tracker; the defaults when the section is missing.</summary>
    public static TrackerParameters Read(MappingReader? section, int maximumTracks)
    {
        var tracker = new TrackerParameters { MaximumTracks = maximumTracks };
        return section is null ? tracker : Read(section, tracker);
    }

    /// <summary>Reads a tracker; what no key says stays as it is.</summary>
    public static TrackerParameters Read(MappingReader section, TrackerParameters basis)
    {
        var tracker = basis with
        {
            ConfirmationHits = (int)section.Get(ConfirmationHits, basis.ConfirmationHits),
            ConfirmationWindow = (int)section.Get(ConfirmationWindow, basis.ConfirmationWindow),
            DeletionMisses = (int)section.Get(DeletionMisses, basis.DeletionMisses),
            GateProbability = section.Get(GateProbability, basis.GateProbability),
            AccelerationSigmaMPerS2 = section.Get(Acceleration, basis.AccelerationSigmaMPerS2),
            VerticalAccelerationSigmaMPerS2 = section.Get(VerticalAcceleration, basis.VerticalAccelerationSigmaMPerS2),
            MaximumSpeedMPerS = section.Get(MaximumSpeed, basis.MaximumSpeedMPerS),
            AssumedHeightM = section.Get(AssumedHeight, basis.AssumedHeightM),
            AssumedHeightSigmaM = section.Get(AssumedHeightSigma, basis.AssumedHeightSigmaM),
            Association = section.Get(Association, basis.Association),
            HypothesisDepth = (int)section.Get(HypothesisDepth, basis.HypothesisDepth),
            HypothesisBranches = (int)section.Get(HypothesisBranches, basis.HypothesisBranches),
            ModelsMergedPlots = section.Get(MergedPlots, basis.ModelsMergedPlots),
            Motion = section.Get(Motion, basis.Motion),
            ClassMotion = section.Get(MotionByClass, basis.ClassMotion),
            Confirmation = section.Get(Initiation, basis.Confirmation),
            Start = section.Get(Start, basis.Start),
            FalseTrackProbability = section.Get(FalseTrackProbability, basis.FalseTrackProbability),
            MissedTrackProbability = section.Get(MissedTrackProbability, basis.MissedTrackProbability),
            Clutter = section.Get(Clutter, basis.Clutter),
            UpdatesLateExactly = section.Get(LatePlots, basis.UpdatesLateExactly),
            DetectionProbability = section.Get(DetectionProbability, basis.DetectionProbability),
            FalsePlotProbability = section.Get(FalsePlotProbability, basis.FalsePlotProbability),
        };
        if (tracker.ConfirmationHits > tracker.ConfirmationWindow)
        {
            section.Problems.Error(
                section.PlaceOf(section.Has(ConfirmationHits) ? ConfirmationHits : ConfirmationWindow),
                $"{tracker.ConfirmationHits} hits cannot fall in {tracker.ConfirmationWindow} looks",
                "confirmation-hits <= confirmation-window");
        }

        return tracker;
    }

    private static string Text(double valueSi, Dimension dimension) => QuantityFormat.Exact(valueSi, dimension);
}
