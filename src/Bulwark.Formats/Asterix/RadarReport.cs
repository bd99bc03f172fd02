namespace Bulwark.Formats.Asterix;

/// <summary>A measured target position of one radar, in SI units: what a tracker takes from a recording. Immutable.</summary>
public readonly record struct RadarReport
{
    /// <summary>Time of the measurement: seconds since midnight (UTC) before the recording, growing over later midnights.</summary>
    public required double TimeS { get; init; }

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
}
