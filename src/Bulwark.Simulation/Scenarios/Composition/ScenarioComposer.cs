using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Doctrines;

namespace Bulwark.Simulation.Scenarios.Composition;

/// <summary>
/// Puts a scenario together before it is read: included files, templates and named doctrines become plain mappings whose nodes still
/// know the file, line and column they were written at.
/// </summary>
internal sealed class ScenarioComposer(ProblemList problems)
{
    private readonly DoctrineShelf _shelf = new(problems);

    /// <summary>Composes a scenario; the node itself when there is nothing to compose.</summary>
    /// <param name="root">The top node of the scenario's file.</param>
    public DocumentNode Compose(DocumentNode root)
    {
        if (root is not MappingNode mapping) return root;
        var whole = mapping.Find(CompositionKeys.Include.Name) is null ? mapping : new IncludeReader(problems, mapping.Place.File).Merge(mapping);
        var lists = whole.Find(CompositionKeys.Templates.Name)?.Value as MappingNode;
        var doctrines = whole.Find(CompositionKeys.Doctrines.Name)?.Value as MappingNode;
        var result = new MappingNode(whole.Place);
        var budget = new MergeBudget(problems);
        foreach (var entry in whole.Entries)
        {
            var list = CompositionKeys.Templated.FirstOrDefault(key => key.Name == entry.Key.Text);
            result.TryAdd(list is null || entry.Value is not SequenceNode items ? entry : new MappingEntry(entry.Key, Expand(list, items, lists, doctrines, budget)));
        }

        // What is used is checked with the item that uses it; this finds what is wrong with the others.
        if (whole.Find(CompositionKeys.Templates.Name) is { } templates) CompositionKeys.Templates.Check(templates.Value, problems);
        if (whole.Find(CompositionKeys.Doctrines.Name) is { } named) CompositionKeys.Doctrines.Check(named.Value, problems);
        return result;
    }

    private SequenceNode Expand(SectionListKey list, SequenceNode items, MappingNode? templates, MappingNode? doctrines, MergeBudget budget)
    {
        var named = new NamedMappings("template", CompositionKeys.Template.Name, templates?.Find(list.Name)?.Value as MappingNode, $"templates: {{{list.Name}: {{{{0}}: …}}}}", budget, problems);
        var fights = new NamedMappings("doctrine", CompositionKeys.DoctrineUse.Name, doctrines, "doctrines: {{0}: …}", budget, problems) { Further = _shelf };
        var expanded = new SequenceNode(items.Place);
        foreach (var item in items.Items)
        {
            var plain = item is MappingNode mapping ? named.Complete(mapping) : item;
            expanded.Add((list == ScenarioKeys.Batteries || list == ScenarioKeys.Radars) && plain is MappingNode battery ? WithDoctrine(battery, fights) : plain);
        }

        return expanded;
    }

    private static MappingNode WithDoctrine(MappingNode battery, NamedMappings doctrines)
    {
        if (battery.Find(BatteryKeys.Doctrine.Name) is not { } doctrine) return battery;
        var value = doctrine.Value switch
        {
            ScalarNode { IsNothing: false } name => doctrines.Find(name) ?? new MappingNode(name.Place),
            MappingNode mapping => doctrines.Complete(mapping),
            var other => other,
        };
        if (ReferenceEquals(value, doctrine.Value)) return battery;
        var changed = new MappingNode(battery.Place);
        foreach (var entry in battery.Entries) changed.TryAdd(entry.Key.Text == BatteryKeys.Doctrine.Name ? new MappingEntry(entry.Key, value) : entry);
        return changed;
    }
}
