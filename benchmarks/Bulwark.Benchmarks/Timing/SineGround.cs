using System.Globalization;
using System.Runtime.InteropServices;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;

namespace Bulwark.Benchmarks.Timing;

/// <summary>Hills made from sines of five lengths, from 15 to 1,500 posts, in a square around a place in UTM zone 31.</summary>
internal static class SineGround
{
    private const double SiteEastingM = 681_015;
    private const double SiteNorthingM = 4_898_985;

    /// <summary>The site.</summary>
    internal static GeodeticPoint Site => TransverseMercator.Utm(31, isNorth: true).Inverse(new ProjectedPoint(SiteEastingM, SiteNorthingM));

    /// <summary>A projected raster just larger than a disc around the site.</summary>
    internal static ProjectedElevationGrid Projected(double radiusM, double spacingM)
    {
        var half = (int)Math.Ceiling(1.003 * radiusM / spacingM) + 4;
        var posts = (2 * half) + 1;
        return new ProjectedElevationGrid(
            TransverseMercator.Utm(31, isNorth: true),
            SiteEastingM + (spacingM * (0.5 - half)),
            SiteNorthingM - (spacingM * (0.5 - half)),
            spacingM,
            spacingM,
            posts,
            posts,
            ImmutableCollectionsMarshal.AsImmutableArray(Heights(posts, posts)),
            VerticalDatum.Egm96);
    }

    /// <summary>A raster of latitude and longitude just larger than a disc around the site.</summary>
    internal static ElevationGrid Geographic(double radiusM, double stepRad)
    {
        var site = Site;
        var halfRows = (int)Math.Ceiling(1.005 * radiusM / (6_350_000 * stepRad)) + 4;
        var halfColumns = (int)Math.Ceiling(halfRows / Math.Cos(Math.Abs(site.LatitudeRad) + (radiusM / 6_350_000)));
        return new ElevationGrid(
            site.LatitudeRad + (stepRad * (halfRows - 0.5)),
            site.LongitudeRad - (stepRad * (halfColumns - 0.5)),
            stepRad,
            stepRad,
            (2 * halfRows) + 1,
            (2 * halfColumns) + 1,
            ImmutableCollectionsMarshal.AsImmutableArray(Heights((2 * halfRows) + 1, (2 * halfColumns) + 1)),
            VerticalDatum.Egm96);
    }

    /// <summary>Writes the raster as plain numbers with a header (ENVI) that the tools of the field read.</summary>
    internal static void Write(ProjectedElevationGrid ground, string path)
    {
        using (var file = File.Create(path))
        {
            for (var row = 0; row < ground.Rows; row++) file.Write(MemoryMarshal.AsBytes(ground.RowHeightsM(row)));
        }

        var (west, north) = (ground.WestEastingM - (ground.EastingStepM / 2), ground.NorthNorthingM + (ground.NorthingStepM / 2));
        File.WriteAllText(path + ".hdr", string.Create(CultureInfo.InvariantCulture, $$"""
            ENVI
            samples = {{ground.Columns}}
            lines = {{ground.Rows}}
            bands = 1
            header offset = 0
            file type = ENVI Standard
            data type = 4
            interleave = bsq
            byte order = 0
            map info = {UTM, 1, 1, {{west}}, {{north}}, {{ground.EastingStepM}}, {{ground.NorthingStepM}}, 31, North, WGS-84}

            """));
    }

    private static float[] Heights(int rows, int columns)
    {
        var heights = new float[(long)rows * columns];
        var (slow, middle) = (Waves(columns, 230, 0.4), Waves(columns, 61, 1.1));
        var (falling, rising) = (Waves(rows + columns, 29, 0.3), Waves(rows + columns, 7.3, 2.2));
        var (slowRows, middleRows, fast) = (Waves(rows, 170, 0.9), Waves(rows, 47, 0.2), Waves(columns, 2.4, 0.7));
        for (var row = 0; row < rows; row++)
        {
            var line = heights.AsSpan(row * columns, columns);
            for (var column = 0; column < columns; column++)
            {
                line[column] = 800 + (500 * slow[column] * slowRows[row]) + (150 * middle[column] * middleRows[row])
                    + (60 * falling[row + column]) + (15 * rising[rows - row + column]) + (3 * fast[column]);
            }
        }

        return heights;
    }

    private static float[] Waves(int count, double length, double phase)
    {
        var waves = new float[count + 1];
        for (var i = 0; i < waves.Length; i++) waves[i] = (float)Math.Sin(phase + (i / length));
        return waves;
    }
}
