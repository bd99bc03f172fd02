using System.Globalization;
using System.Text;
using Bulwark.Formats.Csv;
using Bulwark.Formats.GeoJson;
using Bulwark.Formats.GeoTiff;
using Bulwark.Formats.Kml;
using Bulwark.Studies.Coverage;
using Bulwark.Studies.Plotting.Raster;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Coverage;

/// <summary>The files of a coverage study beside its maps.</summary>
internal static class CoverageFiles
{
    /// <summary>Names of the formats, as the user chooses them.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["png", "geotiff", "kml", "geojson", "csv"];

    /// <summary>The files for the formats chosen.</summary>
    public static IReadOnlyList<ResultFile> Of(CoverageResult result, IReadOnlyCollection<string> formats, CancellationToken cancellation)
    {
        var files = new List<ResultFile>();
        if (formats.Contains("csv")) files.Add(new ResultFile("ranges.csv", stream => Ranges(result, stream)));
        if (!formats.Any(static format => format is "geotiff" or "kml" or "geojson")) return files;
        var raster = CoverageRaster.Of(result, cancellation);
        if (formats.Contains("geotiff")) files.Add(new ResultFile("coverage.tif", stream => GeoTiff(raster, stream)));
        if (formats.Contains("geojson")) files.Add(new ResultFile("coverage.geojson", stream => GeoJson(raster, stream)));
        if (formats.Contains("kml"))
        {
            files.Add(new ResultFile("coverage.kml", stream => Kml(raster, stream)));
            for (var layer = 0; layer < result.Layers.Length; layer++)
            {
                for (var part = 0; part < raster.Parts.Count; part++)
                {
                    var (picture, at) = (layer, part);
                    files.Add(new ResultFile(OverlayName(raster, layer, part), stream => PngEncoder.Write(stream, raster.Picture(picture, at))));
                }
            }
        }

        return files;
    }

    private static string OverlayName(CoverageRaster raster, int layer, int part) =>
        $"overlay-{CoverageFolder.HeightName(raster.Result.Layers[layer].HeightM)}{(raster.Parts.Count > 1 ? part == 0 ? "-west" : "-east" : "")}.png";

    private static string Title(CoverageLayer layer) => string.Create(CultureInfo.InvariantCulture, $"probability of detection at {layer.HeightM:0.##} m");

    private static void Ranges(CoverageResult result, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        var csv = new CsvWriter(writer);
        foreach (var name in (string[])["site", "azimuth_deg", "height_m", "unbroken_range_m", "farthest_range_m", "ring_range_m", "difference_percent", "covered_percent", "unknown_percent"]) csv.Field(name);
        csv.EndRow();
        foreach (var layer in result.Layers)
        {
            foreach (var range in layer.Ranges)
            {
                csv.Field(result.Sites[range.Site].Name);
                csv.Field(double.RadiansToDegrees(range.AzimuthRad), 1);
                csv.Field(layer.HeightM, 2);
                csv.Field(range.UnbrokenRangeM, 1);
                csv.Field(range.FarthestRangeM, 1);
                csv.Field(range.RingRangeM, 1);
                csv.Field(100 * range.DifferenceShare, 2);
                csv.Field(100 * range.CoveredShare, 2);
                csv.Field(100 * range.UnknownShare, 2);
                csv.EndRow();
            }
        }
    }

    private static void GeoTiff(CoverageRaster raster, Stream stream) => GeoTiffWriter.Write(stream, new GeoTiffRaster
    {
        WestDeg = raster.WestDeg,
        NorthDeg = raster.NorthDeg,
        ColumnStepDeg = raster.ColumnStepDeg,
        RowStepDeg = raster.RowStepDeg,
        Columns = raster.Columns,
        Rows = raster.Rows,
        Bands = [.. raster.Result.Layers.Select((layer, index) => GeoTiffBand.Of(Title(layer), raster.Probability[index].AsSpan()))],
    });

    private static void GeoJson(CoverageRaster raster, Stream stream)
    {
        var result = raster.Result;
        using var json = new GeoJsonWriter(stream);
        for (var layer = 0; layer < result.Layers.Length; layer++)
        {
            json.WritePolygons(CoverageContours.Of(raster, layer, result.Request.ThresholdProbability),
            [
                new("heightM", result.Layers[layer].HeightM),
                new("probability", result.Request.ThresholdProbability),
                new("coveredAreaKm2", Math.Round(result.Layers[layer].CoveredAreaM2 / 1e6, 3)),
                new("unknownShare", Math.Round(result.Layers[layer].UnknownShare, 6)),
                new("terrain", result.HasTerrain),
            ]);
        }

        foreach (var site in result.Sites) json.Write([site.Place], [new("site", site.Name)]);
    }

    private static void Kml(CoverageRaster raster, Stream stream)
    {
        var result = raster.Result;
        using var kml = new KmlWriter(stream, "Radar coverage", string.Join(' ', CoverageSummary.Notes(result)));
        foreach (var site in result.Sites) kml.Place(site.Name, "radar", site.Place);
        for (var layer = 0; layer < result.Layers.Length; layer++)
        {
            kml.BeginFolder(Title(result.Layers[layer]), visible: layer == 0);
            for (var part = 0; part < raster.Parts.Count; part++)
            {
                var (_, count, westDeg) = raster.Parts[part];
                kml.Overlay("probability", OverlayName(raster, layer, part), raster.SouthDeg, westDeg, raster.NorthDeg, westDeg + (count * raster.ColumnStepDeg), visible: layer == 0);
            }

            kml.Polygons("covered", CoverageContours.Of(raster, layer, result.Request.ThresholdProbability), "00000000", visible: layer == 0);
            kml.EndFolder();
        }
    }
}
