using Bulwark.Cli.Manner;

namespace Bulwark.Cli.Terrain;

/// <summary>Reads lists of checksums as <c>sha256sum</c> writes them.</summary>
internal static class ChecksumList
{
    private const int DigestLetters = 64;
    private const long MostBytes = 64L << 20;

    /// <summary>SHA-256 by file name.</summary>
    /// <exception cref="UsageException">A line cannot be read.</exception>
    public static Dictionary<string, string> Read(string path)
    {
        Paths.RequireReadable(path, "a list of checksums");
        if (new FileInfo(path).Length > MostBytes) throw new UsageException($"{path}: more than {MostBytes} bytes; expected a list of checksums");
        var checksums = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#')) continue;
            var digest = line.Split(' ', 2)[0];
            var name = Path.GetFileName(line[digest.Length..].TrimStart(' ', '*').TrimEnd());
            if (digest.Length != DigestLetters || !digest.All(char.IsAsciiHexDigit) || name.Length == 0)
                throw new UsageException($"{path}:{number}: this is no checksum; expected 64 hexadecimal digits, two spaces and a file name, as sha256sum writes them");
            checksums[name] = digest;
        }

        return checksums;
    }
}
