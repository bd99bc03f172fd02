namespace Bulwark.Cli.Verbs;

/// <summary>The explicit list of verbs, in the order in which help shows them.</summary>
internal static class VerbList
{
    /// <summary>All verbs.</summary>
    public static IReadOnlyList<IVerb> All { get; } =
    [
        new RunVerb(),
        new StudyVerb(),
        new CoverageVerb(),
        new ProgrammeVerb(),
        new TerrainVerb(),
        new TrackVerb(),
        new ConvertVerb(),
        new CheckVerb(),
        new NewVerb(),
        new CatalogueVerb(),
        new VerifyVerb(),
    ];
}
