using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Operations.Saturation;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>
/// Target channels as the servers of Erlang's loss formula, through the whole engine: search, tracking, command, fire control. Targets appear
/// as a Poisson process; each closes on the asset for a few seconds, long enough to be tracked and given a channel if one is free, then turns away,
/// so that one that found none is lost for good. It flies on for a time drawn from an exponential distribution, and the engagement radar, whose
/// missile channels are none, follows it until then: that is the service. The blocked share is compared with the formula at the measured rate of
/// arrivals and mean time of service (the formula does not ask for more of the service than its mean).
/// </summary>
public class SaturationTests
{
    private const int Channels = 3;
    private const double MeanServiceS = 300;
    private const double ClosingS = 9;
    private const double SpeedMPerS = 100;
    private const int Arrivals = 500;

    // 99.9 per cent of a normal variable, so that five comparisons hold together with 99.5 per cent.
    private const double Deviations = 3.29;

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.0)]
    [InlineData(3.0)]
    [InlineData(4.5)]
    [InlineData(6.0)]
    public void BlockedTargetsFollowErlangsLossFormula(double offeredLoad)
    {
        var result = Simulator.Run(Scenario(offeredLoad), new RunOptions { Threads = 1 });
        var warmUpS = 3 * MeanServiceS;
        var counted = result.Plan.Targets.Where(target => target.AppearsAt.TotalS > warmUpS).Select(static target => target.Index).ToHashSet();
        var served = result.Recorder.Events<EngagementStarted>().ToArray().Select(static row => row.Happened.Target).Where(counted.Contains).ToHashSet();
        var began = result.Recorder.Events<EngagementStarted>().ToArray().ToDictionary(static row => row.Happened.Engagement, static row => row.Time.TotalS);
        var meanS = result.Recorder.Events<EngagementEnded>().ToArray().Where(row => counted.Contains(row.Happened.Target)).Average(row => row.Time.TotalS - began[row.Happened.Engagement]);
        var spanS = result.Plan.Targets[^1].AppearsAt.TotalS - warmUpS;
        var expected = QueueFormulas.BlockingProbability(Channels, counted.Count / spanS * meanS);
        var blocked = 1 - (served.Count / (double)counted.Count);

        // Neighbouring arrivals are blocked together, so that they count for fewer: the variance of a share over blocks of them says for how many.
        var halfWidth = Deviations * StandardError(counted, served);
        Assert.True(Math.Abs(blocked - expected) < halfWidth, $"load {counted.Count / spanS * meanS:0.00}: {blocked:0.000} blocked, {expected:0.000} by the formula, ± {halfWidth:0.000}");
        Assert.True(halfWidth < 0.2);
    }

    private static double StandardError(HashSet<int> counted, HashSet<int> served)
    {
        const int Blocks = 15;
        var order = counted.Order().ToArray();
        var shares = order.Chunk(order.Length / Blocks).Take(Blocks).Select(block => block.Count(target => !served.Contains(target)) / (double)block.Length).ToArray();
        var mean = shares.Average();
        return Math.Sqrt(shares.Sum(share => (share - mean) * (share - mean)) / (Blocks - 1) / Blocks);
    }

    private static Scenario Scenario(double offeredLoad)
    {
        var template = Runs.Load("s300-24");
        var battery = template.Batteries[0];
        var asset = template.Assets[0];
        var random = new RandomStream(17, 0, (uint)(1000 * offeredLoad), RandomPurpose.General);
        var groups = new List<FlightGroup>();
        var startS = 0.0;
        for (var arrival = 0; arrival < Arrivals; arrival++)
        {
            startS -= MeanServiceS / offeredLoad * Math.Log(1 - random.NextUnit());
            var serviceS = -MeanServiceS * Math.Log(1 - random.NextUnit());
            var bearingRad = (random.NextUnit() - 0.5) * 0.9 * battery.FireUnits[0].Engagement.SectorWidthRad;
            var rangeM = 35_000 + (25_000 * random.NextUnit());
            var from = Geodesic.Direct(battery.Position.WithHeight(0), bearingRad, rangeM).Point.WithHeight(6000);
            var near = Geodesic.Direct(battery.Position.WithHeight(0), bearingRad, rangeM - (ClosingS * SpeedMPerS)).Point.WithHeight(6000);
            var away = Geodesic.Direct(near.WithHeight(0), bearingRad + 0.3, 500 + (serviceS * SpeedMPerS)).Point.WithHeight(6000);
            groups.Add(template.Groups[0] with
            {
                Id = $"t{arrival}",
                Count = 1,
                Abreast = 1,
                Objective = null,
                Start = SimTime.FromSeconds(startS),
                StartSpread = SimDuration.Zero,
                Route = [new Waypoint(from, SpeedMPerS), new Waypoint(near, SpeedMPerS), new Waypoint(away, SpeedMPerS)],
                Class = template.Groups[0].Class with { TurnLoadMPerS2 = 60, RcsM2 = 50, Signature = null },
            });
        }

        var limits = new BatteryLimits(2000, Channels, 0);
        return template with
        {
            Groups = groups,
            Assets = [asset with { Position = battery.Position }],
            Duration = SimDuration.FromSeconds(startS + (8 * MeanServiceS)),
            Batteries =
            [
                battery with
                {
                    Limits = limits,
                    Doctrine = battery.Doctrine with { ReactionTimeS = 0, EvaluationPeriodS = 0.5, PkFloorProbability = 0 },
                    Radars = [.. battery.Radars.Select(static radar => radar with { Radar = radar.Radar with { RotationPeriodS = 1.5, AngleFloorRad = 0.001, FalseAlarmProbability = 1e-9 } })],
                    FireUnits = [.. battery.FireUnits.Select(static unit => unit with { Engagement = unit.Engagement with { RevisitPeriodS = 0.5 } })],
                },
            ],
        };
    }
}
