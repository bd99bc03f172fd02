using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;

namespace Bulwark.Formats.Asterix;

/// <summary>A measured target position of one radar, in SI units: what a tracker takes from a recording. Immutable.</summary>
public readonly record struct RadarReport
{
    /// <summary>Time of the measurement: seconds since midnight (UTC) before the recording, growing over later midnights.</summary>
    public required double TimeS { get; init; }

    /// <summary>When the recorder received it, on the same scale; null in recordings without receive times.</summary>
    public double? ReceivedTimeS { get; init; }

    /// <summary>Which radar measured it.</summary>
    public required SensorKey Sensor { get; init; }

    /// <summary>Slant range from the radar in metres, not negative.</summary>
    public required double RangeM { get; init; }

    /// <summary>Azimuth at the radar in radians clockwise from north, 0 to 2 pi.</summary>
    public required double AzimuthRad { get; init; }

    /// <summary>Which sensor of the station detected the target.</summary>
    public RadarDetection Detection { get; init; }

    /// <summary>Mode 3/A code, 0 to 4095; null when there was none.</summary>
    public int? Mode3A { get; init; }

    /// <summary>Whether the mode 3/A code is present, validated and not garbled.</summary>
    public bool IsMode3AReliable { get; init; }

    /// <summary>Pressure altitude in metres above 1013.25 hPa (flight level times 30.48 m); null when there was none.</summary>
    public double? HeightM { get; init; }

    /// <summary>Whether the altitude is present, validated and not garbled.</summary>
    public bool IsHeightReliable { get; init; }

    /// <summary>24-bit Mode S address; null when there was none.</summary>
    public int? Address { get; init; }

    /// <summary>Callsign; null when there was none or it was blank.</summary>
    public string? Callsign { get; init; }

    /// <summary>The radar's own track number; null when there was none.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>Whether the report is simulated, a test target or a fixed transponder on the ground: no aircraft.</summary>
    public bool IsNoAircraft { get; init; }

    /// <summary>
    /// The report as the tracker takes it. A mode 3/A code or height that failed validation or was garbled is left out.
    /// </summary>
    /// <param name="sensor">Index of the radar among the tracker's sensors.</param>
    /// <param name="startTimeS">Which <see cref="TimeS"/> is the start of simulated time.</param>
    /// <param name="accuracy">Standard deviations of the radar.</param>
    /// <param name="id">Reference for the caller.</param>
    public Plot ToPlot(int sensor, double startTimeS, in RadarAccuracy accuracy, long id) => new()
    {
        Time = SimTime.FromSeconds(TimeS - startTimeS),
        Sensor = sensor,
        RangeM = RangeM,
        AzimuthRad = AzimuthRad,
        HeightM = IsHeightReliable ? HeightM ?? double.NaN : double.NaN,
        RangeSigmaM = accuracy.RangeSigmaM,
        AzimuthSigmaRad = accuracy.AzimuthSigmaRad,
        HeightSigmaM = accuracy.HeightSigmaM,
        Address = Address ?? 0,
        Code = IsMode3AReliable ? Mode3A ?? -1 : -1,
        Replied = Detection is RadarDetection.Secondary or RadarDetection.Combined,
        Id = id,
    };
}
