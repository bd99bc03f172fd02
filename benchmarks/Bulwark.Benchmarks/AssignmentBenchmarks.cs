using BenchmarkDotNet.Attributes;
using Bulwark.Core.Randomness;
using Bulwark.Operations.Decisions.Assignment;

namespace Bulwark.Benchmarks;

/// <summary>
/// One evaluation of a large picture: 100 targets for 40 channels, 1,000 for 400. Every channel is a unit of its own with eight rounds and salvos of up to two; two of
/// three pairs are possible, with kill probabilities of 0.3 to 0.9, and targets are worth 1 to 100. The gap to the proven bound is printed by the setup.
/// </summary>
[MemoryDiagnoser]
public class AssignmentBenchmarks
{
    private readonly AssignmentProblem _problem = new();
    private readonly AssignmentPlan _plan = new();
    private readonly AssignmentOptimizer _optimizer = new();

    /// <summary>Targets; four for every ten are channels.</summary>
    [Params(100, 1000)]
    public int Targets { get; set; }

    /// <summary>Units that may take on one target together: with one the problem is linear and solved exactly.</summary>
    [Params(1, 2)]
    public int Engagements { get; set; }

    /// <summary>Draws the problem and says the gap.</summary>
    [GlobalSetup]
    public void Draw()
    {
        var random = new RandomStream(13, 0, (uint)Targets, RandomPurpose.General);
        var units = new AssignmentUnit[Targets * 4 / 10];
        Array.Fill(units, new AssignmentUnit(Channels: 1, Rounds: 8, MaximumSalvo: 2));
        var targets = new AssignmentTarget[Targets];
        for (var target = 0; target < Targets; target++) targets[target] = new AssignmentTarget(1 + (int)(100 * random.NextUnit()), Engagements);
        _problem.Reset(units, targets);
        for (var unit = 0; unit < units.Length; unit++)
        {
            for (var target = 0; target < Targets; target++)
            {
                if (random.NextUnit() < 2.0 / 3) _problem.Allow(unit, target, 0.3 + (0.6 * random.NextUnit()));
            }
        }

        _optimizer.Solve(_problem, _plan);
        Console.WriteLine(FormattableString.Invariant($"// {Targets} targets, {units.Length} channels, {Engagements} at a target: value {_plan.ValueRatio:0.0}, gap {_plan.GapShare:0.0000%}"));
    }

    /// <summary>Solves it.</summary>
    [Benchmark]
    public double Solve()
    {
        _optimizer.Solve(_problem, _plan);
        return _plan.ValueRatio;
    }
}
