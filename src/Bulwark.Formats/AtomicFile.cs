using System.IO.Compression;

namespace Bulwark.Formats;

/// <summary>
/// A file that appears only when it is complete: written under a temporary name beside its place, then renamed. A failure on the
/// way leaves the old file, or none.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes a file; a name that ends in <c>.gz</c> is compressed.</summary>
    /// <param name="path">The file to make or replace. Its folder must exist.</param>
    /// <param name="write">Writes the content to the stream it is handed; it need not close it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var partial = path + ".partial";
        var complete = false;
        try
        {
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                {
                    using var compressed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
                    write(compressed);
                }
                else
                {
                    write(file);
                }
            }

            File.Move(partial, path, overwrite: true);
            complete = true;
        }
        finally
        {
            if (!complete) File.Delete(partial);
        }
    }
}
