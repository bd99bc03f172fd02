using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Estimation;

/// <summary>What a bank of motions believes about one target: a belief and a probability for each motion. Mutable; filters write into it.</summary>
public sealed class BankBelief
{
    /// <summary>An empty belief.</summary>
    /// <param name="bank">The motions.</param>
    public BankBelief(MotionBank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        MotionBank.Require(bank);
        Beliefs = new GaussianBelief[bank.Motions.Length];
        Probabilities = new double[bank.Motions.Length];
    }

    /// <summary>The time the belief is about.</summary>
    public SimTime Time => Beliefs[0].Time;

    internal GaussianBelief[] Beliefs { get; }

    internal double[] Probabilities { get; }

    /// <summary>Probability of a motion, 0 to 1.</summary>
    /// <param name="motion">Its place in the bank.</param>
    public double MotionProbability(int motion) => Probabilities[motion];

    /// <summary>What is believed under one motion.</summary>
    /// <param name="motion">Its place in the bank.</param>
    public GaussianBelief BeliefOf(int motion) => Beliefs[motion];

    /// <summary>Position and velocity over all motions.</summary>
    public KinematicEstimate ToEstimate()
    {
        Span<double> mean = stackalloc double[6];
        mean.Clear();
        var first = Beliefs[0].MeanSi;
        for (var motion = 0; motion < Beliefs.Length; motion++)
        {
            // Differences from the first, so that no digits are lost.
            var own = Beliefs[motion].MeanSi;
            for (var k = 0; k < 6; k++) mean[k] += Probabilities[motion] * (own[k] - first[k]);
        }

        for (var k = 0; k < 6; k++) mean[k] += first[k];
        var estimate = new KinematicEstimate
        {
            Time = Time,
            Position = new Core.Earth.EcefVector(mean[0], mean[1], mean[2]),
            Velocity = new Core.Earth.EcefVector(mean[3], mean[4], mean[5]),
        };
        for (var motion = 0; motion < Beliefs.Length; motion++)
        {
            var size = Beliefs[motion].Dimension;
            var own = Beliefs[motion].MeanSi;
            var covariance = Beliefs[motion].CovarianceSi;
            for (var row = 0; row < 6; row++)
            {
                for (var column = 0; column < 6; column++)
                {
                    estimate.Elements[(6 * row) + column] += Probabilities[motion]
                        * (covariance[(size * row) + column] + ((own[row] - mean[row]) * (own[column] - mean[column])));
                }
            }
        }

        return estimate;
    }

    /// <summary>Becomes equal to another belief of the same bank.</summary>
    public void CopyFrom(BankBelief other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.Beliefs.CopyTo(Beliefs, 0);
        other.Probabilities.CopyTo(Probabilities, 0);
    }
}
