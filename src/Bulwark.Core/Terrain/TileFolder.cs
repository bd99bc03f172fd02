using Bulwark.Core.Terrain.Formats;

namespace Bulwark.Core.Terrain;

/// <summary>Finds the tiles of a folder.</summary>
internal static class TileFolder
{
    public static List<string> Files(string path, TileStoreOptions options)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw new TerrainException(path, "there is no such file or folder", "a terrain tile or a folder of them", "Look at the spelling and the current folder.");
        var search = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = options.MaximumDepth, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };
        var files = new List<string>();
        foreach (var file in Directory.EnumerateFiles(path, "*", search))
        {
            if (TileReaders.FormatOf(file) is null || IsHidden(path, file)) continue;
            files.Add(file);
            if (files.Count > options.MaximumTiles)
                throw new TerrainException(path, $"it holds more than {options.MaximumTiles} tiles", "fewer", "Name a folder with the tiles of the area that is needed.");
        }

        if (files.Count == 0)
            throw new TerrainException(path, "no terrain tile is in this folder", "files that end in .hgt, .dt0, .dt1, .dt2, .tif or .tiff, with or without .gz", "Fetch tiles with 'bulwark terrain fetch', or name another folder.");
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>Whether a folder on the way starts with a dot: unfinished downloads lie in one.</summary>
    private static bool IsHidden(string folder, string file) =>
        Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Any(static part => part.StartsWith('.'));
}
