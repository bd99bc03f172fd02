using System.Text.Json;
using Bulwark.Formats.Asterix;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Single records against the readings of other decoders, or against the layouts of the standard.</summary>
public sealed class AsterixDecoderTests
{
    private static AsterixRecord Decode(string block)
    {
        var octets = AsterixBlocks.Bytes(block);
        var record = new AsterixRecord();
        Assert.True(AsterixDecoder.TryDecode(octets[0], octets.AsSpan(3), record, out var problem), problem);
        Assert.Equal(octets.Length - 3, record.Length);
        return record;
    }

    [Fact]
    public void Category_001_plot()
    {
        var record = Decode(AsterixBlocks.Plot001);
        Assert.Equal(new SensorKey(0, 1), record.Source);
        Assert.Equal((0, 2), (record.ReportType, record.SsrPsr));
        Assert.Equal(127.4375, record.RangeNm);
        Assert.Equal(127.4375 * 1852, record.RangeM);
        Assert.Equal(256.61865234375, record.AzimuthDeg);
        Assert.Equal(Convert.ToInt32("5543", 8), record.Mode3A);
        Assert.Equal(38000, record.PressureAltitudeFt);
        Assert.Equal(11582.4, record.PressureAltitudeM!.Value, 9);
        Assert.Equal(221.4296875, record.TimeOfDayS);
        Assert.True(record.IsTimeTruncated);
        Assert.Equal("010 020 040 070 090 130 141", string.Join(' ', record.Items()));
        Assert.Equal([0xC1, 0x79, 0xC0], record.ItemOctets("130").ToArray());
        Assert.True(record.ItemOctets("050").IsEmpty);
    }

    [Fact]
    public void Category_002_north_mark()
    {
        var record = Decode(AsterixBlocks.NorthMark002);
        Assert.Equal((1, 33501.4140625), (record.MessageType, record.TimeOfDayS));
        Assert.False(record.IsTimeTruncated);
    }

    [Fact]
    public void Category_034_sector()
    {
        var record = Decode(AsterixBlocks.Sector034);
        Assert.Equal((2, 33499.84375, 90.0), (record.MessageType, record.TimeOfDayS, record.SectorAzimuthDeg));
        Assert.Equal(new SensorKey(0, 2), record.Source);
        Assert.Equal("000 010 020 030 050 060", string.Join(' ', record.Items()));
    }

    [Fact]
    public void Category_048_plot()
    {
        var record = Decode(AsterixBlocks.Plot048);
        Assert.Equal((5, 33499.8359375, 73.921875), (record.ReportType, record.TimeOfDayS, record.RangeNm));
        Assert.Equal((0xAB4CBD, "RYR5XW", 919), (record.Address, record.Callsign, record.TrackNumber));
        Assert.Equal((Convert.ToInt32("470", 8), 37000.0), (record.Mode3A, record.PressureAltitudeFt));
        Assert.Equal(463.1835938, record.GroundSpeedKt!.Value, 7);
        Assert.Equal(32.6074219, record.HeadingDeg!.Value, 7);
    }

    /// <summary>The track profile is chosen by I001/020; this record is laid out by hand from the standard's table.</summary>
    [Fact]
    public void Category_001_track_uses_the_track_profile()
    {
        var record = Decode("010019" + "FF00" + "1482" + "A0" + "0123" + "19002000" + "0040FFC0" + "02000800" + "04B8");
        Assert.Equal((1, 0x123), (record.ReportType, record.TrackNumber));
        Assert.Equal((50.0, 45.0), (record.RangeNm, record.AzimuthDeg));
        Assert.Equal((1.0, -1.0), (record.XNm, record.YNm));
        Assert.Equal((112.5, 11.25), (record.GroundSpeedKt, record.HeadingDeg));
        Assert.Equal(0x4B8, record.Mode3A);
        Assert.Equal("010 020 040 042 070 161 200", string.Join(' ', record.Items()));
    }

