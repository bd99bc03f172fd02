namespace Bulwark.Workbench.Tests.Cli;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("bulwark-cli-").FullName;

    /// <summary>A path inside.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Everything inside, hidden things too, by name.</summary>
    public string[] Content() => [.. Directory.EnumerateFileSystemEntries(Folder, "*", Everything).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)];

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
