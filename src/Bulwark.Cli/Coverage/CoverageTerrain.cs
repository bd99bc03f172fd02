using System.Globalization;
using Bulwark.Cli.Manner;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Studies.Coverage;

namespace Bulwark.Cli.Coverage;

/// <summary>Loads the terrain that a coverage study needs.</summary>
internal static class CoverageTerrain
{
    /// <summary>Posts that one raster may have; with the sight of two radars that stays below a gigabyte.</summary>
    private const double MostPosts = 70e6;

    private const double Room = 1.05;

    /// <summary>The request with the terrain of its area.</summary>
    /// <param name="request">The request.</param>
    /// <param name="folder">Folder or file with tiles.</param>
    /// <param name="report">For notes and interruption.</param>
    public static CoverageRequest Load(CoverageRequest request, string folder, Report report)
    {
        if (!Directory.Exists(folder) && !File.Exists(folder)) throw new UsageException(Failure.NotThere("folder", folder));
        try
        {
            var area = CoverageStudy.AreaOf(request);
            var box = GeodeticBox.Around(area.Centre, Room * area.RadiusM);
            var store = TileStore.Open(folder);
            var spacingM = 0.0;
            var finestM = store.SpacingM;
            var areaM2 = 4 * Room * Room * area.RadiusM * area.RadiusM;
            if (areaM2 / (finestM * finestM) > MostPosts)
            {
                spacingM = Math.Sqrt(areaM2 / MostPosts);
                report.Note(string.Create(CultureInfo.InvariantCulture, $"The area is large: terrain of {finestM:0} m is sampled at {spacingM:0} m; choose a smaller --radius for all of it."));
            }

            var window = store.ReadWindow(box, spacingM, report.Cancellation);
            if (window.Tiles.IsEmpty) throw new UsageException($"{folder}: none of the {store.Tiles.Length} terrain tiles there lies within {area.RadiusM / 1000:0} km of the radar; expected tiles of the area");
            return request with { Terrain = window.Grid, FineTerrain = store, TerrainDescription = Sentence(window.Description) };
        }
        catch (TerrainException problem)
        {
            throw new UsageException(problem.Message);
        }
    }

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
