namespace Bulwark.Cli.Manner;

/// <summary>Checks of paths that the user gave, before any work is done.</summary>
internal static class Paths
{
    /// <summary>Refuses a path that is not a file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="what">What the file should be, for example "a radar recording".</param>
    /// <exception cref="UsageException">The file is not there.</exception>
    public static void RequireFile(string path, string what)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new UsageException($"the name of a file is empty; expected {what}");
        if (Directory.Exists(path)) throw new UsageException($"{path} is a folder; expected {what}");
        if (!File.Exists(path)) throw new FileNotFoundException(what, path);
    }

    /// <summary>Refuses a path that is not a file this user may read.</summary>
    /// <param name="path">The path.</param>
    /// <param name="what">What the file should be.</param>
    public static void RequireReadable(string path, string what)
    {
        RequireFile(path, what);
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
    }

    /// <summary>Refuses to write over a file, unless that is wanted, or into a folder that is not there.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="force">Whether an existing file may be replaced.</param>
    /// <exception cref="UsageException">The file exists or cannot exist.</exception>
    public static void RequireFree(string path, bool force)
    {
        if (Directory.Exists(path)) throw new UsageException($"{path} is a folder; expected the name of a file to write");
        if (File.Exists(path) && !force) throw new UsageException($"{path} exists already; give another name, or --force to replace it");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder)) throw new UsageException($"cannot write {path}: there is no folder {Path.GetDirectoryName(path)}; make it first");
    }
}
