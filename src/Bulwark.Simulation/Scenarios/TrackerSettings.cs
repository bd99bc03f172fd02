using Bulwark.Simulation.Documents;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Single settings of a tracker as texts, with the keys and values of a scenario's <c>tracker</c> section.</summary>
public static class TrackerSettings
{
    /// <summary>The names of the keys, separated by commas.</summary>
    public static string Names => TrackerKeys.Keys.Names;

    /// <summary>Reads settings on top of others.</summary>
    /// <param name="settings">The keys with their values as a scenario writes them; no key twice.</param>
    /// <param name="basis">The settings that hold where none is given.</param>
    /// <param name="source">What messages say the settings stand in, such as the name of an option.</param>
    /// <exception cref="DocumentException">A key is unknown or given twice, or a value is not one of its key.</exception>
    public static TrackerParameters Read(IReadOnlyList<(string Key, string Value)> settings, TrackerParameters basis, string source)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(basis);
        var problems = new ProblemList();
        var node = new MappingNode(new DocumentPlace(source, 0, 0));
        foreach (var (key, value) in settings)
        {
            var place = new DocumentPlace($"{source} {key}={value}", 0, 0);
            if (!node.TryAdd(new MappingEntry(new ScalarNode(place, key, isPlain: true), new ScalarNode(place, value, isPlain: true)))) problems.Error(place, $"'{key}' is given twice", "each key once");
        }

        var tracker = MappingReader.Open(node, TrackerKeys.Keys, problems) is { } section ? TrackerKeys.Read(section, basis) : basis;
        problems.ThrowIfErrors();
        return tracker;
    }
}
