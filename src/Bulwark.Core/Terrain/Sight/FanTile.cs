using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// The heights a wedge needs for one block of lines, each line contiguous. Rows of the raster are used where they lie; columns, and rows that reach
/// beyond the raster or hold heights to be replaced, are copied.
/// </summary>
internal sealed class FanTile(ElevationRaster raster, MissingTerrain missing, bool usesVectors)
{
    private readonly float _outside = missing == MissingTerrain.SmoothEarth ? 0 : float.NaN;
    private readonly bool _replaces = missing == MissingTerrain.SmoothEarth && raster.UnknownPosts > 0;
    private readonly bool _hasUnknown = raster.UnknownPosts > 0;
    private float[] _copy = [];
    private int _stride;
    private int _firstLine;
    private bool _isDirect;
    private int _base;

    /// <summary>Whether some height in the tile may be unknown.</summary>
    internal bool MayHaveGaps { get; private set; }

    /// <summary>Takes lines from first to last, and along them posts from a base on.</summary>
    internal void Load(bool linesAreRows, int firstLine, int lastLine, int firstPost, int posts)
    {
        (_firstLine, _base) = (firstLine, firstPost);
        var along = linesAreRows ? raster.Columns : raster.Rows;
        var isInside = firstPost >= 0 && firstPost + posts <= along;
        MayHaveGaps = (_hasUnknown && missing == MissingTerrain.Unknown) || !isInside;
        _isDirect = linesAreRows && isInside && !_replaces;
        if (_isDirect) return;

        var lines = lastLine - firstLine + 1;
        _stride = ((posts + 15) & ~15) + 16;
        if (_copy.Length < lines * _stride) _copy = new float[lines * _stride];
        if (linesAreRows) CopyRows(lines, firstPost, posts);
        else CopyColumns(lines, firstPost, posts);
        if (!_replaces) return;
        foreach (ref var height in _copy.AsSpan(0, lines * _stride))
        {
            if (float.IsNaN(height)) height = 0;
        }
    }

    /// <summary>The first post of a line.</summary>
    internal ref float Line(int line) => ref _isDirect
        ? ref Unsafe.Add(ref MemoryMarshal.GetReference(raster.HeightsM), ((nint)line * raster.Columns) + _base)
        : ref _copy[(line - _firstLine) * _stride];

    private void CopyRows(int lines, int firstPost, int posts)
    {
        for (var line = 0; line < lines; line++)
        {
            var row = raster.RowHeightsM(_firstLine + line);
            var target = _copy.AsSpan(line * _stride, posts);
            if (!raster.GoesAround)
            {
                target.Fill(_outside);
                var from = Math.Max(0, firstPost);
                var to = Math.Min(row.Length, firstPost + posts);
                if (to > from) row[from..to].CopyTo(target[(from - firstPost)..]);
                continue;
            }

            for (var post = 0; post < posts; post++) target[post] = row[Modulo(firstPost + post, row.Length)];
        }
    }

    private void CopyColumns(int lines, int firstPost, int posts)
    {
        if (raster.GoesAround || firstPost < 0 || firstPost + posts > raster.Rows)
        {
            for (var post = 0; post < posts; post++)
            {
                var row = firstPost + post;
                var isInside = row >= 0 && row < raster.Rows;
                for (var line = 0; line < lines; line++)
                    _copy[(line * _stride) + post] = isInside ? raster.RowHeightsM(row)[Modulo(_firstLine + line, raster.Columns)] : _outside;
            }

            return;
        }

        ref var heights = ref Unsafe.Add(ref MemoryMarshal.GetReference(raster.HeightsM), ((nint)firstPost * raster.Columns) + _firstLine);
        Transposition.Copy(ref heights, raster.Columns, posts, lines, ref _copy[0], _stride, usesVectors);
    }

    private static int Modulo(int value, int divisor) => ((value % divisor) + divisor) % divisor;
}
