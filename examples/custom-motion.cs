#:project ../src/Bulwark.Simulation/Bulwark.Simulation.csproj
#:property PublishAot=false

// A motion of one's own: aircraft that weave to both sides of their route. What does that do to the tracks and to the rounds of one battery?
// The same raid with the same luck flies straight and weaves. Argument: number of seeds.
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

var folder = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "examples";
var seeds = args.Length > 0 ? ulong.Parse(args[0]) : 3;
var straight = ScenarioReader.Read(Path.Combine(folder, "..", "scenarios", "s300-24.yaml"), CatalogueStore.LoadEmbedded());
var weaving = straight with { Groups = [.. straight.Groups.Select(group => group with { Motion = new Weave(AmplitudeM: 400, PeriodS: 30) })] };

Console.WriteLine($"{seeds} seeds; means over all of them");
Console.WriteLine($"{"",-10}{"track error, m",16}{"by covariance, m",18}{"rounds",10}{"miss, m",10}{"killed",10}{"leaked",10}");
Show("straight", straight);
Show("weaving", weaving);

void Show(string name, Scenario scenario)
{
    var (errorM, sigmaM, missM) = (new List<double>(), new List<double>(), new List<double>());
    var (rounds, killed, leaked) = (0, 0, 0);
    for (var seed = 1UL; seed <= seeds; seed++)
    {
        var run = Simulator.Run(scenario, new RunOptions { Seed = seed });
        foreach (ref readonly var update in run.Recorder.Events<TrackUpdated>())
        {
            var track = update.Happened;
            if (track.Target < 0) continue;
            errorM.Add(run.Plan.Targets[track.Target].StateAt(update.Time).Position.DistanceTo(new EcefVector(track.XM, track.YM, track.ZM)));
            sigmaM.Add(track.PositionSigmaM);
        }

        foreach (ref readonly var end in run.Recorder.Events<MissileEnded>())
        {
            if (end.Happened.Outcome is MissileOutcome.Hit or MissileOutcome.Missed) missM.Add(end.Happened.MissM);
        }

        (rounds, killed, leaked) = (rounds + run.Summary.RoundsSpent, killed + run.Summary.Targets.Killed, leaked + run.Summary.Targets.Leaked);
    }

    var count = (double)seeds;
    Console.WriteLine($"{name,-10}{errorM.Average(),16:0}{sigmaM.Average(),18:0}{rounds / count,10:0.0}{missM.Average(),10:0.0}{killed / count,10:0.0}{leaked / count,10:0.0}");
}

/// <summary>Flies the route and swings to both sides of it as a sine. Each member begins to the right or to the left, by its own luck.</summary>
/// <param name="AmplitudeM">Largest distance from the route, metres; less for a class that cannot turn so sharply.</param>
/// <param name="PeriodS">Time of a swing to both sides, seconds; shortened so that the last one ends on the route.</param>
#pragma warning disable MA0047 // A program of one file has no namespaces.
internal sealed record Weave(double AmplitudeM, double PeriodS) : IMemberMotion
{
    private const double StepS = 0.5;

    public IReadOnlyList<TrajectorySegment> Fly(MemberFlight member)
    {
        var way = member.AlongRoute();
        var (start, end) = (way[0].Start, way[^1].End);
        var durationS = (end - start).TotalS;
        var rateRadPerS = Math.PI / durationS * Math.Ceiling(2 * durationS / PeriodS);
        var amplitudeM = Math.Min(AmplitudeM, member.Group.Class.TurnLoadMPerS2 / (rateRadPerS * rateRadPerS));
        var luck = member.Luck;
        var side = luck.NextUnit() < 0.5 ? -amplitudeM : amplitudeM;

        var steps = (int)Math.Ceiling(durationS / StepS);
        var segments = new TrajectorySegment[steps];
        var (time, position, velocity) = (start, StateAt(start).Position, StateAt(start).Velocity);
        for (var step = 0; step < steps; step++)
        {
            var next = step + 1 == steps ? end : start + SimDuration.FromSeconds((step + 1) * StepS);
            var (nextPosition, nextVelocity) = StateAt(next);
            segments[step] = TrajectorySegment.Sampled(position, velocity, time, nextPosition, nextVelocity, next);
            (time, position, velocity) = (next, nextPosition, nextVelocity);
        }

        return segments;

        (EcefVector Position, EcefVector Velocity) StateAt(SimTime at)
        {
            var segment = way[Trajectory.IndexAt(way, at)];
            var (on, along) = (segment.Position(at), segment.Velocity(at));
            var right = along.Cross(new LocalFrame(Wgs84.ToGeodetic(on)).Up).Normalized();
            var (sine, cosine) = Math.SinCos(rateRadPerS * (at - start).TotalS);
            return (on + (right * (side * sine)), along + (right * (side * rateRadPerS * cosine)));
        }
    }
}