    /// <summary>A random field sequence: count, then field reference number and item each; here mode 3/A and truncated time.</summary>
    [Fact]
    public void Category_001_random_fields_are_walked()
    {
        var record = Decode("010010" + "C10102" + "1482" + "20" + "02" + "0404B8" + "070080");
        Assert.Equal((0x4B8, 1.0), (record.Mode3A, record.TimeOfDayS));
        Assert.Equal("010 020 070 141", string.Join(' ', record.Items()));
    }

    [Theory]
    [InlineData("0580", 35200)]
    [InlineData("3F80", -3200)]
    [InlineData("3FFC", -100)]
    [InlineData("FFFF", -25)]
    public void The_flight_level_is_signed(string item, double expectedFt)
    {
        var record = Decode("300006" + "04" + item);
        Assert.Equal(expectedFt, record.PressureAltitudeFt);
        Assert.Equal(item == "FFFF", record.IsLevelInvalid);
    }

    [Theory]
    [InlineData(1, "FE14", "runs past")]
    [InlineData(1, "FF", "field specification")]
    [InlineData(1, "00", "no item")]
    [InlineData(1, "01010180", "does not define")]
    [InlineData(34, "0440", "I034/050 announces a part that is not defined")]
    [InlineData(48, "0101010200", "I048/RE announces a part that is not defined")]
    [InlineData(48, "0101010205", "I048/RE runs past")]
    [InlineData(48, "0120" + "02" + "0000000000000000", "I048/250 runs past")]
    [InlineData(1, "010102" + "01" + "15", "announces field 21")]
    [InlineData(7, "80", "no item table")]
    public void What_contradicts_the_definition_is_named(int category, string octets, string expected)
    {
        Assert.False(AsterixDecoder.TryDecode(category, AsterixBlocks.Bytes(octets), new AsterixRecord(), out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Public_vectors_read_as_the_other_decoder_reads_them()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Recordings.Path("vectors.json")));
        var compared = 0;
        foreach (var vector in document.RootElement.EnumerateArray())
        {
            if (!AsterixDecoder.Knows(vector.GetProperty("cat").GetInt32())) continue;
            var rest = AsterixBlocks.Bytes(vector.GetProperty("hex").GetString()!).AsSpan();
            var category = rest[0];
            rest = rest[3..];
            foreach (var expected in vector.GetProperty("peer_a").EnumerateArray())
            {
                var record = new AsterixRecord();
                Assert.True(AsterixDecoder.TryDecode(category, rest, record, out var problem), problem);
                Assert.Equal(expected.GetProperty("hex").GetString(), Convert.ToHexString(record.Octets));
                PeerReading.AssertSame(expected.GetProperty("items"), record);
                rest = rest[record.Length..];
                compared++;
            }

            Assert.True(rest.IsEmpty);
        }

        Assert.Equal(6, compared);
    }

    [Theory]
    [InlineData("valencia_evening", 31367)]
    [InlineData("alcolea_modes", 2781)]
    [InlineData("croatia_034_048", 162)]
    [InlineData("croatia_062_065", 3)]
    public void Every_item_of_the_recordings_is_walked_as_the_other_decoder_walks_it(string name, int records)
    {
        var record = new AsterixRecord();
        var compared = 0;
        foreach (var line in Recordings.Text(Recordings.Path(name + ".expected.ndjson.gz")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var document = JsonDocument.Parse(line);
            var octets = AsterixBlocks.Bytes(document.RootElement.GetProperty("hex").GetString()!);
            Assert.True(AsterixDecoder.TryDecode(document.RootElement.GetProperty("cat").GetInt32(), octets, record, out var problem), problem);
            Assert.Equal(octets.Length, record.Length);
            PeerReading.AssertSame(document.RootElement.GetProperty("items"), record);
            compared++;
        }

        Assert.Equal(records, compared);
    }
}
