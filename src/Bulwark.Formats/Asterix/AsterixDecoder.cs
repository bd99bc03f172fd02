using System.Buffers.Binary;
using Bulwark.Formats.Asterix.Items;

namespace Bulwark.Formats.Asterix;

/// <summary>
/// Decodes records of EUROCONTROL ASTERIX (SPEC-0149; part 1: structure, 2a: category 001, 2b: 002 and 034, 4: 048, 9: 062,
/// 15: 065). Item tables are data (<c>items.csv</c>); every item present is walked by its own length rule, so an
/// item without a meaning here does not disturb the ones behind it. Never throws on any octets.
/// </summary>
public static class AsterixDecoder
{
    /// <summary>Octets before the first record of a data block: category and length.</summary>
    public const int BlockHeaderOctets = 3;

    /// <summary>Whether records of the category are decoded. Blocks of others can be skipped by their length.</summary>
    /// <param name="category">Category, 0 to 255.</param>
    public static bool Knows(int category) => ItemTable.Of(category) is not null;

    /// <summary>Decodes the record at the start of the octets.</summary>
    /// <param name="category">Category of the block, one that <see cref="Knows"/> accepts.</param>
    /// <param name="octets">The rest of the block, from the record's field specification on.</param>
    /// <param name="record">Filled with the record; unusable after a failure.</param>
    /// <param name="problem">What is wrong, as a clause; null on success.</param>
    /// <returns>True when a record was decoded; its <see cref="AsterixRecord.Length"/> says where the next one starts.</returns>
    public static bool TryDecode(int category, ReadOnlySpan<byte> octets, AsterixRecord record, out string? problem)
    {
        if (ItemTable.Of(category) is not { } table)
        {
            problem = $"category {category:000} has no item table here";
            return false;
        }

        record.Begin(table);
        var specification = 0;
        while (specification < octets.Length && (octets[specification] & 1) != 0) specification++;
        if (specification == octets.Length)
        {
            problem = "the field specification runs past the end of the block";
            return false;
        }

        var profile = table.FirstProfile;
        var position = specification + 1;
        for (var octet = 0; octet <= specification; octet++)
        {
            for (var bit = 7; bit >= 1; bit--)
            {
                if ((octets[octet] >> bit & 1) == 0) continue;
                if (!TryItem(profile, (octet * 7) + 8 - bit, octets, ref position, record, out problem)) return false;
                if (record.ReportType == 1 && category == 1) profile = table.TrackProfile;
            }
        }

        if (position == specification + 1)
        {
            problem = "the field specification announces no item";
            return false;
        }

        record.Complete(octets[..position]);
        problem = null;
        return true;
    }

    private static bool TryItem(
        ItemRow?[] profile, int number, ReadOnlySpan<byte> octets, ref int position, AsterixRecord record, out string? problem)
    {
        if (number > profile.Length || profile[number - 1] is not { } row)
        {
            problem = $"field {number} is announced, which category {record.Category:000} does not define";
            return false;
        }

        if (row.Length.IsRandomFields) return TryRandomFields(profile, octets, ref position, record, out problem);
        var rest = octets[position..];
        var length = row.Length.Measure(rest);
        if (length < 0)
        {
            problem = length == LengthRule.Overrun
                ? $"item I{record.Category:000}/{row.Name} runs past the end of the block"
                : $"item I{record.Category:000}/{row.Name} announces a part that is not defined";
            return false;
        }

        record.Mark(row.Rank, position, length);
        if (row.Meaning != ItemMeaning.None) Interpret(row.Meaning, rest[..length], record);
        position += length;
        problem = null;
        return true;
    }

    private static bool TryRandomFields(
        ItemRow?[] profile, ReadOnlySpan<byte> octets, ref int position, AsterixRecord record, out string? problem)
    {
        problem = "the random field sequence runs past the end of the block";
        if (position == octets.Length) return false;
        for (int left = octets[position++]; left > 0; left--)
        {
            if (position == octets.Length) return false;
            int number = octets[position++];

            // A sequence inside a sequence is not provided for by the standard and would let a short block recurse.
            if (number == 0 || (number <= profile.Length && profile[number - 1] is { Length.IsRandomFields: true }))
            {
                problem = $"the random field sequence announces field {number}";
                return false;
            }

            if (!TryItem(profile, number, octets, ref position, record, out problem)) return false;
        }

        problem = null;
        return true;
    }

