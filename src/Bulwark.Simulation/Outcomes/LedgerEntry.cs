using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Outcomes;

/// <summary>One line of a target's ledger. Immutable.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Link">Link of the chain: sees, tracks, decides, fires, outcome.</param>
/// <param name="Text">What happened and why, in plain words.</param>
public readonly record struct LedgerEntry(SimTime Time, string Link, string Text);
