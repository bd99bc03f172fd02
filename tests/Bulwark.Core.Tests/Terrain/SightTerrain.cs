using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;

namespace Bulwark.Core.Tests.Terrain;

/// <summary>Terrain for the tests of lines of sight: made from a function, or the real tile of Mont Ventoux.</summary>
internal static class SightTerrain
{
    private const double Degree = Math.PI / 180;

    /// <summary>Heights from a function of latitude and longitude in degrees.</summary>
    public static ElevationGrid Make(double southDeg, double westDeg, double northDeg, double eastDeg, int postsPerDegree, Func<double, double, double> heightM)
    {
        var rows = (int)Math.Round((northDeg - southDeg) * postsPerDegree) + 1;
        var columns = (int)Math.Round((eastDeg - westDeg) * postsPerDegree) + 1;
        var heights = new float[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                heights[(row * columns) + column] = (float)heightM(northDeg - ((double)row / postsPerDegree), westDeg + ((double)column / postsPerDegree));
        }

        return new ElevationGrid(northDeg * Degree, westDeg * Degree, Degree / postsPerDegree, Degree / postsPerDegree, rows, columns, ImmutableArray.Create(heights), VerticalDatum.Egm96);
    }

    public static string DataPath(string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Bulwark.slnx"))) root = root.Parent;
        var data = Environment.GetEnvironmentVariable("BULWARK_DATA") ?? Path.Combine(root?.Parent?.FullName ?? ".", "shared", "data");
        var path = Path.Combine(data, "terrain", file);
        if (!File.Exists(path)) Assert.Skip($"{file} is expected in {Path.GetDirectoryName(path)} (or set BULWARK_DATA).");
        return path;
    }

    /// <summary>The three-second tile of Mont Ventoux.</summary>
    public static ElevationGrid Ventoux()
    {
        using var file = new GZipStream(File.OpenRead(DataPath("N44E005.hgt.gz")), CompressionMode.Decompress);
        var bytes = new byte[1201 * 1201 * 2];
        file.ReadExactly(bytes);
        var heights = new float[1201 * 1201];
        for (var i = 0; i < heights.Length; i++)
        {
            var value = BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(2 * i));
            heights[i] = value == short.MinValue ? float.NaN : value;
        }

        return new ElevationGrid(45 * Degree, 5 * Degree, Degree / 1200, Degree / 1200, 1201, 1201, ImmutableArray.Create(heights), VerticalDatum.Egm96);
    }

    public static GeodeticPoint At(double latitudeDeg, double longitudeDeg, double heightM = 0) => GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, heightM);
}
