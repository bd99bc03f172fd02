using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Files;

namespace Bulwark.Studies.Plans;

/// <summary>A study made ready to run: every setting with its luck. The same for everybody who plans it. Immutable.</summary>
public sealed class StudyPlan
{
    internal StudyPlan(Study study, CatalogueStore catalogue, IReadOnlyList<StudyFactor> factors, IReadOnlyList<StudyCell> cells, IReadOnlyList<string> sources, string hash)
    {
        Study = study;
        Catalogue = catalogue;
        Factors = factors;
        Cells = cells;
        Sources = sources;
        Hash = hash;
        Groups = [.. cells.GroupBy(static cell => cell.Group).OrderBy(static group => group.Key).Select(static group => (IReadOnlyList<StudyCell>)[.. group])];
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>The systems it uses.</summary>
    public CatalogueStore Catalogue { get; }

    /// <summary>The study's factors, then the uncertain figures of the catalogue.</summary>
    public IReadOnlyList<StudyFactor> Factors { get; }

    /// <summary>The settings, by number.</summary>
    public IReadOnlyList<StudyCell> Cells { get; }

    /// <summary>The settings whose replications end together.</summary>
    public IReadOnlyList<IReadOnlyList<StudyCell>> Groups { get; }

    /// <summary>Where the scenario's figures come from.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Fingerprint of everything that decides the results: study, scenario, figures used, version. SHA-256, its first 128 bits.</summary>
    public string Hash { get; }

    /// <summary>Changes the scenario of a cell by its part before it runs; null for no change.</summary>
    internal Func<Scenario, string, Scenario>? Change { get; init; }

    /// <summary>Runs that the study takes at least, and at most when a rule ends it.</summary>
    public (long Least, long Most) Runs => ((long)Cells.Count * Study.Replications.AtLeast, (long)Cells.Count * Study.Replications.AtMost);
}
