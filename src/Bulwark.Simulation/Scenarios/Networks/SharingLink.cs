using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;

namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>A link between two units or relays. Immutable.</summary>
/// <param name="From">Identifier of one end.</param>
/// <param name="To">Identifier of the other.</param>
/// <param name="Parameters">What it can do.</param>
/// <param name="FailsAt">When it fails, or null.</param>
/// <param name="RepairedAt">When it works again, or null for never.</param>
public sealed record SharingLink(string From, string To, LinkParameters Parameters, SimTime? FailsAt = null, SimTime? RepairedAt = null);
