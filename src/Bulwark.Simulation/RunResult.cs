using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation;

/// <summary>A finished run: its plan, its record and what follows from the record.</summary>
public sealed class RunResult
{
    private readonly Lazy<IReadOnlyList<PictureScore>> _pictures;

    internal RunResult(RunPlan plan, Recorder recorder, RunSummary summary, IReadOnlyDictionary<int, LossCause> losses)
    {
        Plan = plan;
        Recorder = recorder;
        Summary = summary;
        Losses = losses;
        _pictures = new Lazy<IReadOnlyList<PictureScore>>(() => PictureScorer.Score(Plan, Recorder, Summary.EndS));
    }

    /// <summary>What was run.</summary>
    public RunPlan Plan { get; }

    /// <summary>Everything that happened.</summary>
    public Recorder Recorder { get; }

    /// <summary>The answer in a few numbers.</summary>
    public RunSummary Summary { get; }

    /// <summary>Why each leaker leaked, by index of the target.</summary>
    public IReadOnlyDictionary<int, LossCause> Losses { get; }

    /// <summary>How good each picture was that had anything to track, in the plan's order; worked out when first asked for.</summary>
    public IReadOnlyList<PictureScore> Pictures => _pictures.Value;
}
