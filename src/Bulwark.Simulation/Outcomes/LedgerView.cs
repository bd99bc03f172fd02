namespace Bulwark.Simulation.Outcomes;

/// <summary>Which side of a run a ledger tells.</summary>
public enum LedgerView
{
    /// <summary>What happened and what command believed and did, together.</summary>
    Both,

    /// <summary>What command believed and did: tracks, judgements, orders, engagements. Whether it was right is not told.</summary>
    Belief,

    /// <summary>What happened: where it flew, what could see it, what hit it, how it ended.</summary>
    Truth,
}
