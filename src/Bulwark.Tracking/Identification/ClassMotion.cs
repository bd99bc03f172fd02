using System.Collections.Immutable;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Identification;

/// <summary>
/// Motion by class of target: once a track's class is settled, it is predicted with the manoeuvres of that class, and by the tracker's own motion
/// as long as it is not. A plot that the class would hardly give is taken in by the tracker's own motion, and so are the next four, so that a
/// fighter taken for an airliner can be held when it turns. Immutable.
/// Source: Ristic, Gordon and Bessell, "On target classification using kinematic data", Information Fusion 5 (2004) 15-21 (classes as
/// limits of acceleration); Bar-Shalom, Li and Kirubarajan (2001), sections 11.2 (noise adjusted to the innovation) and 11.6 (models and their switching).
/// </summary>
/// <remarks>
/// The likeliest class decides, with hysteresis, rather than a mean over all by their probabilities: a mean is noisier than the right class and calmer
/// than a manoeuvring wrong one, whatever is believed. Ballistic missiles have filters of their own.
/// </remarks>
public sealed record ClassMotion
{
    /// <summary>Share of the plots of a target of the class that its motion is to explain; what fits it worse is taken in by the tracker's own.</summary>
    internal const double KeptProbability = 0.98;

    /// <summary>Plots after one that did not fit for which the class is not asked: what began with it goes on for a while.</summary>
    internal const byte DoubtPlots = 4;

    // What is left of the probability of a turn that the class does not fly: enough that a wrong belief can be left.
    private const double LeastShare = 0.02;

    /// <summary>The figures of target_classes.csv.</summary>
    public static ClassMotion Typical { get; } = new();

    /// <summary>Airliners, transports, tankers.</summary>
    public ClassManoeuvre Transport { get; init; } = ClassManoeuvre.Of(TrackClass.Transport);

    /// <summary>Fighters, strike aircraft, fast bombers.</summary>
    public ClassManoeuvre CombatAircraft { get; init; } = ClassManoeuvre.Of(TrackClass.CombatAircraft);

    /// <summary>Helicopters, light aircraft, drones.</summary>
    public ClassManoeuvre SlowAircraft { get; init; } = ClassManoeuvre.Of(TrackClass.SlowAircraft);

    /// <summary>Cruise missiles.</summary>
    public ClassManoeuvre CruiseMissile { get; init; } = ClassManoeuvre.Of(TrackClass.CruiseMissile);

    /// <summary>Probability from which a class is settled, above one half, up to 1.</summary>
    public double SettledProbability { get; init; } = 0.9;

    /// <summary>Probability below which it is given up again, above 0, up to <see cref="SettledProbability"/>.</summary>
    public double GivenUpProbability { get; init; } = 0.6;

    /// <summary>The manoeuvres by class, in its order.</summary>
    internal ImmutableArray<ClassManoeuvre> Manoeuvres => [Transport, CombatAircraft, SlowAircraft, CruiseMissile];

    /// <summary>What a track goes by: 0 for the tracker's own motion, otherwise one more than its class.</summary>
    /// <param name="identity">What it is believed to be.</param>
    /// <param name="now">What it goes by now.</param>
    internal int Settle(in TrackIdentity identity, int now)
    {
        if (now > 0 && identity.Probabilities[now - 1] >= GivenUpProbability) return now;
        var likeliest = identity.Likeliest;
        return likeliest != TrackClass.BallisticMissile && identity.ClassProbability(likeliest) >= SettledProbability ? (int)likeliest + 1 : 0;
    }

    /// <summary>A tracker's own motion, narrowed to what each class flies, in the order of the classes.</summary>
    internal ImmutableArray<MotionModelSet> Narrow(MotionModelSet own) => [.. Manoeuvres.Select(manoeuvre => Narrow(own, manoeuvre))];

    // The models keep their places, so that a track may go from one set to another with what it believes of each.
    private static MotionModelSet Narrow(MotionModelSet own, ClassManoeuvre manoeuvre)
    {
        if (own.Models is [{ TurnRateRadPerS: 0 } only]) return own with { Models = [only with { AccelerationSigmaMPerS2 = manoeuvre.AccelerationSigmaMPerS2, VerticalAccelerationSigmaMPerS2 = manoeuvre.VerticalAccelerationSigmaMPerS2 }] };
        var count = own.Models.Length;
        var largest = manoeuvre.LargestAccelerationMPerS2;
        var models = own.Models.Select(model => model with
        {
            AccelerationSigmaMPerS2 = Math.Min(model.AccelerationSigmaMPerS2, largest),
            VerticalAccelerationSigmaMPerS2 = Math.Min(model.VerticalAccelerationSigmaMPerS2, largest),
        });
        double[] worth = [.. own.Models.Select(model => Math.Abs(model.TurnRateRadPerS) <= manoeuvre.LargestTurnRateRadPerS ? 1 : LeastShare)];
        double[] jumps = [.. own.Jumps];
        for (var from = 0; from < count; from++)
        {
            var sum = 0.0;
            for (var into = 0; into < count; into++) sum += jumps[(from * count) + into] *= worth[into];
            for (var into = 0; into < count && sum > 0; into++) jumps[(from * count) + into] /= sum;
        }

        return new MotionModelSet { Models = [.. models], JumpProbability = [.. jumps] };
    }
}
