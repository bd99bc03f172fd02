using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Association;

/// <summary>A way to give the gated plots of one sensor to the confirmed tracks.</summary>
internal interface IConfirmedAssociation
{
    /// <summary>Associates, marks the plots used, and notes for the tentative tracks how far each plot is claimed.</summary>
    /// <param name="gater">The gated pairs.</param>
    /// <param name="batch">The plots of the sensor.</param>
    /// <param name="changes">What happened is appended here.</param>
    void Run(Gater gater, PlotBatch batch, List<TrackChange> changes);
}
