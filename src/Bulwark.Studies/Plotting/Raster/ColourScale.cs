using Bulwark.Core.Numerics;

namespace Bulwark.Studies.Plotting.Raster;

/// <summary>Colours for a quantity from 0 to 1: the viridis map turned round, so that more ink stands for more (its source stands in the data file).</summary>
internal static class ColourScale
{
    private static readonly double[][] Rows = EmbeddedTable.Read(typeof(ColourScale).Assembly, "viridis.csv");

    /// <summary>The colour of a value; values outside 0 to 1 take the nearest end.</summary>
    public static Rgb At(double share)
    {
        var place = (1 - Math.Clamp(share, 0, 1)) * (Rows.Length - 1);
        var below = Math.Min((int)place, Rows.Length - 2);
        return Colour(Rows[below]).Towards(Colour(Rows[below + 1]), place - below);
    }

    private static Rgb Colour(double[] row) => new((byte)row[1], (byte)row[2], (byte)row[3]);
}
