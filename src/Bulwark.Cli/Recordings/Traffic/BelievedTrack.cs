using Bulwark.Tracking.Estimates;

namespace Bulwark.Cli.Recordings.Traffic;

/// <summary>A confirmed track as it is believed to be at a time. Immutable.</summary>
/// <param name="Id">Number of the track.</param>
/// <param name="Estimate">Where it is and how uncertainly.</param>
/// <param name="LastUpdateS">Time of its newest plot, seconds of the day.</param>
internal readonly record struct BelievedTrack(int Id, KinematicEstimate Estimate, double LastUpdateS);
