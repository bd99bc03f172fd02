using Bulwark.Core.Terrain;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Terrain;

/// <summary>GeoTIFF as GDAL writes it, in every packing that is read: all posts must come back. (Predictor 3 in big-endian order is left out: GDAL 3.6 cannot read its own.)</summary>
public sealed class GeoTiffPeerTests
{
    [Theory]
    [InlineData("strips")]
    [InlineData("lzw", "-co", "COMPRESS=LZW")]
    [InlineData("lzw-differences", "-co", "COMPRESS=LZW", "-co", "PREDICTOR=2")]
    [InlineData("deflate-tiles", "-co", "COMPRESS=DEFLATE", "-co", "TILED=YES", "-co", "BLOCKXSIZE=64", "-co", "BLOCKYSIZE=128", "-co", "PREDICTOR=2")]
    [InlineData("packbits", "-co", "COMPRESS=PACKBITS")]
    [InlineData("float-deflate", "-ot", "Float32", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=3")]
    [InlineData("float-big-endian", "-ot", "Float32", "-co", "COMPRESS=LZW", "-co", "PREDICTOR=2", "-co", "ENDIANNESS=BIG", "-co", "TILED=YES")]
    [InlineData("double-lzw", "-ot", "Float64", "-co", "COMPRESS=LZW", "-co", "PREDICTOR=3")]
    [InlineData("float-differences", "-ot", "Float32", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=2")]
    [InlineData("int32-big-endian", "-ot", "Int32", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=2", "-co", "ENDIANNESS=BIG")]
    [InlineData("big", "-co", "BIGTIFF=YES", "-co", "COMPRESS=DEFLATE")]
    [InlineData("big-big-endian", "-co", "BIGTIFF=YES", "-co", "ENDIANNESS=BIG")]
    [InlineData("point", "-mo", "AREA_OR_POINT=Point")]
    [InlineData("area", "-mo", "AREA_OR_POINT=Area")]
    public void Every_post_comes_back(string name, params string[] options)
    {
        using var scratch = new Scratch();
        var source = scratch.Write("N44E005.hgt", TerrainData.Unpacked("N44E005.hgt.gz"));
        var target = scratch.Path("out/" + name + ".tif");
        Directory.CreateDirectory(scratch.Path("out"));
        PeerProgram.Ask("gdal_translate", ["-q", .. options, source, target]);

        var (expected, found) = (TileStore.Open(source), TileStore.Open(target));
        Assert.Equal(TileFormat.GeoTiff, Assert.Single(found.Tiles).Format);
        var (a, b) = (expected.ReadWindow(expected.Tiles[0].Box, 0).Grid, found.ReadWindow(found.Tiles[0].Box, 0).Grid);
        Assert.Equal((a.Rows, a.Columns), (b.Rows, b.Columns));
        Assert.Equal(a.NorthLatitudeRad, b.NorthLatitudeRad, 1e-11);
        Assert.Equal(a.WestLongitudeRad, b.WestLongitudeRad, 1e-11);
        Assert.True(a.HeightsM.SequenceEqual(b.HeightsM), "a post differs");
    }

    [Theory]
    [InlineData("other coordinates", "EPSG:", "-a_srs", "EPSG:4258")]
    [InlineData("another projection", "EPSG:2154", "-a_srs", "EPSG:2154")]
    [InlineData("two bands", "several bands", "-b", "1", "-b", "1")]
    [InlineData("scaled heights", "scaled", "-a_scale", "0.1")]
    [InlineData("another packing", "packed by", "-co", "COMPRESS=LZMA")]
    [InlineData("another vertical system", "6358", "-a_srs", "EPSG:4326+6358")]
    public void What_is_not_read_is_said(string name, string word, params string[] options)
    {
        using var scratch = new Scratch();
        var source = scratch.Write("N44E005.hgt", TerrainData.Unpacked("N44E005.hgt.gz"));
        var target = scratch.Path("made.tif");
        PeerProgram.Ask("gdal_translate", ["-q", .. options, source, target]);
        var error = Assert.Throws<TerrainException>(() => TileStore.Open(target));
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
        Assert.Contains("made.tif", error.Message, StringComparison.Ordinal);
        Assert.True(error.Expected.Length > 0 && error.Advice.Length > 0, name);
    }
}
