using System.Reflection;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation;

namespace Bulwark.Workbench.Tests.Rules;

/// <summary>
/// Command cannot reach the truth. Decisions are made in Bulwark.Operations, which does not know the simulation (the compiler sees to it, as the project has no reference);
/// and what the simulation hands to the stages that command has no way to a target: not in any field or property, of whatever depth.
/// </summary>
public class BeliefRules
{
    private static readonly string[] Truths =
    [
        "PlannedTarget", "TargetStatus", "HomingState", "LookMemory", "Echo", "Recorder", "WorldTables", "RunPlan", "JammerSky", "FlightGroup", "NodeState", "PlannedHoming", "Missile",
        "TrajectorySegment", "Scenario", "RunResult", "TruthKey",
    ];

    [Fact]
    public void Operations_knows_neither_simulation_nor_flight() =>
        Assert.DoesNotContain(typeof(WeaponAssignment).Assembly.GetReferencedAssemblies(), static name => name.Name is "Bulwark.Simulation" or "Bulwark.Flight" or "Bulwark.Sensing");

    [Theory]
    [InlineData("CommandInput")]
    [InlineData("PostInput")]
    [InlineData("ShareInput")]
    [InlineData("DeliverInput")]
    [InlineData("DoctrineInput")]
    [InlineData("EmitterInput")]
    [InlineData("AssessmentInput")]
    public void What_command_is_given_leads_to_no_target(string input)
    {
        var start = typeof(Simulator).Assembly.GetType($"Bulwark.Simulation.Stages.{input}", throwOnError: true)!;
        var found = Reach(start, [], input).ToList();
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Fact]
    public void The_search_finds_the_truth_where_it_is()
    {
        var start = typeof(Simulator).Assembly.GetType("Bulwark.Simulation.Stages.SweepInput", throwOnError: true)!;
        Assert.Contains(Reach(start, [], "SweepInput"), static path => path.EndsWith("PlannedTarget", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Reach(Type type, HashSet<Type> seen, string path)
    {
        foreach (var part in Parts(type))
        {
            if (Truths.Contains(part.Name, StringComparer.Ordinal)) yield return $"{path}.{part.Name}";
            else if (part.Assembly.GetName().Name!.StartsWith("Bulwark.", StringComparison.Ordinal) && seen.Add(part))
            {
                const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
                foreach (var member in part.GetFields(Any).Select(static field => field.FieldType).Concat(part.GetProperties(Any).Select(static property => property.PropertyType)).Distinct())
                {
                    foreach (var deeper in Reach(member, seen, $"{path}.{part.Name}")) yield return deeper;
                }
            }
        }
    }

    // A type, and what it is made of when it is a list, a table or a dictionary.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }
}
