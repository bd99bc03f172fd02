using System.Collections.Immutable;

namespace Bulwark.Tracking.Prediction;

/// <summary>
/// The ways a target may move and how it changes between them. Immutable.
/// </summary>
/// <remarks>
/// A filter over the set believes in every model at once and weighs them by what the plots say (interacting multiple models).
/// One model is a plain Kalman filter.
/// </remarks>
public sealed record MotionModelSet
{
    /// <summary>Largest number of models in a set.</summary>
    public const int LargestCount = ModeState.Lanes;

    /// <summary>The models, 1 to <see cref="LargestCount"/>.</summary>
    public required ImmutableArray<MotionModel> Models { get; init; }

    /// <summary>
    /// Given that a target changes its way of moving, the probability of each next one: row by row, from the model of the row to that of
    /// the column; the diagonal is zero and each row adds up to one. Empty for equal probabilities.
    /// </summary>
    public ImmutableArray<double> JumpProbability { get; init; } = [];

    /// <summary>
    /// Aircraft from airliners to fighters: straight and level flight, climbs and descents, gentle and hard turns to either side, and a
    /// wide model for what lies between. The rates are those of standard turns (2 deg/s) and of 3 g at 300 m/s (6 deg/s).
    /// </summary>
    public static MotionModelSet AirSurveillance { get; } = new()
    {
        Models =
        [
            new MotionModel("straight", 0, 0.3, 0.1, 300, 0.6),
            new MotionModel("climb or descent", 0, 0.3, 3, 40, 0.1),
            new MotionModel("gentle right turn", 0.035, 1, 0.1, 20, 0.05),
            new MotionModel("gentle left turn", -0.035, 1, 0.1, 20, 0.05),
            new MotionModel("hard right turn", 0.1, 4, 3, 8, 0.05),
            new MotionModel("hard left turn", -0.1, 4, 3, 8, 0.05),
            new MotionModel("any", 0, 15, 3, 5, 0.1),
        ],
    };

    /// <summary>Straight flight with one level of noise.</summary>
    /// <param name="accelerationSigmaMPerS2">Standard deviation of unmodelled horizontal acceleration, m/s², positive.</param>
    /// <param name="verticalAccelerationSigmaMPerS2">The same in the vertical.</param>
    public static MotionModelSet Single(double accelerationSigmaMPerS2, double verticalAccelerationSigmaMPerS2) => new()
    {
        Models = [new MotionModel("straight", 0, accelerationSigmaMPerS2, verticalAccelerationSigmaMPerS2, 1, 1)],
    };

    /// <summary>Probabilities of the next model with the default filled in.</summary>
    internal ImmutableArray<double> Jumps
    {
        get
        {
            if (!JumpProbability.IsDefaultOrEmpty) return JumpProbability;
            var count = Models.Length;
            var jumps = ImmutableArray.CreateBuilder<double>(count * count);
            for (var k = 0; k < count * count; k++) jumps.Add(k / count == k % count ? 0 : 1.0 / (count - 1));
            return jumps.MoveToImmutable();
        }
    }
}
