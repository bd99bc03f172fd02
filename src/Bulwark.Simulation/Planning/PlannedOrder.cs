using Bulwark.Simulation.Scenarios.Orders;

namespace Bulwark.Simulation.Planning;

/// <summary>An order to one unit, made ready. Immutable.</summary>
/// <param name="Order">The order of the scenario.</param>
/// <param name="Battery">Index of the battery it is for, or of which it is for a part; -1 for a surveillance site.</param>
/// <param name="WhenPicture">Index of the picture whose owner's doings set it off.</param>
/// <param name="Emitters">The radars and fire units it is for: nodes by their index, then fire units.</param>
/// <param name="Places">For a move, which of its places each of them goes to.</param>
public sealed record PlannedOrder(UnitOrder Order, int Battery, int WhenPicture, int[] Emitters, int[] Places)
{
    /// <summary>For an order to launchers: their fire units and their numbers in the magazines.</summary>
    public IReadOnlyList<(int Unit, int Launcher)> Launchers { get; init; } = [];
}
