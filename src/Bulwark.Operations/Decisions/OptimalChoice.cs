using Bulwark.Operations.Decisions.Assignment;

namespace Bulwark.Operations.Decisions;

/// <summary>
/// Which targets are taken on by which line of which fire unit so that the expected value stopped, Σ threat × (1 − (1 − p)^salvo), is greatest, with a bound that no
/// choice can exceed. A salvo is dealt as one; lines of one unit share its channels and caps stand above the units, which the problem leaves out: its optimum is then a bound.
/// </summary>
/// <remarks>As no target is taken on twice, the problem is one of transport and is solved exactly (<see cref="AssignmentOptimizer"/>).</remarks>
internal sealed class OptimalChoice
{
    private readonly AssignmentOptimizer _optimizer = new();
    private readonly AssignmentProblem _problem = new();
    private readonly AssignmentPlan _plan = new();
    private readonly List<AssignmentUnit> _units = [];
    private readonly List<AssignmentTarget> _targets = [];
    private readonly List<int> _firstLine = [];
    private readonly List<int> _unitOfLine = [];

    /// <summary>Lines dealt to, as (target, unit, line, gain).</summary>
    public List<(int Target, int Unit, int Line, double GainRatio)> Chosen { get; } = [];

    /// <summary>No choice stops more than this.</summary>
    public double BoundRatio => _plan.BoundRatio;

    /// <summary>What a salvo is expected to stop.</summary>
    public static double GainRatio(double threatScore, double killProbability, int salvo) => threatScore * (1 - Math.Pow(1 - killProbability, salvo));

    /// <summary>Chooses.</summary>
    /// <param name="units">The fire units.</param>
    /// <param name="scores">By target, its threat.</param>
    /// <param name="options">The options of all targets.</param>
    /// <param name="ranges">By target, where its options begin, and how many there are.</param>
    public void Choose(ReadOnlySpan<FireUnitOffer> units, ReadOnlySpan<double> scores, ReadOnlySpan<EngagementOption> options, ReadOnlySpan<(int First, int Count)> ranges)
    {
        _units.Clear();
        _targets.Clear();
        _firstLine.Clear();
        _unitOfLine.Clear();
        Chosen.Clear();
        for (var unit = 0; unit < units.Length; unit++)
        {
            _firstLine.Add(_units.Count);
            for (var line = 0; line < units[unit].ReadyRounds.Length; line++)
            {
                var salvos = units[unit].Salvos(line);
                _units.Add(new AssignmentUnit(units[unit].IsReady ? Math.Min(Math.Max(0, units[unit].FreeTargetChannels), salvos) : 0, salvos));
                _unitOfLine.Add(unit);
            }
        }

        foreach (var score in scores) _targets.Add(new AssignmentTarget(score, MaximumEngagements: 1));
        _problem.Reset(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_units), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_targets));
        for (var target = 0; target < scores.Length; target++)
        {
            foreach (ref readonly var option in options.Slice(ranges[target].First, ranges[target].Count))
                _problem.Allow(_firstLine[option.Unit] + option.Line, target, GainRatio(1, option.Estimate.KillProbability, units[option.Unit].Doctrine.SalvoSize));
        }

        _optimizer.Solve(_problem, _plan);
        foreach (var engagement in _plan.Engagements)
        {
            var unit = _unitOfLine[engagement.Unit];
            Chosen.Add((engagement.Target, unit, engagement.Unit - _firstLine[unit], scores[engagement.Target] * engagement.KillProbability));
        }

        Chosen.Sort(static (left, right) => right.GainRatio != left.GainRatio ? right.GainRatio.CompareTo(left.GainRatio) : left.Target.CompareTo(right.Target));
    }
}
