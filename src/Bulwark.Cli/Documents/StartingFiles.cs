using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Cli.Documents;

/// <summary>The commented files that <c>new</c> writes: what they are called, what they hold, and what to do next with one.</summary>
internal static class StartingFiles
{
    /// <summary>What is written when nothing else is wanted.</summary>
    public const string Usual = "scenario";

    /// <summary>Every kind of file, the usual one first.</summary>
    public static IReadOnlyList<StartingFile> All { get; } =
    [
        new(Usual, static _ => ScenarioTemplate.Text, "bulwark run"),
        new("scenario-part", static _ => ScenarioTemplate.PartText, "bulwark check"),
        new("doctrine", static _ => ScenarioTemplate.DoctrineText, "bulwark check"),
        .. Enum.GetValues<EntryKind>().Select(static kind => new StartingFile(
            kind.ToString().ToLowerInvariant(),
            id => EntryTemplate.Text(CatalogueStore.LoadEmbedded(), kind, id),
            "bulwark check")),
    ];
}
