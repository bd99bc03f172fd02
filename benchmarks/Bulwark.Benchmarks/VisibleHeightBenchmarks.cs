using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;

namespace Bulwark.Benchmarks;

/// <summary>
/// The smallest visible heights over a disc of 80 km of one-second posts, over hills made from sines. The baseline is the same fan in plain arithmetic;
/// both give the same bits.
/// </summary>
[MemoryDiagnoser]
public class VisibleHeightBenchmarks
{
    private const int PostsPerDegree = 3600;
    private const double Degree = Math.PI / 180;

    private ElevationGrid _terrain = null!;
    private SensorFrame _sensor = null!;

    [GlobalSetup]
    public void Make()
    {
        const int rows = (int)(1.5 * PostsPerDegree) + 1;
        const int columns = (int)(2.1 * PostsPerDegree) + 1;
        var heights = new float[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                heights[(row * columns) + column] = (float)(800 + (500 * Math.Sin(row / 170.0) * Math.Cos(column / 230.0)) + (90 * Math.Sin((row + column) / 29.0)));
        }

        _terrain = new ElevationGrid(44.95 * Degree, 4.25 * Degree, Degree / PostsPerDegree, Degree / PostsPerDegree, rows, columns, ImmutableCollectionsMarshal.AsImmutableArray(heights), VerticalDatum.Egm96);
        _sensor = SiteOnTerrain.Place(_terrain, GeodeticPoint.FromDegrees(44.2, 5.3), 30);
    }

    [Benchmark]
    public VisibleHeightMap Vectors() => VisibleHeightMap.Compute(_sensor, _terrain, new VisibleHeightOptions { RadiusM = 80_000 });

    [Benchmark(Baseline = true)]
    public VisibleHeightMap Plain() => VisibleHeightMap.Compute(_sensor, _terrain, new VisibleHeightOptions { RadiusM = 80_000, UsesVectors = false });
}
