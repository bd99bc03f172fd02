using System.Globalization;
using System.IO.Compression;
using Bulwark.Core.Earth;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Models.Tests.Tracking.Metrics;

/// <summary>
/// The truth of a scenario of the tracking benchmark, and tracks with every fault a tracker may have, made from it by whole-number
/// arithmetic that any language repeats exactly: a share missing, some far off, doubled, renumbered, and two on nothing at each time.
/// </summary>
internal static class ScoredTracks
{
    /// <summary>One scan end.</summary>
    public sealed record Scan(double TimeS, List<ScoredState> Truths, List<ScoredState> Tracks);

    /// <summary>Reads the truth and makes the tracks.</summary>
    public static List<Scan> Of(string scenario, double periodS)
    {
        var scans = new List<Scan>();
        var number = 0L;
        foreach (var row in Rows(Path.Combine(Folder(), scenario, "truth.csv.gz")))
        {
            var scan = (long)Math.Round(row[0] / periodS);
            if (scans.Count == 0 || row[0] != scans[^1].TimeS)
            {
                scans.Add(new Scan(row[0], [], []));
                for (var j = 0L; j < 2; j++)
                {
                    var place = 10_000_000 + (scan * 10) + j;
                    scans[^1].Tracks.Add(new ScoredState((int)(90_000 + (scan / 5 * 10) + j), new EnuVector((Share(place, 1) - 0.5) * 200_000, (Share(place, 2) - 0.5) * 200_000, Share(place, 3) * 10_000), EnuVector.Zero));
                }
            }

            AddTarget(scans[^1], row, number++, scan);
        }

        return scans;
    }

    private static void AddTarget(Scan scan, double[] row, long number, long scanNumber)
    {
        var target = (int)row[1];
        var velocity = new EnuVector(row[5], row[6], row[7]);
        scan.Truths.Add(new ScoredState(target, new EnuVector(row[2], row[3], row[4]), velocity));
        if (Share(number, 0) < 0.08) return;
        var far = Share(number, 5) < 0.05 ? 900.0 : 0;
        double Off(int what, double width) => (Share(number, what) - 0.5) * width;
        scan.Tracks.Add(new ScoredState(
            (int)(target + (1000 * ((scanNumber + target) / 17))),
            new EnuVector(row[2] + Off(1, 600) + far, row[3] + Off(2, 600), row[4] + Off(3, 600)),
            new EnuVector(row[5] + Off(7, 40), row[6] + Off(8, 40), row[7] + Off(9, 40))));
        if (Share(number, 6) < 0.05) scan.Tracks.Add(new ScoredState(50_000 + target, new EnuVector(row[2] + Off(10, 600), row[3], row[4]), velocity));
    }

    private static double Share(long number, int what)
    {
        var x = (ulong)((number * 2_654_435_761) + (what * 40_503) + 12_345) % (1UL << 32);
        x ^= x >> 16;
        x = x * 2_246_822_519 % (1UL << 32);
        x ^= x >> 13;
        x = x * 3_266_489_917 % (1UL << 32);
        x ^= x >> 16;
        return x / 4294967296.0;
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Bulwark.slnx"))) root = root.Parent;
        var data = Environment.GetEnvironmentVariable("BULWARK_DATA") ?? Path.Combine(root?.Parent?.FullName ?? ".", "shared", "data");
        var folder = Path.GetFullPath(Path.Combine(data, "..", "bench", "tracking", "data"));
        if (!Directory.Exists(folder)) Assert.Skip($"The tracking benchmark is expected in {folder} (beside the data folder that BULWARK_DATA names).");
        return folder;
    }

    private static IEnumerable<double[]> Rows(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return Array.ConvertAll(line.Split(','), static text => double.Parse(text, CultureInfo.InvariantCulture));
    }
}
