using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;

namespace Bulwark.Studies.Reports;

/// <summary>The ledgers of all targets of a run.</summary>
internal static class Ledgers
{
    /// <summary>Writes them in the plan's order.</summary>
    public static IReadOnlyList<LedgerEntry>[] Of(RunResult result) => Array.ConvertAll(result.Plan.Targets, target => Ledger.Of(result, target.Id));
}
