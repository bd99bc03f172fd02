using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Programmes;

namespace Bulwark.Studies.Programmes;

/// <summary>Which components to make at home. Immutable.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="FloorShare">The floor.</param>
/// <param name="Plan">The choice.</param>
/// <param name="Items">Components with what they leave ready from abroad and at home.</param>
/// <param name="Simulated">The embargo simulated with the choice.</param>
/// <param name="EndMonth">The last month of the embargo.</param>
public sealed record LocalisationAdvice(
    LocalisationQuestion Question, double FloorShare, LocalisationPlan Plan, IReadOnlyList<(Component Component, LocalisationItem Item)> Items, CaseOutcome Simulated, int EndMonth);
