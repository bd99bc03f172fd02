namespace Bulwark.Tracking.Tracks;

/// <summary>What a tracker has done with what it was given.</summary>
public struct TrackerCounters
{
    /// <summary>Plots received, of every kind.</summary>
    public long Plots { readonly get; internal set; }

    /// <summary>Plots refused for a missing, infinite or impossible value or an unknown sensor.</summary>
    public long InvalidPlots { readonly get; internal set; }

    /// <summary>Plots refused because they were too far behind the clock.</summary>
    public long LatePlots { readonly get; internal set; }

    /// <summary>Plots refused because they were ahead of the time they were delivered at.</summary>
    public long FuturePlots { readonly get; internal set; }

    /// <summary>Plots left out because the same call holds exactly the same one.</summary>
    public long RepeatedPlots { readonly get; internal set; }

    /// <summary>Plots older than their track's last one that were used all the same.</summary>
    public long OutOfSequencePlots { readonly get; internal set; }

    /// <summary>Plots given to confirmed tracks.</summary>
    public long ConfirmedUpdates { readonly get; internal set; }

    /// <summary>Plots taken to be of two confirmed tracks at once; with several hypotheses, in any of them.</summary>
    public long MergedPlots { readonly get; internal set; }

    /// <summary>Plots given to tentative tracks.</summary>
    public long TentativeUpdates { readonly get; internal set; }

    /// <summary>Tracks started.</summary>
    public long Started { readonly get; internal set; }

    /// <summary>Tentative tracks made by splitting another one that had a choice of plots, or at a plot that a confirmed track took without much reason.</summary>
    public long Branched { readonly get; internal set; }

    /// <summary>Tracks confirmed.</summary>
    public long Confirmed { readonly get; internal set; }

    /// <summary>Tracks dropped.</summary>
    public long Dropped { readonly get; internal set; }

    /// <summary>Tracks refused for want of a place.</summary>
    public long Refused { readonly get; internal set; }

    /// <summary>Clusters too large for the optimal assignment, solved nearest first.</summary>
    public long GreedyClusters { readonly get; internal set; }

    /// <summary>Calls with a time before an earlier call's; the clock stayed.</summary>
    public long BackwardClocks { readonly get; internal set; }
}
