using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Sensing.Scheduling;

namespace Bulwark.Simulation.Planning;

/// <summary>A phased array's search fence and scheduler, laid out for its site. Immutable.</summary>
public sealed class PlannedArray
{
    internal PlannedArray(RadarParameters radar, ArrayParameters array, RadarSite site)
    {
        Parameters = array;
        Fence = new SearchFence(
            site.FacingRad,
            radar.SectorWidthRad,
            radar.MinimumElevationRad,
            array.FenceElevationRad,
            radar.AzimuthBeamwidthRad,
            radar.ElevationBeamwidthRad);
        Scheduler = new DwellScheduler(array, Fence.Count);
    }

    /// <summary>How it spends its time.</summary>
    public ArrayParameters Parameters { get; }

    /// <summary>The beams it searches.</summary>
    public SearchFence Fence { get; }

    /// <summary>Shares out its time.</summary>
    public DwellScheduler Scheduler { get; }

    /// <summary>
    /// Time for which looks are planned ahead: as in a real set, plots of a frame reach the tracker before the next one is planned.
    /// </summary>
    public static SimDuration Frame { get; } = SimDuration.FromSeconds(0.1);

    /// <summary>When a frame ends; frame 0 begins at the start of the run.</summary>
    /// <param name="frame">Frame counted from the start of the run.</param>
    public static SimTime FrameEnd(int frame) => SimTime.Start + (Frame * (frame + 1L));
}
