using Bulwark.Core.Earth;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Identification;

/// <summary>
/// Updates what a track is believed to be, by Bayes' rule, from its speed, height, climb, manoeuvre and answers. Each class spreads its values
/// evenly over a range with soft ends as wide as the track's own error.
/// Source: Ristic, Gordon and Bessell, "On target classification using kinematic data", Information Fusion 5 (2004) 15-21 (ranges of speed and
/// acceleration); Blackman and Popoli (1999), section 9.5 (recursive Bayes).
/// </summary>
/// <remarks>
/// An aircraft that flies straight on says the same again at every look: such evidence counts in full only once in <see cref="MemoryS"/>, or
/// sooner as the motion changes. A little doubt is always put back, so that a wrong belief can be left.
/// </remarks>
internal static class ClassBayes
{
    /// <summary>Time over which a steady target says nothing new, seconds.</summary>
    public const double MemoryS = 60;

    private const double ChangedHeightM = 3000;
    private const double ChangedSpeedMPerS = 80;
    private const double Doubt = 0.01;

    // Outside its range a class is not impossible, only this much less likely for each feature.
    private const double Floor = 1e-4;

    /// <summary>Takes in a track's newest estimate.</summary>
    /// <param name="identity">The belief, changed in place.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="replied">Whether a transponder answered.</param>
    /// <param name="isAsked">Whether it was asked: the sensor hears answers at all.</param>
    /// <param name="isSolid">Whether the height is measured, not assumed.</param>
    public static void Update(ref TrackIdentity identity, ref readonly KinematicEstimate estimate, bool replied, bool isAsked, bool isSolid)
    {
        var up = estimate.Position.Normalized();
        var heightM = isSolid ? Wgs84.HeightM(estimate.Position) : 0;
        var speedMPerS = estimate.Velocity.Length;
        var climbMPerS = Math.Abs(estimate.Velocity.Dot(up));
        var velocitySigma = estimate.VelocitySigmaMPerS;
        var seconds = identity.IsJudged ? Math.Max(0, (estimate.Time - identity.Time).TotalS) : MemoryS;
        var news = identity.IsJudged
            ? Math.Min(1, (seconds / MemoryS) + (Math.Abs(heightM - identity.HeightM) / ChangedHeightM) + (Math.Abs(speedMPerS - identity.SpeedMPerS) / ChangedSpeedMPerS))
            : 1;
        var acceleration = identity.IsJudged && seconds > 0 ? (estimate.Velocity - identity.Velocity).Length / seconds : double.NaN;
        var accelerationSigma = Math.Max(1, 1.5 * velocitySigma / Math.Max(1e-3, seconds));
        if (!identity.IsJudged) Start(ref identity);
        var heightSigma = Math.Max(100, estimate.HeightSigmaM);
        var speedSigma = Math.Max(5, velocitySigma);

        const double Logistic = 1.702;
        var (speedScale, heightScale, accelerationScale) = (Logistic / speedSigma, Logistic / heightSigma, Logistic / accelerationSigma);
        var total = 0.0;
        for (var k = 0; k < TrackIdentity.Classes; k++)
        {
            ref readonly var row = ref ClassTable.Rows[k];
            var density = Within(speedMPerS, row.SpeedLowMPerS, row.SpeedHighMPerS, speedScale);
            if (isSolid) density *= Within(heightM, row.HeightLowM, row.HeightHighM, heightScale) * Within(climbMPerS, 0, row.ClimbHighMPerS, speedScale);
            if (!double.IsNaN(acceleration)) density *= Within(acceleration, 0, row.AccelerationHighMPerS2, accelerationScale);
            if (isAsked) density *= replied ? row.ReplyProbability : 1 - row.ReplyProbability;
            identity.Probabilities[k] *= Math.Pow(density, news);
            total += identity.Probabilities[k];
        }

        var civil = 0.0;
        var others = 0.0;
        for (var k = 0; k < TrackIdentity.Classes; k++)
        {
            ref readonly var row = ref ClassTable.Rows[k];
            identity.Probabilities[k] = ((1 - (Doubt * news)) * identity.Probabilities[k] / total) + (Doubt * news * row.PriorShare);
            civil += identity.Probabilities[k] * row.ReplyProbability;
            others += identity.Probabilities[k] * (1 - row.ReplyProbability);
        }

        // Who may be neutral is asked at every look: one that is answers nineteen times in twenty, another hardly ever.
        if (isAsked)
        {
            var neutral = identity.NeutralProbability * (replied ? 0.95 : 0.05);
            var other = (1 - identity.NeutralProbability) * (replied ? 0.05 : 0.95);
            var limit = civil / (civil + others);
            identity.NeutralProbability = (0.99 * neutral / (neutral + other)) + (0.01 * limit);
        }

        (identity.Time, identity.HeightM, identity.SpeedMPerS, identity.Velocity) = (estimate.Time, heightM, speedMPerS, estimate.Velocity);
    }

    private static void Start(ref TrackIdentity identity)
    {
        identity.IsJudged = true;
        for (var k = 0; k < TrackIdentity.Classes; k++)
        {
            identity.Probabilities[k] = ClassTable.Rows[k].PriorShare;
            identity.NeutralProbability += ClassTable.Rows[k].PriorShare * ClassTable.Rows[k].ReplyProbability;
        }
    }

    // An even spread over a range seen with an error: the difference of two normal distributions, by a logistic of this scale close to it within 0.01.
    private static double Within(double value, double low, double high, double scale)
    {
        var above = low <= 0 ? 1 : Rise(-scale * (value - low));
        var below = Rise(scale * (value - high));
        return (Math.Max(0, above + below - 1) + Floor) / (high - low);
    }

    // The logistic; far inside a range it is one to the last bit, and far outside it adds nothing to what it is added to here.
    private static double Rise(double exponent) => exponent < -38 ? 1 : exponent > 40 ? 0 : 1 / (1 + Math.Exp(exponent));
}
