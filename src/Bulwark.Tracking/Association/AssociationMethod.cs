namespace Bulwark.Tracking.Association;

/// <summary>How plots are given to confirmed tracks.</summary>
public enum AssociationMethod
{
    /// <summary>One plot to one track so that the whole is likeliest (Blackman and Popoli 1999, section 6.4).</summary>
    GlobalNearestNeighbour,

    /// <summary>The likeliest pair first, then the next of what is left: quick and often wrong in company.</summary>
    NearestFirst,

    /// <summary>
    /// Every plot in the gate, weighted by the probability that it is the track's (joint probabilistic data association), the
    /// probabilities by belief propagation (Williams and Lau 2014). Tracks side by side tend to run together.
    /// </summary>
    JointProbabilistic,

    /// <summary>
    /// Where it is not clear whose a plot is, several accounts of each track are kept and the plots of later looks decide between them
    /// (track-oriented multiple hypotheses; Blackman and Popoli 1999, section 16.3; Blackman 2004). The likeliest is shown.
    /// </summary>
    MultipleHypothesis,
}
