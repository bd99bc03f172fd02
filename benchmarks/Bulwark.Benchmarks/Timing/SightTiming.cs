using System.Diagnostics;
using System.Globalization;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;

namespace Bulwark.Benchmarks.Timing;

/// <summary>
/// Times the smallest visible heights: <c>-- sight [FOLDER] [ROUNDS]</c>. Prints median and best of the time taken and of the processor time, so
/// that a figure from a busy machine can be told from one of a free one. With a folder it leaves the 80 km ground there for other tools.
/// </summary>
internal static class SightTiming
{
    internal static void Run(IReadOnlyList<string> arguments)
    {
        var rounds = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 11;
        var ground = SineGround.Projected(80_000, 30);
        if (arguments.Count > 0 && arguments[0] != "-")
        {
            Directory.CreateDirectory(arguments[0]);
            var path = Path.Combine(arguments[0], "ground.bin");
            SineGround.Write(ground, path);
            Console.WriteLine($"gdal_viewshed -q -om DEM -ox 681015 -oy 4898985 -oz 20 -md 80000 -cc 0.75 {path} {Path.Combine(arguments[0], "sight.tif")}");
        }

        Console.WriteLine("ground, radius           cells/1e6  wall ms median  best  processor ms median  best  1e6 cells/s (processor, median)");
        Time("UTM 30 m, 80 km", ground, new VisibleHeightOptions { RadiusM = 80_000 }, rounds);
        Time("the same, plain", ground, new VisibleHeightOptions { RadiusM = 80_000, UsesVectors = false }, 3);
        ground = null;
        Time("1 second, 80 km", SineGround.Geographic(80_000, Math.PI / 180 / 3600), new VisibleHeightOptions { RadiusM = 80_000 }, rounds);
        Time("UTM 90 m, 400 km", SineGround.Projected(400_000, 90), new VisibleHeightOptions { RadiusM = 400_000 }, rounds);
        Console.WriteLine($"largest working set: {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
    }

    private static void Time(string what, ElevationRaster ground, VisibleHeightOptions options, int rounds)
    {
        var sensor = SiteOnTerrain.Place(ground, SineGround.Site, 20);
        var (wall, processor) = (new double[rounds], new double[rounds]);
        var cells = 0L;
        using var process = Process.GetCurrentProcess();
        for (var round = -1; round < rounds; round++)
        {
            GC.Collect();
            process.Refresh();
            var before = process.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            cells = VisibleHeightMap.Compute(sensor, ground, options).CellCount;
            if (round < 0) continue;
            wall[round] = clock.Elapsed.TotalMilliseconds;
            process.Refresh();
            processor[round] = (process.TotalProcessorTime - before).TotalMilliseconds;
        }

        Array.Sort(wall);
        Array.Sort(processor);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-24} {cells / 1e6,9:0.0} {wall[rounds / 2],15:0} {wall[0],5:0} {processor[rounds / 2],20:0} {processor[0],5:0} {cells / processor[rounds / 2] / 1e3,9:0}"));
    }
}
