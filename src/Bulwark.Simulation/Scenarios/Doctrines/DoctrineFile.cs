using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Composition;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>A doctrine with a file of its own, which scenarios take by name or path. Immutable.</summary>
/// <param name="Title">Title for reports.</param>
/// <param name="Description">What it is, in plain words.</param>
/// <param name="Sources">Where the behaviours are described.</param>
/// <param name="Engagement">How a battery fights whose catalogue entry says nothing else.</param>
/// <param name="Behaviours">How it behaves as a part of the whole; null when the file says nothing about that.</param>
public sealed record DoctrineFile(string Title, string Description, IReadOnlyList<string> Sources, EngagementDoctrine Engagement, DoctrineBehaviours? Behaviours)
{
    internal const string FormatName = "doctrine/1";

    private static readonly ChoiceKey<string> Format = new("bulwark", [(FormatName, FormatName)], "The format of a file that holds a doctrine.") { IsRequired = true };
    private static readonly TextKey TitleKey = new("title", "Title for reports.") { IsRequired = true };
    private static readonly TextKey DescriptionKey = new("description", "What the doctrine is, in plain words.");
    private static readonly TextListKey SourcesKey = new("sources", "Where the behaviours are described in the open literature.");
    private static readonly KeyDefinition[] Head = [Format, TitleKey, DescriptionKey, SourcesKey];

    private static readonly KeySet Keys = new(
        "doctrine-file", "A doctrine: how a unit fights and behaves, for scenarios to take by name or path.", [.. Head, CompositionKeys.DoctrineUse, .. DoctrineKeys.Keys.Keys]);

    /// <summary>The names of the doctrines that come with the library.</summary>
    public static IReadOnlyList<string> Names => DoctrineShelf.Names;

    /// <summary>The text of a doctrine that comes with the library.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static string TextOf(string name) => DoctrineShelf.TextOf(name);

    /// <summary>Checks a file by itself; what it says about units of a scenario is checked with the scenario.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>The doctrine, null when the file is wrong, and every error and warning.</returns>
    public static (DoctrineFile? Doctrine, IReadOnlyList<Problem> Problems) Check(string path)
    {
        var problems = new ProblemList();
        var node = DocumentLoader.LoadFile(path, problems);
        return Check(node, problems);
    }

    /// <summary>Checks a text as a file by itself.</summary>
    /// <param name="text">The content of a file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <returns>The doctrine, null when the text is wrong, and every error and warning.</returns>
    public static (DoctrineFile? Doctrine, IReadOnlyList<Problem> Problems) CheckText(string text, string name)
    {
        var problems = new ProblemList();
        return Check(DocumentLoader.LoadText(text, name, problems), problems);
    }

    /// <summary>The JSON schema of doctrine files, made from the definitions the reader uses.</summary>
    public static string Schema() => Keys.Schema("Bulwark doctrine");

    /// <summary>The doctrine in a file as a mapping that a scenario may take; null after reporting that the file is none.</summary>
    internal static MappingNode? Body(DocumentNode node, ProblemList problems)
    {
        if (MappingReader.Open(node, Keys, problems) is not { } reader) return null;
        _ = reader.Get(Format);
        var body = new MappingNode(node.Place);
        foreach (var entry in ((MappingNode)node).Entries)
        {
            if (!Array.Exists(Head, key => key.Name == entry.Key.Text)) body.TryAdd(entry);
        }

        return body;
    }

    private static (DoctrineFile? Doctrine, IReadOnlyList<Problem> Problems) Check(DocumentNode? node, ProblemList problems)
    {
        if (node is null || Body(node, problems) is not { } body) return (null, problems.Sorted());
        var named = new NamedMappings("doctrine", CompositionKeys.DoctrineUse.Name, null, "", new MergeBudget(problems), problems) { Further = new DoctrineShelf(problems) };
        var whole = new MappingNode(node.Place);
        foreach (var entry in ((MappingNode)node).Entries.Where(static entry => Array.Exists(Head, key => key.Name == entry.Key.Text))) whole.TryAdd(entry);
        foreach (var entry in named.Complete(body).Entries) whole.TryAdd(entry);
        if (MappingReader.Open(whole, Keys, problems) is not { } reader) return (null, problems.Sorted());
        var doctrine = new DoctrineFile(
            reader.Get(TitleKey),
            reader.Get(DescriptionKey),
            reader.TryGet(SourcesKey, out var sources) ? sources : [],
            DoctrineKeys.Read(reader, new FigureSet([])),
            BehaviourReader.Read(reader));
        return (problems.HasErrors ? null : doctrine, problems.Sorted());
    }
}
