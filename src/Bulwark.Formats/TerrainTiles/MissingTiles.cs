namespace Bulwark.Formats.TerrainTiles;

/// <summary>The tiles that a source was found not to have, remembered in the folder so that nobody asks again.</summary>
internal sealed class MissingTiles
{
    private const string FileName = "missing-tiles.txt";

    /// <summary>More than the Earth has; a damaged file must not fill the memory.</summary>
    private const int MostLines = 1_000_000;

    private readonly string _path;
    private readonly string _address;
    private readonly SortedSet<string> _lines = new(StringComparer.Ordinal);

    public MissingTiles(string folder, string address)
    {
        (_path, _address) = (Path.Combine(folder, FileName), address);
        if (File.Exists(_path)) _lines.UnionWith(File.ReadLines(_path).Take(MostLines).Where(static line => line.Length > 0 && line[0] != '#'));
    }

    public bool Contains(string name) => _lines.Contains(Line(name));

    public void Add(string name)
    {
        if (!_lines.Add(Line(name))) return;
        AtomicFile.Write(_path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.WriteLine("# Tiles that this address was found not to have (sea, or outside its cover). Delete a line to ask again.");
            foreach (var line in _lines) writer.WriteLine(line);
        });
    }

    private string Line(string name) => name + " " + _address;
}
