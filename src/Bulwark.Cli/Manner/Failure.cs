using Bulwark.Core.Terrain;
using Bulwark.Core.Units;
using Bulwark.Formats;
using Bulwark.Formats.PlotTables;
using Bulwark.Formats.TerrainTiles;
using Bulwark.Simulation.Documents;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Manner;

/// <summary>The one place that turns what can go wrong with input and files into messages for people.</summary>
internal static class Failure
{
    /// <summary>The lines to show for an exception, or null when it is a fault of the program.</summary>
    /// <param name="failure">What was thrown.</param>
    public static IReadOnlyList<string>? Explain(Exception failure) => failure switch
    {
        UsageException usage => [$"bulwark: {usage.Message}"],
        DocumentException document => [.. document.Problems.Select(static problem => problem.ToString())],
        ResultsException results => [$"bulwark: {results.Message}"],
        RecordingException recording => [$"bulwark: {recording.Message}"],
        TableException table => [$"bulwark: {table.Message}"],
        TerrainException terrain => [$"bulwark: {terrain.Message}"],
        TileFetchException fetch => [$"bulwark: {fetch.Message}"],
        FileNotFoundException { FileName: { } file } => [$"bulwark: {NotThere("file", file)}"],
        FileNotFoundException missing => [$"bulwark: {missing.Message}"],
        DirectoryNotFoundException missing => [$"bulwark: folder not found: {missing.Message}"],
        UnauthorizedAccessException denied => [$"bulwark: no permission: {denied.Message} Expected: a place this user may read or write."],
        IOException io => [$"bulwark: cannot read or write: {io.Message}"],
        _ => null,
    };

    /// <summary>The line for a file or folder that is not there, with the nearest name beside it.</summary>
    /// <param name="kind">"file" or "folder".</param>
    /// <param name="path">The path as the user gave it.</param>
    public static string NotThere(string kind, string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        string hint;
        if (folder is null || !Directory.Exists(folder))
        {
            hint = "the folder it should be in does not exist either";
        }
        else
        {
            var names = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);
            hint = NearestMatch.Hint(Path.GetFileName(path), names);
            if (hint.Length == 0) hint = "look at the spelling and the current folder";
        }

        return $"{kind} not found: {path}; expected the path of a {kind} that can be read; {hint}";
    }
}
