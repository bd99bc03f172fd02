using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain;

/// <summary>Finds the tiles near a place by cells of one degree; the tiles of a cell come in the order of the store.</summary>
internal sealed class TileIndex
{
    private const int CellsAround = 360;
    private const int CellsUp = 180;

    private static readonly double CellRad = double.DegreesToRadians(1);

    private readonly int[]?[] _cells = new int[CellsAround * CellsUp][];

    public TileIndex(IReadOnlyList<StoredTile> tiles)
    {
        var lists = new Dictionary<int, List<int>>();
        for (var i = 0; i < tiles.Count; i++)
        {
            // A post more on every side: a place between two tiles belongs to both.
            var layout = tiles[i].Layout;
            var box = layout.Box(-1, -1, layout.Rows + 2, layout.Columns + 2);
            var (south, north) = (Row(box.SouthRad), Row(box.NorthRad));
            var west = (int)Math.Floor(box.WestRad / CellRad);
            var columns = Math.Min(CellsAround, (int)Math.Floor(box.EastRad / CellRad) - west + 1);
            for (var row = south; row <= north; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var cell = (row * CellsAround) + Wrap(west + column);
                    if (!lists.TryGetValue(cell, out var list)) lists.Add(cell, list = []);
                    list.Add(i);
                }
            }
        }

        foreach (var (cell, list) in lists) _cells[cell] = [.. list];
    }

    /// <summary>Numbers of the tiles that may hold a place.</summary>
    public ReadOnlySpan<int> At(double latitudeRad, double longitudeRad)
    {
        if (!(Math.Abs(latitudeRad) <= 2) || !double.IsFinite(longitudeRad)) return [];
        var column = Math.IEEERemainder(longitudeRad, 2 * Math.PI) / CellRad;
        return _cells[(Row(latitudeRad) * CellsAround) + Wrap((int)Math.Floor(column))];
    }

    private static int Row(double latitudeRad) => Math.Clamp((int)Math.Floor(latitudeRad / CellRad) + (CellsUp / 2), 0, CellsUp - 1);

    private static int Wrap(int column) => ((column % CellsAround) + CellsAround) % CellsAround;
}
