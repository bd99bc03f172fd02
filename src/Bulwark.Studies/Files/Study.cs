using Bulwark.Simulation.Documents;
using Bulwark.Studies.Measures;

namespace Bulwark.Studies.Files;

/// <summary>A study as its file says. Immutable.</summary>
public sealed record Study
{
    /// <summary>Short identifier, used in file names.</summary>
    public required string Id { get; init; }

    /// <summary>Title for reports.</summary>
    public required string Title { get; init; }

    /// <summary>The question, in plain words.</summary>
    public string Question { get; init; } = "";

    /// <summary>The scenario file as the study names it.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary>The scenario file's document.</summary>
    public required DocumentNode Scenario { get; init; }

    /// <summary>Seed of everything random.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What is changed.</summary>
    public IReadOnlyList<StudyFactor> Factors { get; init; } = [];

    /// <summary>What is compared; empty when nothing is.</summary>
    public IReadOnlyList<StudyAlternative> Alternatives { get; init; } = [];

    /// <summary>How settings are chosen.</summary>
    public StudyDesign Design { get; init; }

    /// <summary>Points, rows or trajectories of a design that has a number of them.</summary>
    public int Points { get; init; } = 64;

    /// <summary>What is done with the spread of the catalogue's figures.</summary>
    public UncertaintyMode Uncertainty { get; init; }

    /// <summary>Which figures are uncertain, by the beginning of "entry/figure"; empty for all.</summary>
    public IReadOnlyList<string> UncertainFigures { get; init; } = [];

    /// <summary>Where the study names its uncertain figures.</summary>
    public DocumentPlace FiguresPlace { get; init; }

    /// <summary>Samples of the uncertain figures for every point of a design that has none of its own.</summary>
    public int Samples { get; init; } = 32;

    /// <summary>How many replications.</summary>
    public required ReplicationPlan Replications { get; init; }

    /// <summary>Whether all settings meet the same luck.</summary>
    public bool Paired { get; init; } = true;

    /// <summary>Confidence level of every interval.</summary>
    public double LevelProbability { get; init; } = 0.95;

    /// <summary>What is taken of every run.</summary>
    public required MeasureSet Measures { get; init; }

    /// <summary>A closed-form answer to draw beside, or null.</summary>
    public ErlangBeside? Erlang { get; init; }

    /// <summary>What the study file says, for the store; see <see cref="DocumentText"/>.</summary>
    public required string Text { get; init; }

    /// <summary>What in the study file decides its results; texts for people, the number of replications and the level are left out.</summary>
    public required string DecisiveText { get; init; }
}
