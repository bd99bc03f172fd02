using System.Runtime.CompilerServices;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Identification;

/// <summary>What a track is believed to be: a probability for each class, and that it is neutral. A value.</summary>
public struct TrackIdentity
{
    /// <summary>Number of classes.</summary>
    public const int Classes = 5;

    internal Values Probabilities;
    internal SimTime Time;
    internal double HeightM;
    internal double SpeedMPerS;
    internal Core.Earth.EcefVector Velocity;
    internal bool IsJudged;

    /// <summary>Probability that it answers as civil or otherwise protected traffic does, 0 to 1.</summary>
    public double NeutralProbability { readonly get; internal set; }

    /// <summary>The likeliest class.</summary>
    public readonly TrackClass Likeliest
    {
        get
        {
            var best = 0;
            for (var k = 1; k < Classes; k++)
            {
                if (Probabilities[k] > Probabilities[best]) best = k;
            }

            return (TrackClass)best;
        }
    }

    /// <summary>Probability of a class, 0 to 1; they add up to one.</summary>
    /// <param name="kind">The class.</param>
    public readonly double ClassProbability(TrackClass kind) => Probabilities[(int)kind];

    [InlineArray(Classes)]
    internal struct Values
    {
        private double _element0;
    }
}
