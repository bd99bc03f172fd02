using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Bulwark.Core.Earth;
using Bulwark.Formats.GeoTiff;
using Bulwark.Formats.Kml;
using Bulwark.Studies.Coverage;
using Bulwark.Workbench.Tests.Cli;

namespace Bulwark.Workbench.Tests.Coverage;

/// <summary>GeoTIFF, KML and GeoJSON: read by other programs, right at the antimeridian and at the poles.</summary>
public class GeoFileTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GdalReadsWhatWasWritten(bool isFloat)
    {
        var (columns, rows) = (130, 70);
        var reals = new float[columns * rows];
        var octets = new byte[columns * rows];
        for (var at = 0; at < reals.Length; at++) (reals[at], octets[at]) = (at % 11 == 0 ? float.NaN : at / 10f, (byte)at);
        using var scratch = new Scratch();
        using (var file = File.Create(scratch["a.tif"]))
        {
            GeoTiffWriter.Write(file, new GeoTiffRaster
            {
                WestDeg = 23.5,
                NorthDeg = 36.25,
                ColumnStepDeg = 0.01,
                RowStepDeg = 0.005,
                Columns = columns,
                Rows = rows,
                NoData = isFloat ? null : (byte)255,
                Bands = isFloat ? [GeoTiffBand.Of("one & <two>", reals), GeoTiffBand.Of("other", reals)] : [GeoTiffBand.Of("octets", octets)],
            });
        }

        var facts = JsonNode.Parse(Gdal("gdalinfo", "-json", "-checksum", scratch["a.tif"]))!;
        Assert.Equal([columns, rows], facts["size"]!.AsArray().Select(static value => (int)value!));
        Assert.Equal([23.5, 0.01, 0, 36.25, 0, -0.005], facts["geoTransform"]!.AsArray().Select(static value => Math.Round((double)value!, 12)));
        Assert.Contains("\"EPSG\",4326", (string)facts["coordinateSystem"]!["wkt"]!, StringComparison.Ordinal);
        var bands = facts["bands"]!.AsArray();
        Assert.Equal(isFloat ? 2 : 1, bands.Count);
        Assert.Equal(isFloat ? "Float32" : "Byte", (string)bands[0]!["type"]!);
        Assert.Equal(isFloat ? "one & <two>" : "octets", (string)bands[0]!["description"]!);
        if (isFloat) Assert.Equal("NaN", (string)bands[0]!["noDataValue"]!);
        else Assert.Equal(255, (double)bands[0]!["noDataValue"]!);

        foreach (var (column, row) in ((int, int)[])[(1, 0), (129, 69), (3, 64), (64, 63)])
        {
            var value = Gdal("gdallocationinfo", "-valonly", "-b", "1", scratch["a.tif"], column.ToString(CultureInfo.InvariantCulture), row.ToString(CultureInfo.InvariantCulture)).Trim();
            var at = (row * columns) + column;
            if (isFloat && float.IsNaN(reals[at])) Assert.Equal("nan", value, ignoreCase: true);
            else Assert.Equal(isFloat ? reals[at] : octets[at], double.Parse(value, CultureInfo.InvariantCulture), 1e-4);
        }
    }

    [Theory]
    [InlineData(35.2, 24.0)]
    [InlineData(60, 179.7)]
    [InlineData(-89.2, 30)]
    [InlineData(89.5, -170)]
    public void ContoursKeepTheAreaAndRunTheRightWayEverywhere(double latitudeDeg, double longitudeDeg)
    {
        var result = CoverageStudy.Of(CoverageRequests.At(latitudeDeg, longitudeDeg, 1000));
        var raster = CoverageRaster.Of(result);
        var polygons = CoverageContours.Of(raster, 0, 0.5);
        var areaM2 = 0.0;
        foreach (var polygon in polygons)
        {
            for (var ring = 0; ring < polygon.Count; ring++)
            {
                var signed = AreaM2(polygon[ring]);
                Assert.True(ring == 0 ? signed > 0 : signed < 0, "outer rings run counter-clockwise, holes clockwise");
                areaM2 += signed;
            }

            Assert.All(polygon.SelectMany(static ring => ring), static point =>
            {
                Assert.InRange(point.LongitudeDeg, -180, 180);
                Assert.InRange(point.LatitudeDeg, -90, 90);
            });

            // No edge jumps across the map, but for the cut along a pole.
            Assert.All(polygon, static ring =>
            {
                for (var index = 1; index < ring.Count; index++)
                    Assert.True(Math.Abs(ring[index].LongitudeDeg - ring[index - 1].LongitudeDeg) < 60 || Math.Abs(ring[index].LatitudeDeg) > 89.9);
            });
        }

        // Cells of 3 km on a circle of 137 km, and half a cell along the cuts.
        Assert.Equal(result.Layers[0].CoveredAreaM2, areaM2, 0.03 * result.Layers[0].CoveredAreaM2);
    }

    [Fact]
    public void HolesBelongToTheirPolygon()
    {
        float[] values = [1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 1];
        var lines = ContourTracer.Trace([.. values], 6, 0, 6, 5, 0.5);
        Assert.Equal(5, lines.Count);
        Assert.Equal(1, lines.Count(static line => Signed(line) < 0));

        static double Signed(List<(double X, double Y)> line) => line.Select((from, index) => (line[(index + 1) % line.Count].X - from.X) * (line[(index + 1) % line.Count].Y + from.Y)).Sum();
    }

    [Fact]
    public void KmlIsWellFormedAndItsTextsAreEscaped()
    {
        using var stream = new MemoryStream();
        using (var kml = new KmlWriter(stream, "a <b> & c", "what"))
        {
            kml.BeginFolder("in");
            kml.Overlay("picture", "o.png", 34, 23, 36, 25);
            kml.Polygons("area", [[[GeodeticPoint.FromDegrees(34, 23), GeodeticPoint.FromDegrees(34, 24), GeodeticPoint.FromDegrees(35, 24)]]], "7f00ff00");
            kml.EndFolder();
            kml.Place("radar", "it", GeodeticPoint.FromDegrees(35, 24));
        }

        stream.Position = 0;
        XNamespace ns = "http://www.opengis.net/kml/2.2";
        var document = XDocument.Load(stream);
        Assert.Equal("a <b> & c", document.Root!.Element(ns + "Document")!.Element(ns + "name")!.Value);
        Assert.Equal("23,34 24,34 24,35 23,34", document.Descendants(ns + "LinearRing").Single().Element(ns + "coordinates")!.Value);
        Assert.Equal(["36", "34", "25", "23"], document.Descendants(ns + "LatLonBox").Single().Elements().Select(static edge => edge.Value));
    }

    [Fact]
    public void TheVerbWritesEveryFormat()
    {
        using var scratch = new Scratch();
        var done = Command.Run("coverage", "64n6e", "--at", "60,179.9", "--height", "1km", "--cell", "5km", "--out", scratch["out"], "-q");
        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        Assert.Equal(
            ["coverage-1000m.png", "coverage.geojson", "coverage.kml", "coverage.png", "coverage.tif", "overlay-1000m-east.png", "overlay-1000m-west.png", "ranges.csv", "summary.json"],
            Directory.EnumerateFiles(scratch["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(361, File.ReadAllLines(scratch[Path.Combine("out", "ranges.csv")]).Length);
        var features = JsonNode.Parse(File.ReadAllText(scratch[Path.Combine("out", "coverage.geojson")]))!["features"]!.AsArray();
        Assert.Equal("MultiPolygon", (string)features[0]!["geometry"]!["type"]!);
        Assert.Equal(2, features[0]!["geometry"]!["coordinates"]!.AsArray().Count);
        Assert.Equal(2, XDocument.Load(scratch[Path.Combine("out", "coverage.kml")]).Descendants().Count(static element => element.Name.LocalName == "GroundOverlay"));

        var some = Command.Run("coverage", "64n6e", "--at", "60,10", "--height", "1km", "--cell", "5km", "--out", scratch["some"], "-q", "--format", "csv");
        Assert.Equal(0, some.ExitCode);
        Assert.Equal(["ranges.csv", "summary.json"], Directory.EnumerateFiles(scratch["some"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // On the sphere of equal area, by the trapezoids of the cylindrical equal-area projection.
    private static double AreaM2(IReadOnlyList<GeodeticPoint> ring)
    {
        const double AuthalicRadiusM = 6_371_007;
        var sum = 0.0;
        for (var index = 0; index < ring.Count; index++)
        {
            var (from, to) = (ring[index], ring[(index + 1) % ring.Count]);
            sum += (from.LongitudeRad - to.LongitudeRad) * (Math.Sin(from.LatitudeRad) + Math.Sin(to.LatitudeRad)) / 2;
        }

        return sum * AuthalicRadiusM * AuthalicRadiusM;
    }

    private static string Gdal(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
        }

        using (process)
        {
            var text = process!.StandardOutput.ReadToEnd();
            var complaints = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.Equal((0, ""), (process.ExitCode, complaints));
            return text;
        }
    }
}
