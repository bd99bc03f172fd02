namespace Bulwark.Tracking.Gating;

/// <summary>Receives pairs as they are found.</summary>
internal interface IPairSink
{
    /// <summary>Takes a pair.</summary>
    /// <returns>False when it is of no use; its outcome is then forgotten.</returns>
    bool Take(in GatedPair pair);
}
