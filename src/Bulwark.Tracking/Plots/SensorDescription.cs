using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Plots;

/// <summary>What the tracker needs to know about a sensor. Immutable.</summary>
/// <param name="Frame">Where it stands and how its measurements relate to Earth-fixed positions.</param>
/// <param name="RevisitPeriodS">Time from one look at a target to the next, seconds, positive: the antenna period of a rotating set.</param>
/// <param name="MeasuresElevation">False for a set whose elevations, if any, are to be ignored.</param>
public sealed record SensorDescription(SensorFrame Frame, double RevisitPeriodS, bool MeasuresElevation)
{
    /// <summary>
    /// How late a look may be before it counts as missed, as a share of the period, 0 or more. A turning antenna meets a target that
    /// moves a little early or late; 0 suits plots that all carry the time at which their look ended.
    /// </summary>
    public double LookSlackShare { get; init; } = 0.5;

    /// <summary>Whether the sensor asks transponders and hears their answers; without it, silence says nothing.</summary>
    public bool HearsReplies { get; init; } = true;

    /// <summary>
    /// Two plots of the sensor closer in time than this cannot both be of one target, seconds, not negative: half a period for an
    /// antenna that turns, less for an array that may look again at once.
    /// </summary>
    public double ShortestRevisitS { get; init; } = RevisitPeriodS / 2;

    /// <summary>Two targets closer in range than this, and in azimuth than <see cref="AzimuthResolutionRad"/>, tend to give one plot; metres, 0 for never.</summary>
    public double RangeResolutionM { get; init; }

    /// <summary>The same in azimuth, radians: about a beamwidth; 0 for never.</summary>
    public double AzimuthResolutionRad { get; init; }
}
