using Bulwark.Formats.Asterix.Items;

namespace Bulwark.Formats.Asterix;

/// <summary>
/// One decoded record. A property is null when the record does not carry the item. The values keep the units of the standard (NM,
/// degrees, feet, knots); properties in SI stand beside those a model needs. Mutable: the reader fills the same object again for
/// the next record; take a <see cref="Clone"/> to keep one.
/// </summary>
public sealed class AsterixRecord
{
    private byte[] _octets = [];
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];

    /// <summary>Category of the block the record came in: 1, 2, 34, 48, 62 or 65.</summary>
    public int Category { get; internal set; }

    /// <summary>System area and identification codes of the sender.</summary>
    public SensorKey? Source { get; internal set; }

    /// <summary>Receive time as seconds of the day (UTC), from the container; null in raw recordings.</summary>
    public double? ReceiveTimeS { get; internal set; }

    /// <summary>Time as seconds of the day (UTC), as transmitted; see <see cref="IsTimeTruncated"/>.</summary>
    public double? TimeOfDayS { get; internal set; }

    /// <summary>True when <see cref="TimeOfDayS"/> is only the remainder after whole multiples of 512 s (category 001).</summary>
    public bool IsTimeTruncated { get; internal set; }

    /// <summary>Message type of a service message: 1 north mark, 2 sector crossing; in category 065 1 status, 2 end of batch.</summary>
    public int? MessageType { get; internal set; }

    /// <summary>Type of a target report: category 001 0 plot, 1 track; category 048 0 no detection to 7 (I048/020 TYP).</summary>
    public int? ReportType { get; internal set; }

    /// <summary>Detecting sensor of a category 001 report: 0 none, 1 primary, 2 secondary, 3 both.</summary>
    public int? SsrPsr { get; internal set; }

    /// <summary>Whether the target is simulated.</summary>
    public bool? IsSimulated { get; internal set; }

    /// <summary>Whether the report is of a fixed transponder (a field monitor on the ground).</summary>
    public bool? IsFixedTransponder { get; internal set; }

    /// <summary>Whether the report is marked as a test target.</summary>
    public bool IsTestTarget { get; internal set; }

    /// <summary>Measured slant range in nautical miles.</summary>
    public double? RangeNm { get; internal set; }

    /// <summary>Measured azimuth in degrees clockwise from north, 0 to 360.</summary>
    public double? AzimuthDeg { get; internal set; }

    /// <summary>Azimuth of the sector of a service message in degrees clockwise from north, 0 to 360.</summary>
    public double? SectorAzimuthDeg { get; internal set; }

    /// <summary>Antenna rotation period the sensor states, in seconds.</summary>
    public double? RotationPeriodS { get; internal set; }

    /// <summary>Mode 3/A code as a number from 0 to 4095; people read it in octal.</summary>
    public int? Mode3A { get; internal set; }

    /// <summary>Whether the mode 3/A code failed validation.</summary>
    public bool? IsMode3AInvalid { get; internal set; }

    /// <summary>Whether the mode 3/A code was garbled.</summary>
    public bool? IsMode3AGarbled { get; internal set; }

    /// <summary>Pressure altitude in feet above 1013.25 hPa: 100 times the flight level, in steps of 25, may be negative.</summary>
    public double? PressureAltitudeFt { get; internal set; }

    /// <summary>Whether the flight level failed validation.</summary>
    public bool? IsLevelInvalid { get; internal set; }

    /// <summary>Whether the flight level was garbled.</summary>
    public bool? IsLevelGarbled { get; internal set; }

    /// <summary>24-bit aircraft address.</summary>
    public int? Address { get; internal set; }

    /// <summary>The six-bit characters of the callsign as transmitted, the first in the highest bits; see <see cref="Callsign"/>.</summary>
    public ulong? CallsignBits { get; internal set; }

    /// <summary>Track number, or plot number in category 001.</summary>
    public int? TrackNumber { get; internal set; }

    /// <summary>Ground speed in knots.</summary>
    public double? GroundSpeedKt { get; internal set; }

    /// <summary>Heading in degrees clockwise from north, 0 to 360.</summary>
    public double? HeadingDeg { get; internal set; }

    /// <summary>WGS-84 latitude in degrees (category 062).</summary>
    public double? LatitudeDeg { get; internal set; }

    /// <summary>WGS-84 longitude in degrees (category 062).</summary>
    public double? LongitudeDeg { get; internal set; }

    /// <summary>Calculated position east of the radar in nautical miles (categories 001 and 048).</summary>
    public double? XNm { get; internal set; }

    /// <summary>Calculated position north of the radar in nautical miles (categories 001 and 048).</summary>
    public double? YNm { get; internal set; }

    /// <summary>Calculated position along the system's X axis in metres (category 062).</summary>
    public double? XM { get; internal set; }

    /// <summary>Calculated position along the system's Y axis in metres (category 062).</summary>
    public double? YM { get; internal set; }

    /// <summary>Calculated velocity along the system's X axis (category 062).</summary>
    public double? VelocityXMPerS { get; internal set; }

    /// <summary>Calculated velocity along the system's Y axis (category 062).</summary>
    public double? VelocityYMPerS { get; internal set; }

    /// <summary>Callsign without leading and trailing blanks; empty when the item holds only blanks.</summary>
    public string? Callsign => CallsignBits is { } bits ? SixBitText.Decode(bits) : null;

    /// <summary>Measured slant range in metres.</summary>
    public double? RangeM => RangeNm * 1852.0;

    /// <summary>Measured azimuth in radians clockwise from north.</summary>
    public double? AzimuthRad => AzimuthDeg * (Math.PI / 180.0);

    /// <summary>Pressure altitude in metres above 1013.25 hPa; a flight level is 30.48 m.</summary>
    public double? PressureAltitudeM => PressureAltitudeFt * 0.3048;

    /// <summary>Octets of the whole record, field specification first. Valid until the reader moves on.</summary>
    public ReadOnlySpan<byte> Octets => _octets.AsSpan(0, Length);

    /// <summary>Length of the record in octets.</summary>
    public int Length { get; private set; }

    internal ItemTable? Table { get; private set; }

    internal ulong Presence { get; private set; }

    /// <summary>The numbers of the items present, in ascending order, <c>RE</c> and <c>SP</c> last.</summary>
    public IEnumerable<string> Items()
    {
        for (var bits = Presence; bits != 0; bits &= bits - 1)
        {
            yield return Table!.Names[System.Numerics.BitOperations.TrailingZeroCount(bits)];
        }
    }

    /// <summary>The octets of an item as transmitted, for items without a property here; empty when it is absent.</summary>
    /// <param name="item">Number of the item, for example <c>250</c>.</param>
    public ReadOnlySpan<byte> ItemOctets(string item)
    {
        var rank = Table?.RankOf(item) ?? -1;
        return rank >= 0 && (Presence >> rank & 1) != 0 ? _octets.AsSpan(_starts[rank], _lengths[rank]) : [];
    }

    /// <summary>A copy that the reader will not touch.</summary>
    public AsterixRecord Clone()
    {
        var copy = (AsterixRecord)MemberwiseClone();
        copy._octets = Octets.ToArray();
        copy._starts = [.. _starts];
        copy._lengths = [.. _lengths];
        return copy;
    }

    internal void Begin(ItemTable table)
    {
        Table = table;
        Category = table.Category;
        Presence = 0;
        Length = 0;
        Source = null;
        IsTimeTruncated = IsTestTarget = false;
        ReceiveTimeS = TimeOfDayS = RangeNm = AzimuthDeg = SectorAzimuthDeg = RotationPeriodS = PressureAltitudeFt = null;
        GroundSpeedKt = HeadingDeg = LatitudeDeg = LongitudeDeg = XNm = YNm = XM = YM = VelocityXMPerS = VelocityYMPerS = null;
        MessageType = ReportType = SsrPsr = Mode3A = Address = TrackNumber = null;
        IsSimulated = IsFixedTransponder = IsMode3AInvalid = IsMode3AGarbled = IsLevelInvalid = IsLevelGarbled = null;
        CallsignBits = null;
    }

    internal void Mark(int rank, int start, int length)
    {
        Presence |= 1UL << rank;
        _starts[rank] = start;
        _lengths[rank] = length;
    }

    internal void Complete(ReadOnlySpan<byte> octets)
    {
        if (_octets.Length < octets.Length) _octets = new byte[Math.Max(256, octets.Length)];
        octets.CopyTo(_octets);
        Length = octets.Length;
    }
}
