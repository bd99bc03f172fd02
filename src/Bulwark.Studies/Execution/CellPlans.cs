using Bulwark.Simulation;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Plans;

namespace Bulwark.Studies.Execution;

/// <summary>Makes the scenarios of settings ready to run and keeps the last few, because neighbouring runs share one. Safe from any thread.</summary>
internal sealed class CellPlans(StudyPlan plan, int kept, int threads)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(int Cell, Lazy<RunPlan> Plan)> _last = [];

    /// <summary>The plan of a setting, for the luck of any replication.</summary>
    /// <exception cref="DocumentException">Its values do not make a valid scenario.</exception>
    public RunPlan Of(StudyCell cell)
    {
        Lazy<RunPlan> planned;
        lock (_gate)
        {
            var node = _last.First;
            while (node is not null && node.Value.Cell != cell.Index) node = node.Next;
            if (node is null)
            {
                node = new LinkedListNode<(int, Lazy<RunPlan>)>((cell.Index, new Lazy<RunPlan>(() => Plan(cell))));
                if (_last.Count >= kept) _last.RemoveLast();
            }
            else
            {
                _last.Remove(node);
            }

            _last.AddFirst(node);
            planned = node.Value.Plan;
        }

        return planned.Value;
    }

    private RunPlan Plan(StudyCell cell) => RunPlanner.Plan(Read(cell), new RunOptions { Threads = threads });

    private Scenario Read(StudyCell cell)
    {
        var problems = new ProblemList();
        var reading = CellScenario.Read(plan.Study, plan.Catalogue, CellScenario.Settings(plan, cell), problems);
        problems.ThrowIfErrors();
        var scenario = reading!.Scenario ?? throw new DocumentException([
            .. reading.Problems,
            new Problem(plan.Study.ScenarioFile, 0, 0, Severity.Error, $"these values together make no valid scenario: {string.Join(", ", plan.Factors.Select((factor, index) => $"{factor.Name} = {cell.Values[index]}"))}", "values that go together", "narrow the factors' ranges"),
        ]);
        return plan.Change is { } change ? change(scenario, cell.Part) : scenario;
    }
}
