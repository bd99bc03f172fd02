using System.Diagnostics;
using System.Globalization;

namespace Bulwark.Benchmarks.Timing;

/// <summary>
/// Times the detection tests: <c>-- detection</c>. One round is 4096 targets, a few hundred microseconds at most, so that among thousands of rounds
/// some are undisturbed even on a busy machine; the best and the median are printed.
/// </summary>
internal static class DetectionTiming
{
    internal static void Run()
    {
        Console.WriteLine("tables, form              1e6 targets/s: best  median");
        foreach (var azimuths in (int[])[360, 1440])
        {
            var bench = new DetectionBenchmarks { Azimuths = azimuths };
            bench.Tables();
            Time($"mask of {azimuths}, plain", bench.Scalar, 4000);
            Time($"mask of {azimuths}, vectors", bench.Vectors, 20_000);
        }
    }

    private static void Time(string what, Func<float> round, int rounds)
    {
        const double targets = 4096;
        var seconds = new double[rounds];
        for (var i = -rounds; i < rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            round();
            if (i >= 0) seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24} {targets / seconds[0] / 1e6,20:0} {targets / seconds[rounds / 2] / 1e6,7:0}"));
    }
}