    private static void Interpret(ItemMeaning meaning, ReadOnlySpan<byte> item, AsterixRecord record)
    {
        switch (meaning)
        {
            case ItemMeaning.Source: record.Source = new SensorKey(item[0], item[1]); break;
            case ItemMeaning.MessageType: record.MessageType = item[0]; break;
            case ItemMeaning.Sector: record.SectorAzimuthDeg = item[0] * (360.0 / 256); break;
            case ItemMeaning.Time: record.TimeOfDayS = UInt24(item) / 128.0; break;
            case ItemMeaning.TruncatedTime:
                record.TimeOfDayS = UInt16(item) / 128.0;
                record.IsTimeTruncated = true;
                break;
            case ItemMeaning.Rotation: record.RotationPeriodS = UInt16(item) / 128.0; break;
            case ItemMeaning.Descriptor1:
                record.ReportType = item[0] >> 7;
                record.IsSimulated = (item[0] & 0x40) != 0;
                record.SsrPsr = item[0] >> 4 & 3;
                record.IsFixedTransponder = (item[0] & 0x02) != 0;
                record.IsTestTarget = item.Length > 1 && (item[1] & 0x80) != 0;
                break;
            case ItemMeaning.Descriptor48:
                record.ReportType = item[0] >> 5;
                record.IsSimulated = (item[0] & 0x10) != 0;
                record.IsFixedTransponder = (item[0] & 0x02) != 0;
                record.IsTestTarget = item.Length > 1 && (item[1] & 0x80) != 0;
                break;
            case ItemMeaning.Polar128: Polar(item, 1.0 / 128, record); break;
            case ItemMeaning.Polar256: Polar(item, 1.0 / 256, record); break;
            case ItemMeaning.Mode3A:
                record.Mode3A = UInt16(item) & 0xFFF;
                record.IsMode3AInvalid = (item[0] & 0x80) != 0;
                record.IsMode3AGarbled = (item[0] & 0x40) != 0;
                break;
            case ItemMeaning.Level:
                // Signed in every edition: definitions up to 1.31 mark it unsigned, yet real data holds negative levels throughout.
                record.PressureAltitudeFt = (short)(UInt16(item) << 2) / 4 * 25.0;
                record.IsLevelInvalid = (item[0] & 0x80) != 0;
                record.IsLevelGarbled = (item[0] & 0x40) != 0;
                break;
            case ItemMeaning.LevelQuarter: record.PressureAltitudeFt = (short)UInt16(item) * 25.0; break;
            case ItemMeaning.Address: record.Address = UInt24(item); break;
            case ItemMeaning.Callsign: record.CallsignBits = UInt48(item); break;
            case ItemMeaning.Track: record.TrackNumber = UInt16(item); break;
            case ItemMeaning.Track12: record.TrackNumber = UInt16(item) & 0xFFF; break;
            case ItemMeaning.Cartesian64: Cartesian(item, 1.0 / 64, record); break;
            case ItemMeaning.Cartesian128: Cartesian(item, 1.0 / 128, record); break;
            case ItemMeaning.CartesianM:
                record.XM = (UInt24(item) << 8 >> 8) * 0.5;
                record.YM = (UInt24(item[3..]) << 8 >> 8) * 0.5;
                break;
            case ItemMeaning.VelocityPolar:
                record.GroundSpeedKt = UInt16(item) * (3600.0 / 16384);
                record.HeadingDeg = UInt16(item[2..]) * (360.0 / 65536);
                break;
            case ItemMeaning.VelocityCartesian:
                record.VelocityXMPerS = (short)UInt16(item) * 0.25;
                record.VelocityYMPerS = (short)UInt16(item[2..]) * 0.25;
                break;
            case ItemMeaning.Geographic:
                record.LatitudeDeg = BinaryPrimitives.ReadInt32BigEndian(item) * (180.0 / (1 << 25));
                record.LongitudeDeg = BinaryPrimitives.ReadInt32BigEndian(item[4..]) * (180.0 / (1 << 25));
                break;
            case ItemMeaning.AircraftData: AircraftData(item, record); break;
            case ItemMeaning.None:
            default: break;
        }
    }

    private static void Polar(ReadOnlySpan<byte> item, double unitNm, AsterixRecord record)
    {
        record.RangeNm = UInt16(item) * unitNm;
        record.AzimuthDeg = UInt16(item[2..]) * (360.0 / 65536);
    }

    private static void Cartesian(ReadOnlySpan<byte> item, double unitNm, AsterixRecord record)
    {
        record.XNm = (short)UInt16(item) * unitNm;
        record.YNm = (short)UInt16(item[2..]) * unitNm;
    }

    private static void AircraftData(ReadOnlySpan<byte> item, AsterixRecord record)
    {
        var position = 0;
        while ((item[position++] & 1) != 0)
        {
            // The presence octets end where the extension bit is 0; the length rule has already walked them.
        }

        if ((item[0] & 0x80) != 0)
        {
            record.Address = UInt24(item[position..]);
            position += 3;
        }

        if ((item[0] & 0x40) != 0) record.CallsignBits = UInt48(item[position..]);
    }

    private static int UInt16(ReadOnlySpan<byte> octets) => BinaryPrimitives.ReadUInt16BigEndian(octets);

    private static int UInt24(ReadOnlySpan<byte> octets) => (octets[0] << 16) | (octets[1] << 8) | octets[2];

    private static ulong UInt48(ReadOnlySpan<byte> octets) =>
        ((ulong)BinaryPrimitives.ReadUInt32BigEndian(octets) << 16) | BinaryPrimitives.ReadUInt16BigEndian(octets[4..]);
}
