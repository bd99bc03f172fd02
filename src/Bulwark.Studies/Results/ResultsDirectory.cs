using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Bulwark.Studies.Results;

/// <summary>
/// A folder that appears only when it is complete: filled under a temporary name beside its place, then renamed. A folder of that name
/// is replaced only when it is a results folder of ours.
/// </summary>
internal static class ResultsDirectory
{
    /// <summary>The file that makes a folder a results folder.</summary>
    public const string SummaryFile = "summary.json";

    /// <summary>What the "format" of every summary of ours begins with.</summary>
    public const string FormatPrefix = "bulwark-";

    private const int DiskFull = 13;
    private const int LargestSummaryBytes = 1 << 20;

    /// <summary>Makes or replaces a results folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fill">Writes the content into the temporary folder it is handed.</param>
    /// <exception cref="ResultsException">It cannot be written, is something else, or is being written by another process.</exception>
    public static void Write(string folder, Action<string> fill)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var parent = Path.GetDirectoryName(place) ?? throw new ResultsException($"'{folder}' is the root of a disk; name a folder for the results.");
        var name = Path.GetFileName(place);
        var partial = Path.Combine(parent, $".{name}.partial");
        var replaced = Path.Combine(parent, $".{name}.replaced");
        try
        {
            RefuseForeign(place);
            Directory.CreateDirectory(parent);
            using var writing = Lock(Path.Combine(parent, $".{name}.lock"), place);
            try
            {
                Remove(partial);
                Remove(replaced);
                Directory.CreateDirectory(partial);
                fill(partial);
                Swap(partial, place, replaced);
            }
            finally
            {
                Remove(partial);
            }
        }
        catch (IOException problem)
        {
            throw Failed(place, problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw Failed(place, problem);
        }
        catch (SqliteException problem)
        {
            throw Failed(place, problem);
        }
    }

    /// <summary>Makes or renews the files of a results folder that holds work as well, so that it cannot be replaced as a whole. Each file appears when it is complete.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="workFile">A file that makes the folder one of ours while there is no summary yet.</param>
    /// <param name="files">The files with their text, the summary last.</param>
    /// <param name="isOld">Whether a file of the folder that is not among them belongs to results of before, and goes.</param>
    /// <exception cref="ResultsException">It cannot be written, or is something else.</exception>
    public static void Renew(string folder, string workFile, IReadOnlyList<(string Name, string Text)> files, Func<string, bool> isOld)
    {
        RequireUsable(folder, workFile);
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            Directory.CreateDirectory(place);
            foreach (var (name, text) in files)
            {
                var partial = Path.Combine(place, name + ".partial");
                try
                {
                    WriteText(place, name + ".partial", text);
                    File.Move(partial, Path.Combine(place, name), overwrite: true);
                }
                finally
                {
                    File.Delete(partial);
                }
            }

            foreach (var path in Directory.EnumerateFiles(place).Where(path => isOld(Path.GetFileName(path)) && files.All(file => file.Name != Path.GetFileName(path))).ToList()) File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Failed(place, problem);
        }
    }

    /// <summary>Refuses a folder that <see cref="Write"/> would leave alone.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="workFile">A file that makes the folder one of ours while there is no summary yet; null for none.</param>
    /// <exception cref="ResultsException">It is a file, or holds something else than results of ours.</exception>
    public static void RequireUsable(string folder, string? workFile = null)
    {
        if (string.IsNullOrWhiteSpace(folder)) throw new ResultsException("The name of the results folder is empty; name a folder for the results.");
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            if (workFile is null || !File.Exists(Path.Combine(place, workFile))) RefuseForeign(place);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Failed(place, problem);
        }
    }

    /// <summary>Whether a folder holds results of ours.</summary>
    public static bool IsOurs(string folder)
    {
        var summary = Path.Combine(folder, SummaryFile);
        if (!File.Exists(summary) || new FileInfo(summary).Length > LargestSummaryBytes) return false;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(summary));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.String
                && format.GetString()!.StartsWith(FormatPrefix, StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Writes a text file as UTF-8.</summary>
    public static void WriteText(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Writes the caller's files; none may take the name of one of ours.</summary>
    public static void WriteExtra(string folder, IReadOnlyList<ResultFile>? files)
    {
        foreach (var file in files ?? [])
        {
            var path = Path.Combine(folder, file.Name);
            var isPlain = file.Name.Length > 0 && string.Equals(Path.GetFileName(file.Name), file.Name, StringComparison.Ordinal);
            if (!isPlain || File.Exists(path) || string.Equals(file.Name, SummaryFile, StringComparison.OrdinalIgnoreCase))
                throw new ResultsException($"'{file.Name}' cannot be added to the results: it is not a plain file name, or the results have a file of that name.");
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
            file.Write(stream);
        }
    }

    private static void RefuseForeign(string place)
    {
        if (File.Exists(place)) throw new ResultsException($"'{place}' is a file, not a folder; results need a folder. Choose another name.");
        if (!Directory.Exists(place) || !Directory.EnumerateFileSystemEntries(place).Any() || IsOurs(place)) return;
        throw new ResultsException($"'{place}' exists and is not a results folder of ours (it has no {SummaryFile} of ours), so it is left alone. Choose another folder, or move this one away.");
    }

    private static FileStream Lock(string path, string place)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException problem) when (File.Exists(path))
        {
            throw new ResultsException($"'{place}' is being written by another run. Wait for it, or choose another folder.", problem);
        }
    }

    private static void Swap(string partial, string place, string replaced)
    {
        var replacing = Directory.Exists(place);
        if (replacing) Directory.Move(place, replaced);
        try
        {
            Directory.Move(partial, place);
        }
        catch (IOException) when (replacing)
        {
            Directory.Move(replaced, place);
            throw;
        }

        Remove(replaced);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static ResultsException Failed(string place, Exception problem)
    {
        var full = problem is SqliteException { SqliteErrorCode: DiskFull } || problem.HResult is 28 or unchecked((int)0x80070070);
        var advice = full
            ? "The disk is full: free some space, or choose a folder on another disk."
            : "Check that the folder may be written to, or choose another one.";
        return new ResultsException($"Results could not be written to '{place}': {problem.Message.TrimEnd('.')}. {advice} Nothing half-written is left.", problem);
    }
}
