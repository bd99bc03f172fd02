using Bulwark.Tracking.Association;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>
/// The tracker's settings for the benchmark: one set for every scenario, but for what its scenario.json says. Tuned on other seeds.
/// </summary>
internal static class BenchSettings
{
    // Mean time a target stays, in lengths of the scenario: a fifth of the targets leave within it.
    private const double StaysPerScenario = 5;

    /// <summary>Part switched off, and what stands in for it.</summary>
    public static readonly (string Name, Func<TrackerParameters, TrackerParameters> Change)[] Variants =
    [
        ("as it is", static settings => settings),
        ("one motion model", static settings => settings with { Motion = MotionModelSet.Single(8, 1) }),
        ("nearest first", static settings => settings with { Association = AssociationMethod.NearestFirst }),
        ("assignment", static settings => settings with { Association = AssociationMethod.GlobalNearestNeighbour }),
        ("3 of 5, 3 misses", static settings => settings with
        {
            ConfirmationHits = 3, ConfirmationWindow = 5, ConfirmationProbability = 1e-12, DeletionProbability = 1e-12, DeletionMisses = 3,
        }),
    ];

    public static TrackerParameters For(BenchScenario scenario)
    {
        var cell = Math.Pow(2 * Math.PI, 1.5) * scenario.RangeSigmaM * scenario.AzimuthSigmaRad * scenario.ElevationSigmaRad;
        var meanStayS = StaysPerScenario * scenario.Scans * scenario.PeriodS;
        return new TrackerParameters
        {
            DetectionProbability = scenario.DetectionProbability,
            FalsePlotProbability = scenario.DensityPerMRad2 * cell,
            FirstLookTargetShare = Share(scenario.Targets, scenario.FalsePlots),
            NewTargetShare = 0.002 + Share(scenario.Targets * scenario.PeriodS / meanStayS, scenario.FalsePlots),
            MeanStayS = meanStayS,
            ConfirmationHits = 2,
            ConfirmationWindow = 6,
            ConfirmationProbability = 0.75,
            DeletionProbability = 0.5,
            DeletionMisses = 10,
            AbandonmentProbability = 1e-3,
            MaximumSpeedMPerS = 400,
            MaximumVerticalSpeedMPerS = 60,
            MaximumLatenessS = scenario.PeriodS,
            Association = AssociationMethod.JointProbabilistic,
            Motion = MotionModelSet.AirSurveillance,
        };
    }

    private static double Share(double targets, double others) => targets / (targets + others);
}
