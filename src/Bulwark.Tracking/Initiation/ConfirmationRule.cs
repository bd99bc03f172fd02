namespace Bulwark.Tracking.Initiation;

/// <summary>What confirms a tentative track and drops a track.</summary>
public enum ConfirmationRule
{
    /// <summary>Hits and the probability of existence (Musicki, Evans and Stankovic 1994).</summary>
    Existence,

    /// <summary>M hits in N looks, and missed looks in a row (Blackman and Popoli 1999, section 6.2.1).</summary>
    Count,

    /// <summary>A sequential probability-ratio test with stated shares of false tracks confirmed and true ones dropped (Wald 1947).</summary>
    SequentialTest,
}
