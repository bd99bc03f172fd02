using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>The ledger of one unit of the defence: what its doctrine made it do and why, its orders and who gave them, what failed round it, its postures, its launches, from the record.</summary>
public static class UnitLedger
{
    /// <summary>Whether a run has a battery or radar of that identifier.</summary>
    /// <param name="plan">The plan of the run.</param>
    /// <param name="unitId">Identifier of a battery, surveillance radar or command post.</param>
    public static bool Knows(RunPlan plan, string unitId)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Find(plan, unitId) >= 0;
    }

    /// <summary>Writes the ledger of a unit.</summary>
    /// <param name="result">The run.</param>
    /// <param name="unitId">Identifier of the battery, surveillance radar or command post.</param>
    /// <returns>The lines in order of time.</returns>
    /// <exception cref="ArgumentException">The run has no such unit.</exception>
    public static IReadOnlyList<LedgerEntry> Of(RunResult result, string unitId)
    {
        ArgumentNullException.ThrowIfNull(result);
        var picture = Find(result.Plan, unitId);
        if (picture < 0) throw new ArgumentException($"The run has no battery or radar '{unitId}'.", nameof(unitId));
        var visitor = new Visitor(result.Plan, picture);
        result.Recorder.Replay(ref visitor);
        return visitor.Entries;
    }

    private static int Find(RunPlan plan, string unitId) => Array.FindIndex(plan.Pictures, picture => string.Equals(picture.Id, unitId, StringComparison.OrdinalIgnoreCase));

    private readonly struct Visitor(RunPlan plan, int picture) : IRunEventVisitor
    {
        public List<LedgerEntry> Entries { get; } = [];

        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            switch (happened)
            {
                case DoctrineActed acted when acted.Picture == picture: Add(time, "doctrine", DoctrineEventWords.Of(in acted, plan)); break;
                case SiteChanged changed when PictureOf(changed) == picture:
                    Add(time, "posture", $"{NameOf(changed)} {LedgerWords.Posture(changed.Posture, changed.Radiating)}");
                    break;
                case NodeChanged changed when changed.Node == picture || changed.Node == Post: Add(time, "network", $"{NetworkWords.Node(plan, changed.Node)} {NetworkWords.Health(changed.Works, changed.Unpowered)}"); break;
                case LinkChanged changed when plan.Network!.Links[changed.Link] is var link && (link.First == picture || link.Second == picture):
                    Add(time, "network", NetworkWords.Link(plan, changed));
                    break;
                case CommandChanged changed when changed.Battery == picture || changed.Picture == picture:
                    Add(time, "network", $"{plan.Batteries[changed.Battery].Battery.Name} {NetworkWords.Command(changed.Mode, plan.Pictures[changed.Picture].Name, changed.SilentS)}");
                    break;
                case FireOrdered ordered when ordered.Battery == picture || ordered.Picture == picture:
                    Add(time, "orders", $"{plan.Pictures[ordered.Picture].Name} orders {plan.Batteries[ordered.Battery].Battery.Name} to engage track {ordered.Track}; expected kill probability {ordered.KillProbability:0.00} a round");
                    break;
                case CommandMessageEnded { Kind: MessageKind.FireOrder } ended when ended.To == picture || ended.From == picture:
                    Add(time, "orders", $"the order to {plan.Pictures[ended.To].Name} to engage track {ended.Track} {NetworkWords.Fate(ended.Fate, ended.AgeS)}");
                    break;
                case MissileLaunched launched when plan.FireUnits[launched.Unit].Battery == picture:
                    Add(time, "fires", $"{plan.FireUnits[launched.Unit].Name}: missile {launched.Missile + 1} leaves launcher {launched.Launcher + 1}");
                    break;
                case MissileEnded ended when plan.FireUnits[ended.Unit].Battery == picture:
                    Add(time, "outcome", $"missile {ended.Missile + 1} {LedgerWords.Outcome(ended.Outcome, ended.MissM)}");
                    break;
            }
        }

        // The picture of the post that commands the unit; -1 for none.
        private int Post
        {
            get
            {
                if (plan.Network is not { } network || picture >= network.PostOf.Length || network.PostOf[picture] < 0) return -1;
                return network.Posts[network.PostOf[picture]].Picture;
            }
        }

        private int PictureOf(SiteChanged changed) => changed.Node >= 0 ? plan.Nodes[changed.Node].Picture : plan.FireUnits[changed.Unit].Battery;

        private string NameOf(SiteChanged changed) => changed.Node >= 0
            ? $"{plan.Nodes[changed.Node].Name} ({plan.Nodes[changed.Node].Radar.Parameters.Name})"
            : $"{plan.FireUnits[changed.Unit].Name} ({plan.FireUnits[changed.Unit].Engagement.Parameters.Name})";

        private void Add(SimTime time, string link, string text) => Entries.Add(new LedgerEntry(time, link, text));
    }
}
