using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Gating;

/// <summary>Receives pairs as they are found.</summary>
internal interface IPairSink
{
    /// <summary>Whether a pair could be of use, told before it is worked out.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="place">Its place.</param>
    /// <param name="logLikelihoodBound">What ln of the pair's likelihood does not exceed.</param>
    bool MayTake(in PreparedPlot plot, int place, double logLikelihoodBound);

    /// <summary>Takes a pair.</summary>
    /// <returns>False when it is of no use; its outcome is then forgotten.</returns>
    bool Take(in GatedPair pair);
}
