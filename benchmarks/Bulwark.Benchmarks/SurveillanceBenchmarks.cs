using BenchmarkDotNet.Attributes;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Benchmarks;

/// <summary>
/// Ten ground radars and five hundred aircraft, one rotation each ten seconds, tracking on. One operation is one simulated minute of
/// 510 entities, so entity-seconds per CPU-second = 510 × 60 / time.
/// </summary>
[MemoryDiagnoser]
public class SurveillanceBenchmarks
{
    private const int Minute = 60;
    private RunPlan _plan = null!;

    [Params(false, true)]
    public bool Recording { get; set; }

    [GlobalSetup]
    public void Plan() => _plan = RunPlanner.Plan(TenRadars(), new RunOptions { Threads = 1 });

    [Benchmark]
    public long TenRadarsFiveHundredAircraftOneMinute()
    {
        var simulator = new Simulator(_plan, Recording);
        simulator.RunUntil(SimTime.FromSeconds(Minute));
        return simulator.EventsHandled;
    }

    internal static Scenario TenRadars()
    {
        var radar = new RadarParameters
        {
            Name = "surveillance radar",
            ReferenceRangeM = 400_000,
            ReferenceRcsM2 = 2,
            ReferencePdProbability = 0.8,
            FalseAlarmProbability = 1e-6,
            InstrumentedRangeM = 400_000,
            AntennaHeightM = 15,
            AzimuthBeamwidthRad = double.DegreesToRadians(1.5),
            ElevationBeamwidthRad = double.DegreesToRadians(2),
            RangeResolutionM = 150,
            RotationPeriodS = 10,
            RangeFloorM = 20,
            AngleFloorRad = double.DegreesToRadians(0.05),
        };
        var sites = Enumerable.Range(0, 10).Select(index => new SurveillanceSite(
            $"radar-{index}", $"Radar {index}", GeodeticPoint.FromDegrees(38 + (0.8 * (index / 5)), 24 + (0.9 * (index % 5)), 200), 0, radar, new TrackerParameters()));
        var airliner = new TargetClass("airliner", "airliner", "airliner", 40, 235, 10_700, 5, HasTransponder: false);
        var groups = Enumerable.Range(0, 500).Select(index => (Row: index / 20, Column: index % 20)).Select(cell => new FlightGroup
        {
            Id = $"aircraft-{cell.Row:00}-{cell.Column:00}",
            Class = airliner,
            Allegiance = Allegiance.Neutral,
            Count = 1,
            Route =
            [
                new Waypoint(GeodeticPoint.FromDegrees(36.6 + (0.16 * cell.Row), 23 + (0.2 * cell.Column), 8000 + (100 * cell.Column)), 235),
                new Waypoint(GeodeticPoint.FromDegrees(36.7 + (0.16 * cell.Row), 25 + (0.2 * cell.Column), 8000 + (100 * cell.Column)), 235),
            ],
        });
        return new Scenario
        {
            Id = "ten-radars",
            Title = "Ten radars, five hundred aircraft",
            Duration = SimDuration.FromSeconds(600),
            Surveillance = [.. sites],
            Groups = [.. groups],
        };
    }
}
