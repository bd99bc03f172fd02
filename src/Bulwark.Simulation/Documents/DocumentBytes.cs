using System.Text;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>Turns the bytes of a file into text, or says why they are none.</summary>
internal static class DocumentBytes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file within the limits; null when a problem was reported.</summary>
    public static string? ReadFile(string path, string name, DocumentLimits limits, ProblemList problems)
    {
        var nowhere = new DocumentPlace(name, 0, 0);
        try
        {
            if (Directory.Exists(path))
            {
                problems.Error(nowhere, "is a folder", "a file");
                return null;
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > limits.MaximumBytes)
            {
                problems.Error(nowhere, $"the file has {stream.Length} bytes", $"at most {limits.MaximumBytes} bytes", "large lists belong in several files");
                return null;
            }

            // A pipe or device reports no length, so the limit is enforced while reading as well.
            using var memory = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                memory.Write(buffer, 0, read);
                if (memory.Length <= limits.MaximumBytes) continue;
                problems.Error(nowhere, "the file is too long", $"at most {limits.MaximumBytes} bytes");
                return null;
            }

            return Decode(memory.ToArray(), name, problems);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Error(nowhere, "the file does not exist", "", SimilarFile(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            problems.Error(nowhere, $"the file cannot be read: {exception.Message}");
        }

        return null;
    }

    /// <summary>Decodes UTF-8; null when a problem was reported.</summary>
    public static string? Decode(byte[] bytes, string name, ProblemList problems)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) content = content[3..];
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException exception)
        {
            var before = content[..Math.Clamp(exception.Index, 0, content.Length)];
            var line = before.Count((byte)'\n') + 1;
            var column = before.Length - before.LastIndexOf((byte)'\n');
            problems.Error(new DocumentPlace(name, line, column), "the file is not text in UTF-8", "", "save it as UTF-8 in your editor");
            return null;
        }
    }

    private static string SimilarFile(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder)) return folder is null ? "" : "the folder does not exist either";
        var names = Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);
        return NearestMatch.Hint(Path.GetFileName(path), names);
    }
}
