using System.IO.Compression;
using System.Text;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Finds the recordings, which live beside the repository, and reads their expected values.</summary>
internal static class Recordings
{
    private static string? Folder { get; } = FindFolder();

    /// <summary>Path of a recording; the test is skipped when the recordings are not there.</summary>
    public static string Path(string name)
    {
        if (Folder is null) Assert.Skip("The recordings folder (shared/data beside the repository, or BULWARK_DATA) is not there.");
        return System.IO.Path.Combine(Folder, "asterix", name);
    }

    /// <summary>The text of a gzip-compressed file.</summary>
    public static string Text(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The bytes of a recording, decompressed when it is compressed.</summary>
    public static byte[] Bytes(string name)
    {
        var path = Path(name);
        if (!name.EndsWith(".gz", StringComparison.Ordinal)) return File.ReadAllBytes(path);
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static string? FindFolder()
    {
        if (Environment.GetEnvironmentVariable("BULWARK_DATA") is { Length: > 0 } stated && Directory.Exists(stated)) return stated;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "Bulwark.slnx"))) continue;
            var data = System.IO.Path.Combine(folder.FullName, "..", "shared", "data");
            return Directory.Exists(data) ? data : null;
        }

        return null;
    }
}
