namespace Bulwark.Cli.Studies.Cluster;

/// <summary>Numbers of parts as lists of ranges, such as "1-4,7,9-12".</summary>
internal static class ShardList
{
    public static string Of(IReadOnlyList<int> shards)
    {
        var parts = new List<string>();
        for (var start = 0; start < shards.Count;)
        {
            var end = start;
            while (end + 1 < shards.Count && shards[end + 1] == shards[end] + 1) end++;
            parts.Add(end == start ? $"{shards[start]}" : $"{shards[start]}-{shards[end]}");
            start = end + 1;
        }

        return string.Join(',', parts);
    }
}
