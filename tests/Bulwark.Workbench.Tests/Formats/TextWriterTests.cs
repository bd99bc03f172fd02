using System.Text.Json;
using Bulwark.Core.Earth;
using Bulwark.Formats;
using Bulwark.Formats.Csv;
using Bulwark.Formats.GeoJson;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>The small writers: CSV by RFC 4180, GeoJSON by RFC 7946, files that appear whole or not at all.</summary>
public sealed class TextWriterTests
{
    [Fact]
    public void Csv_quotes_what_needs_it()
    {
        var text = new StringWriter();
        var csv = new CsvWriter(text);
        csv.Field("plain");
        csv.Field("a,b");
        csv.Field("say \"no\"");
        csv.Field("two\nlines");
        csv.Field((string?)null);
        csv.Field(-12);
        csv.EndRow();
        csv.Field("next");
        csv.EndRow();
        Assert.Equal("plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,-12\r\nnext\r\n", text.ToString());
    }

    /// <summary>Halves go to the even digit, as the reference decoder's language rounds; examples from its own output.</summary>
    [Theory]
    [InlineData(85.89453125, 7, "85.8945312")]
    [InlineData(84.54296875, 7, "84.5429688")]
    [InlineData(66431.6640625, 6, "66431.664062")]
    [InlineData(380, 7, "380.0")]
    [InlineData(-0.25, 7, "-0.25")]
    [InlineData(double.NaN, 3, "")]
    public void Csv_numbers_round_half_to_even(double value, int decimals, string expected)
    {
        var text = new StringWriter();
        new CsvWriter(text).Field(value, decimals);
        Assert.Equal(expected, text.ToString());
    }

    [Fact]
    public void GeoJson_reads_back_as_written()
    {
        using var stream = new MemoryStream();
        using (var geo = new GeoJsonWriter(stream))
        {
            geo.Write(
                [GeodeticPoint.FromDegrees(39.5, -0.476, 1000), GeodeticPoint.FromDegrees(39.6, -0.5, 1100.125)],
                new Dictionary<string, object?> { ["track"] = 7, ["mode3A"] = "2270", ["quality"] = 0.5, ["hit"] = true, ["none"] = null, ["nan"] = double.NaN });
            geo.Write([GeodeticPoint.FromDegrees(1, 2, 3)], []);
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("FeatureCollection", document.RootElement.GetProperty("type").GetString());
        var features = document.RootElement.GetProperty("features");
        Assert.Equal(2, features.GetArrayLength());
        var geometry = features[0].GetProperty("geometry");
        Assert.Equal("LineString", geometry.GetProperty("type").GetString());
        Assert.Equal([-0.476, 39.5, 1000], geometry.GetProperty("coordinates")[0].EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal([-0.5, 39.6, 1100.12], geometry.GetProperty("coordinates")[1].EnumerateArray().Select(value => value.GetDouble()));
        var properties = features[0].GetProperty("properties");
        Assert.Equal(7, properties.GetProperty("track").GetInt32());
        Assert.Equal("2270", properties.GetProperty("mode3A").GetString());
        Assert.True(properties.GetProperty("hit").GetBoolean());
        Assert.Equal(JsonValueKind.Null, properties.GetProperty("nan").ValueKind);
        Assert.Equal("Point", features[1].GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal([2, 1, 3], features[1].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(value => value.GetDouble()));
    }

    [Fact]
    public void GeoJson_refuses_what_it_cannot_hold()
    {
        using var stream = new MemoryStream();
        using var geo = new GeoJsonWriter(stream);
        Assert.Throws<ArgumentException>(() => geo.Write([], []));
        Assert.Throws<ArgumentException>(() => geo.Write([new GeodeticPoint(double.NaN, 0, 0)], []));
    }

    [Fact]
    public void A_failed_write_keeps_the_old_file()
    {
        var folder = Directory.CreateTempSubdirectory("bulwark-atomic-");
        try
        {
            var path = Path.Combine(folder.FullName, "result.txt");
            AtomicFile.Write(path, stream => stream.Write("old"u8));
            Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
            {
                stream.Write("half"u8);
                throw new InvalidOperationException();
            }));
            Assert.Equal("old", File.ReadAllText(path));
            Assert.Equal(["result.txt"], folder.GetFiles().Select(file => file.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
