using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>The ledger of one target: every link of the chain from first sight to outcome, with times and reasons, from the record.</summary>
public static class Ledger
{
    /// <summary>Whether a run has a target of that identifier.</summary>
    /// <param name="plan">The plan of the run.</param>
    /// <param name="targetId">Identifier of the target.</param>
    public static bool Knows(RunPlan plan, string targetId)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Find(plan, targetId) >= 0;
    }

    private static readonly string[] TruthLinks = ["scene", "homes", "sees", "outcome", "debris", "cause", "network"];

    private static readonly string[] BeliefLinks = ["tracks", "judges", "orders", "decides", "follows", "fires", "network"];

    /// <summary>Writes one side of the ledger of a target: what command believed, or what happened.</summary>
    /// <param name="result">The run.</param>
    /// <param name="targetId">Identifier of the target.</param>
    /// <param name="view">The side.</param>
    /// <returns>The lines in order of time.</returns>
    /// <exception cref="ArgumentException">The run has no such target.</exception>
    public static IReadOnlyList<LedgerEntry> Of(RunResult result, string targetId, LedgerView view) => view switch
    {
        LedgerView.Belief => [.. Of(result, targetId).Where(static entry => BeliefLinks.Contains(entry.Link, StringComparer.Ordinal))],
        LedgerView.Truth => [.. Of(result, targetId).Where(static entry => TruthLinks.Contains(entry.Link, StringComparer.Ordinal))],
        _ => Of(result, targetId),
    };

    /// <summary>Writes the ledger of a target.</summary>
    /// <param name="result">The run.</param>
    /// <param name="targetId">Identifier of the target.</param>
    /// <returns>The lines in order of time.</returns>
    /// <exception cref="ArgumentException">The run has no such target.</exception>
    public static IReadOnlyList<LedgerEntry> Of(RunResult result, string targetId)
    {
        ArgumentNullException.ThrowIfNull(result);
        var target = Find(result.Plan, targetId);
        if (target < 0) throw new ArgumentException($"The run has no target '{targetId}'.", nameof(targetId));

        var visitor = new Visitor(result.Plan, target);
        result.Recorder.Replay(ref visitor);
        var entries = visitor.Entries;
        if (result.Losses.TryGetValue(target, out var cause))
        {
            entries.Add(new LedgerEntry(entries[^1].Time, "cause", $"leaked because: {LedgerWords.Cause(cause)}"));
        }

        return entries;
    }

    private static int Find(RunPlan plan, string targetId) => Array.FindIndex(plan.Targets, planned => string.Equals(planned.Id, targetId, StringComparison.OrdinalIgnoreCase));

    private readonly struct Visitor(RunPlan plan, int target) : IRunEventVisitor
    {
        private readonly HashSet<(int Picture, int Track)> _tracks = [];
        private readonly HashSet<int> _engagements = [];
        private readonly Dictionary<(int Picture, int Track), double> _foreseen = [];

        private readonly Presence _live = new();

        public List<LedgerEntry> Entries { get; } = [];

        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            switch (happened)
            {
                case TargetAppeared appeared when appeared.Target == target:
                    _live.Alive = true;
                    Add(time, "scene", $"appears ({plan.Targets[target].Group.Class.Name})");
                    break;
                case HomingChanged homing when homing.Target == target:
                    Add(time, "homes", homing.Hears ? "hears the radar and turns to it" : "the radar is silent: flies on to where it heard it last");
                    break;
                case VisibilityChanged changed when changed.Target == target:
                    Add(time, "sees", $"{plan.Nodes[changed.Node].Name}: {LedgerWords.Sight(changed.Visibility)} at {changed.RangeM / 1000:0.0} km");
                    break;
                case TrackChanged changed: Track(time, changed); break;
                case TrackUpdated updated when updated.Target == target: _tracks.Add((updated.Picture, updated.Track)); break;
                case TrackClassified classified when classified.Target == target:
                    Add(time, "judges", $"{plan.Pictures[classified.Picture].Name}: track {classified.Track} is taken for {LedgerWords.Class(classified.Class)} ({classified.ClassProbability:0.00})");
                    break;
                case DoctrineActed acted when acted.Target == target: Add(time, "doctrine", DoctrineEventWords.Of(in acted, plan)); break;
                case ImpactPredicted predicted when predicted.Target == target: Foresee(time, in predicted); break;
                case EngagementDeferred deferred when deferred.Target == target:
                    Add(time, "decides", $"{plan.Pictures[deferred.Battery].Name}: track {deferred.Track} {LedgerWords.Deferral(deferred.Reason)}");
                    break;
                case FireOrdered ordered when ordered.Target == target:
                    Add(time, "orders", $"{plan.Pictures[ordered.Picture].Name}: orders {plan.Batteries[ordered.Battery].Battery.Name} to engage track {ordered.Track}; expected kill probability {ordered.KillProbability:0.00} a round");
                    break;
                case CommandMessageEnded { Kind: MessageKind.FireOrder } ended when ended.Target == target:
                    Add(time, "orders", $"{plan.Pictures[ended.To].Name}: the order to engage track {ended.Track} of {plan.Pictures[ended.From].Name} {NetworkWords.Fate(ended.Fate, ended.AgeS)}");
                    break;
                case CommandChanged changed when _live.Alive:
                    Add(time, "network", $"{plan.Batteries[changed.Battery].Battery.Name}: {NetworkWords.Command(changed.Mode, plan.Pictures[changed.Picture].Name, changed.SilentS)}");
                    break;
                case NodeChanged changed when _live.Alive: Add(time, "network", $"{NetworkWords.Node(plan, changed.Node)} {NetworkWords.Health(changed.Works, changed.Unpowered)}"); break;
                case LinkChanged changed when _live.Alive: Add(time, "network", NetworkWords.Link(plan, changed)); break;
                case TrackJudged judged when judged.Target == target:
                    Add(time, "judges", $"{plan.Pictures[judged.Battery].Name}: track {judged.Track} is taken for {LedgerWords.Identity(judged.Identity)} (answers {judged.AnswersScore:+0.0;-0.0;0}, corridor {judged.CorridorScore:+0.0;-0.0;0}, origin {judged.OriginScore:+0.0;-0.0;0}, behaviour {judged.BehaviourScore:+0.0;-0.0;0})");
                    break;
                case TrackKindJudged judged when judged.Target == target:
                    Add(time, "judges", $"{plan.Pictures[judged.Battery].Name}: track {judged.Track} is taken for {LedgerWords.Kind(judged.Kind)} (aircraft {judged.AircraftProbability:0.00}, cruise missile {judged.CruiseMissileProbability:0.00}, drone {judged.DroneProbability:0.00}, decoy {judged.DecoyProbability:0.00}, anti-radiation missile {judged.AntiRadiationProbability:0.00})");
                    break;
                case LiaisonTold told when told.Target == target || told.MeantTarget == target:
                    Add(time, "judges", told.Target == told.MeantTarget
                        ? $"{plan.Pictures[told.Battery].Name}: the liaison says that track {told.Track} is no enemy ({told.AgeS:0} s old)"
                        : $"{plan.Pictures[told.Battery].Name}: the liaison's words about {Called(told.MeantTarget)} are taken for track {told.Track}, {Called(told.Target)} ({told.AgeS:0} s old)");
                    break;
                case EngagementStarted started when started.Target == target:
                    _engagements.Add(started.Engagement);
                    Add(time, "decides", $"{Name(started.Unit)}: track {started.Track} gets target channel {started.Channel + 1}; flight of {started.TimeOfFlightS:0} s, expected kill probability {started.KillProbability:0.00} a round");
                    break;
                case FireControlChanged changed when changed.Target == target:
                    Add(time, "follows", $"{Name(changed.Unit)}: engagement radar {LedgerWords.FireControl(changed.State)}");
                    break;
                case MissileLaunched launched when launched.Target == target:
                    Add(time, "fires", $"{Name(launched.Unit)}: missile {launched.Missile + 1} leaves launcher {launched.Launcher + 1}");
                    break;
                case MissileEnded ended when ended.Target == target:
                    Add(time, "outcome", $"missile {ended.Missile + 1} {LedgerWords.Outcome(ended.Outcome, ended.MissM)}");
                    break;
                case EngagementEnded ended when ended.Target == target || _engagements.Contains(ended.Engagement):
                    Add(time, "decides", $"{Name(ended.Unit)}: channel freed, {LedgerWords.Result(ended.Result)}");
                    break;
                case DebrisFell fell when fell.Target == target:
                    Add(time, "debris", DebrisWords.Piece(plan, in fell));
                    break;
                case TargetDeparted departed when departed.Target == target:
                    _live.Alive = false;
                    Add(time, "outcome", LedgerWords.Departure(departed.Reason));
                    break;
            }
        }

        // The first forecast of each track, and each that is twice as good as the last one told.
        private void Foresee(SimTime time, in ImpactPredicted predicted)
        {
            var key = (predicted.Picture, predicted.Track);
            if (_foreseen.TryGetValue(key, out var told) && predicted.ImpactMajorSigmaM > 0.5 * told) return;
            _foreseen[key] = predicted.ImpactMajorSigmaM;
            var impact = new GeodeticPoint(predicted.ImpactLatitudeRad, predicted.ImpactLongitudeRad, 0);
            Add(time, "judges", $"{plan.Pictures[predicted.Picture].Name}: track {predicted.Track} will strike {LedgerWords.Place(impact)} at {LedgerWords.Clock(predicted.ImpactTimeS)} ({LedgerWords.Ellipse(predicted.ImpactMajorSigmaM, predicted.ImpactMinorSigmaM)})");
            if (double.IsNaN(predicted.LaunchLatitudeRad)) return;
            var launch = new GeodeticPoint(predicted.LaunchLatitudeRad, predicted.LaunchLongitudeRad, 0);
            Add(time, "judges", $"{plan.Pictures[predicted.Picture].Name}: track {predicted.Track} was launched from {LedgerWords.Place(launch)} ({LedgerWords.Ellipse(predicted.LaunchMajorSigmaM, predicted.LaunchMinorSigmaM)})");
        }

        private void Track(SimTime time, TrackChanged changed)
        {
            var key = (changed.Picture, changed.Track);
            var ours = changed.Target == target || (changed.Transition == TrackTransition.Dropped && _tracks.Contains(key));
            if (!ours || changed.Transition is TrackTransition.Abandoned) return;
            if (changed.Transition == TrackTransition.Confirmed) _tracks.Add(key);
            Add(time, "tracks", $"{plan.Pictures[changed.Picture].Name}: track {changed.Track} {LedgerWords.Transition(changed.Transition)}");
        }

        private void Add(SimTime time, string link, string text) => Entries.Add(new LedgerEntry(time, link, text));

        // What happens to the defence's nodes and links is told while the target flies.
        private sealed class Presence
        {
            public bool Alive { get; set; }
        }

        private string Called(int other) => other >= 0 ? plan.Targets[other].Id : "nobody";

        private string Name(int unit) => plan.FireUnits[unit].Name;
    }
}
