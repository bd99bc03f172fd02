using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Plots;

/// <summary>One report of a radar: where something was seen, how accurately, and what it replied. Immutable.</summary>
/// <remarks>
/// A plot has range and azimuth always, elevation or height or neither as the set measures. When it has both, the tracker uses the one
/// that fixes the vertical better. The sigmas are one standard deviation, positive and finite for what is measured.
/// </remarks>
public readonly record struct Plot
{
    /// <summary>When the beam crossed the target.</summary>
    public SimTime Time { get; init; }

    /// <summary>Which sensor: the index into the sensors the tracker was made with.</summary>
    public int Sensor { get; init; }

    /// <summary>Slant range from the antenna, metres, positive.</summary>
    public double RangeM { get; init; }

    /// <summary>Azimuth clockwise from true north, radians, any turn.</summary>
    public double AzimuthRad { get; init; }

    /// <summary>Apparent elevation above the antenna's horizontal, radians, -pi/2 to pi/2; not-a-number when not measured.</summary>
    public double ElevationRad { get; init; }

    /// <summary>Reported (pressure) height, metres, taken as height above the ellipsoid; not-a-number when not reported.</summary>
    public double HeightM { get; init; }

    /// <summary>Standard deviation of range, metres.</summary>
    public double RangeSigmaM { get; init; }

    /// <summary>Standard deviation of azimuth, radians.</summary>
    public double AzimuthSigmaRad { get; init; }

    /// <summary>Standard deviation of elevation, radians; read only when there is an elevation.</summary>
    public double ElevationSigmaRad { get; init; }

    /// <summary>Standard deviation of height, metres; read only when there is a height.</summary>
    public double HeightSigmaM { get; init; }

    /// <summary>Range rate (from Doppler), m/s, positive outwards, at most 20 km/s either way; not-a-number when not measured.</summary>
    public double RangeRateMPerS { get; init; }

    /// <summary>Standard deviation of range rate, m/s; read only when there is a range rate.</summary>
    public double RangeRateSigmaMPerS { get; init; }

    /// <summary>Whether there is a range rate.</summary>
    public bool HasRangeRate => !double.IsNaN(RangeRateMPerS);

    /// <summary>Strength of the echo as the cross-section that it would take to give it, decibels over a square metre; not-a-number when not measured.</summary>
    public double EchoDbSm { get; init; }

    /// <summary>Mode S address, 1 to 16,777,215; 0 for none. It belongs to one airframe.</summary>
    public int Address { get; init; }

    /// <summary>Mode 3/A code, 0 to 4095; -1 for none.</summary>
    public int Code { get; init; }

    /// <summary>True when a transponder answered.</summary>
    public bool Replied { get; init; }

    /// <summary>The caller's own reference; the tracker only passes it on.</summary>
    public long Id { get; init; }

    /// <summary>A plot with neither elevation nor height nor range rate nor reply; set what there is.</summary>
    public Plot()
    {
        ElevationRad = double.NaN;
        HeightM = double.NaN;
        RangeRateMPerS = double.NaN;
        EchoDbSm = double.NaN;
        Code = -1;
    }
}
