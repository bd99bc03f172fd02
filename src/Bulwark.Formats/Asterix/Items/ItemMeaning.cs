namespace Bulwark.Formats.Asterix.Items;

/// <summary>What the decoder reads from an item; the names are those of the <c>meaning</c> column of <c>items.csv</c>.</summary>
internal enum ItemMeaning
{
    /// <summary>Walked, kept as octets, not interpreted.</summary>
    None,

    /// <summary>SAC and SIC, one octet each.</summary>
    Source,

    /// <summary>Message type, one octet.</summary>
    MessageType,

    /// <summary>Sector azimuth, one octet, 360/256 degrees.</summary>
    Sector,

    /// <summary>Time of day, three octets, 1/128 s.</summary>
    Time,

    /// <summary>The last two octets of the time of day, 1/128 s, so truncated to 512 s.</summary>
    TruncatedTime,

    /// <summary>Antenna rotation period, two octets, 1/128 s.</summary>
    Rotation,

    /// <summary>Target report descriptor of category 001; its first bit selects the profile.</summary>
    Descriptor1,

    /// <summary>Target report descriptor of category 048.</summary>
    Descriptor48,

    /// <summary>Range in 1/128 NM and azimuth in 360/65536 degrees.</summary>
    Polar128,

    /// <summary>Range in 1/256 NM and azimuth in 360/65536 degrees.</summary>
    Polar256,

    /// <summary>Mode 3/A code with its V, G and L bits.</summary>
    Mode3A,

    /// <summary>V, G and a signed flight level in quarters.</summary>
    Level,

    /// <summary>A signed 16-bit flight level in quarters.</summary>
    LevelQuarter,

    /// <summary>24-bit aircraft address.</summary>
    Address,

    /// <summary>Eight characters of six bits.</summary>
    Callsign,

    /// <summary>16-bit track or plot number.</summary>
    Track,

    /// <summary>12-bit track number.</summary>
    Track12,

    /// <summary>Signed X and Y, 1/64 NM.</summary>
    Cartesian64,

    /// <summary>Signed X and Y, 1/128 NM.</summary>
    Cartesian128,

    /// <summary>Signed 24-bit X and Y, 1/2 m.</summary>
    CartesianM,

    /// <summary>Ground speed in 1/16384 NM/s and heading in 360/65536 degrees.</summary>
    VelocityPolar,

    /// <summary>Signed velocity components, 1/4 m/s.</summary>
    VelocityCartesian,

    /// <summary>Signed 32-bit latitude and longitude, 180/2^25 degrees.</summary>
    Geographic,

    /// <summary>Compound item of which the first two sub-fields are the aircraft address and the callsign.</summary>
    AircraftData,
}
