using System.Globalization;
using System.IO.Compression;

namespace Bulwark.Core.Tests.Support;

/// <summary>Finds real terrain, which lives beside the repository, and reads its expected values.</summary>
internal static class TerrainData
{
    /// <summary>Path of a file; the test is skipped when the data are not there.</summary>
    public static string File(string name)
    {
        var folder = Folder();
        if (folder is null) Assert.Skip("The data folder (shared/data beside the repository, or BULWARK_DATA) is not there.");
        return Path.Combine(folder, "terrain", name);
    }

    /// <summary>The unpacked content of a compressed file.</summary>
    public static byte[] Unpacked(string name)
    {
        using var stream = new GZipStream(System.IO.File.OpenRead(File(name)), CompressionMode.Decompress);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Places in degrees with the height of the nearest post and the bilinear one; not a number where void.</summary>
    public static List<(double Latitude, double Longitude, double Nearest, double Bilinear)> Points(string name)
    {
        var points = new List<(double, double, double, double)>();
        foreach (var line in System.IO.File.ReadLines(File(name)).Skip(1))
        {
            var fields = line.Split(',');
            points.Add((Number(fields[0]), Number(fields[1]), Number(fields[2]), Number(fields[3])));
        }

        return points;

        static double Number(string text) => text == "void" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("BULWARK_DATA") is { Length: > 0 } stated && Directory.Exists(stated)) return stated;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!System.IO.File.Exists(Path.Combine(folder.FullName, "Bulwark.slnx"))) continue;
            var data = Path.Combine(folder.FullName, "..", "shared", "data");
            return Directory.Exists(data) ? data : null;
        }

        return null;
    }
}
