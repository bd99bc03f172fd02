using Bulwark.Cli.Recordings.Traffic;
using Bulwark.Formats.Asterix;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.Recordings;

/// <summary>Plots in, tracks out: one tracker for all radars, or one for each and a node.</summary>
internal interface IPlotTracker
{
    /// <summary>Plots taken in.</summary>
    long Plots { get; }

    /// <summary>What the trackers have done, each on its own.</summary>
    IEnumerable<TrackerCounters> Counters { get; }

    /// <summary>How far plots lay from where their tracks were expected.</summary>
    ConsistencyScore Innovations { get; }

    /// <summary>Takes in a sector.</summary>
    /// <param name="sector">Its plots in order of time.</param>
    /// <param name="endS">When it ends, seconds of the day.</param>
    void Take(ReadOnlySpan<RadarReport> sector, double endS);

    /// <summary>The confirmed tracks as they are believed to be at a time.</summary>
    /// <param name="timeS">The time, not before the last sector's end, seconds of the day.</param>
    /// <param name="believed">Receives them in the order of their numbers.</param>
    void Believe(double timeS, List<BelievedTrack> believed);

    /// <summary>Ends the run.</summary>
    /// <returns>The confirmed tracks in the order of their numbers.</returns>
    IReadOnlyList<RecordedTrack> Finish();
}
