using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Programmes;

namespace Bulwark.Studies.Programmes;

/// <summary>Which components to make at home. Immutable.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="FloorShare">The floor.</param>
/// <param name="Trials">The choices tried in the simulation, from the cheapest that holds the floor by the analytic model on; at least one.</param>
/// <param name="Chosen">Index of the cheapest of them whose simulated interval lies above the floor; -1 when none does.</param>
/// <param name="Items">Components with what they leave ready from abroad and at home.</param>
/// <param name="EndMonth">The last month of the embargo.</param>
public sealed record LocalisationAdvice(
    LocalisationQuestion Question, double FloorShare, IReadOnlyList<LocalisationTrial> Trials, int Chosen, IReadOnlyList<(Component Component, LocalisationItem Item)> Items, int EndMonth)
{
    /// <summary>The choice that holds the floor in the simulation, or the last one tried.</summary>
    public LocalisationTrial Best => Chosen >= 0 ? Trials[Chosen] : Trials[^1];
}
