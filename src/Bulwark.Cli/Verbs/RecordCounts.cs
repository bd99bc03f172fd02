using System.Text.Json.Nodes;
using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Verbs;

/// <summary>Record counts of recordings for results.</summary>
internal static class RecordCounts
{
    /// <summary>Records of each category seen, by its three-digit number.</summary>
    public static JsonObject Json(AsterixStatistics statistics)
    {
        var counts = new JsonObject();
        foreach (var category in statistics.Categories()) counts.Add($"{category.Category:000}", category.Records);
        return counts;
    }
}
