using System.Text.Json.Nodes;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.Recordings;

/// <summary>The plots that a tracker was given and did not use, for people and for programs.</summary>
internal static class RefusedPlots
{
    /// <summary>One sentence; null when there is nothing to say.</summary>
    public static string? Text(in TrackerCounters counters) => Text([counters]);

    /// <summary>One sentence about several trackers together; null when there is nothing to say.</summary>
    public static string? Text(IReadOnlyList<TrackerCounters> counters)
    {
        var parts = Parts(counters).Where(static part => part.Count > 0).Select(static part => $"{part.Count} {part.Words}").ToList();
        return parts.Count == 0 ? null : $"plots refused: {string.Join(", ", parts)}";
    }

    /// <summary>All counts.</summary>
    public static JsonObject Json(in TrackerCounters counters) => Json([counters]);

    /// <summary>All counts of several trackers together.</summary>
    public static JsonObject Json(IReadOnlyList<TrackerCounters> counters)
    {
        var json = new JsonObject();
        foreach (var (key, _, count) in Parts(counters)) json[key] = count;
        return json;
    }

    private static IEnumerable<(string Key, string Words, long Count)> Parts(IReadOnlyList<TrackerCounters> counters) =>
    [
        ("invalid", "with an impossible value", counters.Sum(static one => one.InvalidPlots)),
        ("late", "too late", counters.Sum(static one => one.LatePlots)),
        ("ahead", "ahead of their own delivery", counters.Sum(static one => one.FuturePlots)),
        ("repeated", "exactly repeated", counters.Sum(static one => one.RepeatedPlots)),
    ];
}
