using System.Collections.Immutable;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Ways a target may move, of any kinds together, and how it changes between them (interacting multiple models). Immutable.
/// Switching is a Markov process in continuous time: over an interval t a target keeps to a way with probability exp(-t / its mean stay).
/// </summary>
public sealed record MotionBank
{
    /// <summary>The ways of moving, at least one.</summary>
    public required ImmutableArray<IStateMotion> Motions { get; init; }

    /// <summary>Mean time a target keeps to each, seconds, positive; as many as motions.</summary>
    public required ImmutableArray<double> MeanStayS { get; init; }

    /// <summary>Probability of each for a new target; they add up to one.</summary>
    public required ImmutableArray<double> InitialProbability { get; init; }

    /// <summary>Mean of each extra component of a new target, in its own unit; empty for zero.</summary>
    public ImmutableArray<double> InitialExtraSi { get; init; } = [];

    /// <summary>Standard deviation of each extra component of a new target, in its own unit; as many as motions, ignored where there is none.</summary>
    public required ImmutableArray<double> InitialExtraSigmaSi { get; init; }

    /// <summary>The filter each motion uses.</summary>
    public IStateFilter Filter { get; init; } = StateFilters.Extended;

    /// <summary>Airliners and transports: straight, and turning at a rate that is estimated, climbing gently.</summary>
    public static MotionBank Transport { get; } = new()
    {
        Motions = [new ConstantVelocityMotion(0.4, 0.1), new TurnMotion(1, 2, 1e-6), new SingerMotion(2, 1, 20)],
        MeanStayS = [120, 30, 15],
        InitialProbability = [0.8, 0.1, 0.1],
        InitialExtraSigmaSi = [0, 0.03, 2],
    };

    /// <summary>Combat aircraft: as transports, with turns of several g.</summary>
    public static MotionBank Agile { get; } = new()
    {
        Motions = [new ConstantVelocityMotion(1, 0.5), new TurnMotion(30, 20, 4e-5), new SingerMotion(20, 10, 8)],
        MeanStayS = [40, 12, 8],
        InitialProbability = [0.6, 0.2, 0.2],
        InitialExtraSigmaSi = [0, 0.08, 15],
    };

    /// <summary>
    /// Ballistic missiles: free flight with drag, and what does not fit it (boost, break-up, manoeuvre of a warhead). The coefficient starts
    /// at 5,000 kg/m² within a factor of two: published figures for short-range missiles lie between 2,000 and 10,000 kg/m².
    /// </summary>
    public static MotionBank Ballistic { get; } = new()
    {
        Motions = [new BallisticMotion(0.5, 1e-4), new SingerMotion(30, 30, 15)],
        MeanStayS = [300, 15],
        InitialProbability = [0.7, 0.3],
        InitialExtraSi = [Math.Log(5000), 0],
        InitialExtraSigmaSi = [0.7, 30],
        Filter = StateFilters.Unscented,
    };

    /// <summary>Checks the lengths and ranges.</summary>
    /// <exception cref="ArgumentException">A list has the wrong length or a number is out of its range.</exception>
    internal static void Require(MotionBank bank)
    {
        var count = bank.Motions.IsDefault ? 0 : bank.Motions.Length;
        if (count == 0) throw new ArgumentException("A bank needs at least one way of moving.", nameof(bank));
        if (bank.MeanStayS.Length != count || bank.InitialProbability.Length != count || bank.InitialExtraSigmaSi.Length != count
            || (bank.InitialExtraSi.Length != count && !bank.InitialExtraSi.IsEmpty))
        {
            throw new ArgumentException($"A bank of {count} ways of moving needs {count} mean stays, probabilities and spreads.", nameof(bank));
        }

        var sum = 0.0;
        for (var k = 0; k < count; k++)
        {
            var name = bank.Motions[k].Name;
            if (!(bank.MeanStayS[k] > 0)) throw new ArgumentException($"{name}: a mean stay must be positive, not {bank.MeanStayS[k]}.", nameof(bank));
            if (!(bank.InitialProbability[k] >= 0)) throw new ArgumentException($"{name}: a probability cannot be {bank.InitialProbability[k]}.", nameof(bank));
            sum += bank.InitialProbability[k];
        }

        if (!(Math.Abs(sum - 1) < 1e-9)) throw new ArgumentException($"The probabilities of a bank add up to one, not to {sum}.", nameof(bank));
    }

    /// <summary>Probability of changing from one way to another over a time.</summary>
    internal double TransitionProbability(int from, int into, double seconds)
    {
        var count = Motions.Length;
        if (count == 1) return 1;
        var stay = Math.Exp(-seconds / MeanStayS[from]);
        return from == into ? stay : (1 - stay) / (count - 1);
    }
}
