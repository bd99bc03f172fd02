using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>The tracker's settings for the benchmark: the same for every scenario but for what scenario.json says.</summary>
internal static class BenchSettings
{
    public static TrackerParameters For(BenchScenario scenario, Func<string, double, double> option)
    {
        var cell = Math.Pow(2 * Math.PI, 1.5) * scenario.RangeSigmaM * scenario.AzimuthSigmaRad * scenario.ElevationSigmaRad;
        return new TrackerParameters
        {
            DetectionProbability = scenario.DetectionProbability,
            FalsePlotProbability = scenario.DensityPerMRad2 * cell,
            FirstLookTargetShare = scenario.Targets / (scenario.Targets + scenario.FalsePlots),
            NewTargetShare = option("new", 0.015),
            MeanStayS = option("stay", 1000),
            ConfirmationHits = (int)option("hits", 2),
            ConfirmationWindow = (int)option("window", 6),
            ConfirmationProbability = option("confirm", 0.8),
            DeletionProbability = option("delete", 0.3),
            AbandonmentProbability = option("abandon", 1e-4),
            DeletionMisses = 10,
            MaximumSpeedMPerS = option("vmax", 400),
            MaximumVerticalSpeedMPerS = option("wmax", 60),
            MaximumLatenessS = scenario.PeriodS,
            ManoeuvreTimeS = 4,
            GateProbability = 0.99999,
            Motion = option("imm", 1) == 0 ? MotionModelSet.Single(option("q", 8), option("qz", 1)) : Motion(option),
        };
    }

    private static MotionModelSet Motion(Func<string, double, double> option)
    {
        var (slow, fast) = (option("w1", 0.035), option("w2", 0.1));
        var (q0, q1, q2, qv0, qv1) = (option("q0", 0.3), option("q1", 1), option("q2", 4), option("qv0", 0.1), option("qv1", 3));
        return new MotionModelSet
        {
            Models =
            [
                new MotionModel("straight", 0, q0, qv0, option("t0", 60), 0.6),
                new MotionModel("straight, climbing", 0, q0, qv1, option("t1", 20), 0.1),
                new MotionModel("slow right", slow, q1, qv0, option("t2", 20), 0.05),
                new MotionModel("slow left", -slow, q1, qv0, option("t2", 20), 0.05),
                new MotionModel("fast right", fast, q2, qv1, option("t3", 8), 0.05),
                new MotionModel("fast left", -fast, q2, qv1, option("t3", 8), 0.05),
                new MotionModel("any", 0, option("q3", 15), option("qv2", 3), option("t4", 5), 0.1),
            ],
        };
    }
}
