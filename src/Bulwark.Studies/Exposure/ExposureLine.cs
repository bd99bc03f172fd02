using Bulwark.Sensing.Signatures;

namespace Bulwark.Studies.Exposure;

/// <summary>How much one low-observable friend was exposed to one radar during a run: an index, not a measurement. Immutable.</summary>
/// <remarks>Low and high are the ends of the stated uncertainty of the target's class, not of the radar's.</remarks>
public sealed record ExposureLine
{
    /// <summary>The aircraft.</summary>
    public required string Target { get; init; }

    /// <summary>The radar: its battery's, site's or fire unit's identifier.</summary>
    public required string Radar { get; init; }

    /// <summary>Whether it searches; otherwise it is an engagement radar, which looks only where it is told.</summary>
    public required bool Searches { get; init; }

    /// <summary>Its band; null when its frequency is not given (the class then counts as in S band).</summary>
    public required RadarBand? Band { get; init; }

    /// <summary>Time for which the aircraft flew, seconds.</summary>
    public required double FlightS { get; init; }

    /// <summary>Of this, time for which the radar radiated, seconds.</summary>
    public required double RadiatedS { get; init; }

    /// <summary>Of this, time for which nothing hid the aircraft and it was inside the radar's limits, seconds.</summary>
    public required double VisibleS { get; init; }

    /// <summary>Plots of it that the run recorded from this radar; always 0 for engagement radars, whose looks are not recorded as plots.</summary>
    public required int DetectionsCount { get; init; }

    /// <summary>Time for which one look would have detected it more often than not, for the lowest, typical and highest cross-section of its class, seconds.</summary>
    public required double DwellLowS { get; init; }

    /// <summary>See <see cref="DwellLowS"/>: typical cross-section.</summary>
    public required double DwellS { get; init; }

    /// <summary>See <see cref="DwellLowS"/>: highest cross-section.</summary>
    public required double DwellHighS { get; init; }

    /// <summary>Best signal-to-noise ratio over the one at which half the looks detect, lowest cross-section, decibels; minus infinity when it was never visible.</summary>
    public required double BestMarginLowDb { get; init; }

    /// <summary>The same for the typical cross-section.</summary>
    public required double BestMarginDb { get; init; }

    /// <summary>The same for the highest cross-section.</summary>
    public required double BestMarginHighDb { get; init; }

    /// <summary>Smallest angle between its nose and the direction to the radar while visible, radians; not a number when it never was.</summary>
    public required double AspectLowRad { get; init; }

    /// <summary>Largest such angle, radians.</summary>
    public required double AspectHighRad { get; init; }
}
