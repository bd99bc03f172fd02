using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Wiring;

/// <summary>What the file says about the command of a battery or surveillance radar. Immutable.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Superior">The stated superior; null when nothing is stated.</param>
/// <param name="HasCommandPost">Whether it can command others.</param>
internal sealed record WiredUnit(string Id, DocumentPlace Place, string? Superior, bool HasCommandPost);
