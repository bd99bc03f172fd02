using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Antennas;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>
/// Radars inside runs against the statistics they were made from. Seeds are fixed; bounds are four standard deviations. Sets without a
/// frequency, so that only the published statement and the fourth power of range decide.
/// </summary>
public class RadarRunTests
{
    private const double HeightM = 9000;

    private const double LowHeightM = 4000;

    private static readonly GeodeticPoint Place = GeodeticPoint.FromDegrees(35, 24);

    [Theory]
    [InlineData("64n6e")]
    [InlineData("an-mpq-53")]
    public void DetectionsErrorsAndFalseAlarmsAreThoseOfTheStatement(string id)
    {
        var radar = Radar(id);
        var result = Run(radar, Ring(radar), radar.Array is null ? 1200 : 400);
        var looks = Looks(radar, result);
        var node = result.Plan.Nodes[0];
        var hits = new int[result.Plan.Targets.Length];
        var (squares, falseAlarms) = (0.0, 0);
        foreach (var plot in result.Recorder.Events<PlotMade>())
        {
            if (plot.Happened.Target < 0)
            {
                falseAlarms++;
                continue;
            }

            hits[plot.Happened.Target]++;
            var view = node.Site.View(result.Plan.Targets[plot.Happened.Target].StateAt(plot.Time).Position);
            var snr = Math.Pow(10, plot.Happened.SnrDb / 10) * radar.IntegratedPulses;
            squares += Math.Pow((plot.Happened.RangeM - view.RangeM) / MeasurementErrors.RangeSigmaM(radar.RangeResolutionM, snr, radar.RangeFloorM), 2);
            squares += Math.Pow(Math.IEEERemainder(plot.Happened.AzimuthRad - view.AzimuthRad, 2 * Math.PI) / MeasurementErrors.AngleSigmaRad(radar.AzimuthBeamwidthRad, snr, radar.AngleFloorRad), 2);
            squares += Math.Pow((plot.Happened.ElevationRad - view.ElevationRad) / MeasurementErrors.AngleSigmaRad(radar.ElevationBeamwidthRad, snr, radar.AngleFloorRad), 2);
        }

        var reference = DetectionStatistics.RequiredSnr(radar.Fluctuation, radar.IntegratedPulses, radar.FalseAlarmProbability, radar.ReferencePdProbability);
        foreach (var shell in result.Plan.Targets.GroupBy(target => Math.Round(node.Site.View(target.StateAt(SimTime.Start).Position).RangeM / 2000)))
        {
            // A target may have been passed once more or less than another.
            var probabilities = shell.Select(target => Probability(radar, reference, target.Group.Class.RcsM2, node.Site.View(target.StateAt(SimTime.Start).Position))).ToList();
            var expected = looks * probabilities.Sum();
            var bound = (4 * Math.Sqrt(looks * probabilities.Sum(static probability => probability * (1 - probability)))) + shell.Count();
            Assert.InRange(shell.Sum(target => hits[target.Index]), expected - bound, expected + bound);
        }

        var numbers = 3 * hits.Sum();
        Assert.InRange(squares, numbers - (4 * Math.Sqrt(2 * numbers)), numbers + (4 * Math.Sqrt(2 * numbers)));
        var alarms = looks * FalseAlarmsPerSearch(radar, node.Array?.Fence.Count);
        Assert.InRange(falseAlarms, alarms - (4 * Math.Sqrt(alarms)), alarms + (4 * Math.Sqrt(alarms)));
    }

    [Theory]
    [InlineData("64n6e", 0.3, 1)]
    [InlineData("64n6e", 4, 2)]
    [InlineData("an-mpq-53", 0.3, 1)]
    [InlineData("an-mpq-53", 4, 2)]
    public void TwoAircraftInOneCellAreOnePlotAndApartTwo(string id, double cells, int plots)
    {
        var radar = Radar(id) with { Fluctuation = SwerlingCase.Steady, FalseAlarmProbability = 1e-9 };
        var distanceM = 0.3 * radar.ReferenceRangeM;
        var result = Run(radar, [Standing("a", 0, distanceM, 100, LowHeightM), Standing("b", 0, distanceM + (cells * radar.RangeResolutionM), 100, LowHeightM)], 600);
        var made = result.Recorder.Events<PlotMade>().ToArray().Where(static plot => plot.Happened.Target >= 0).ToList();
        Assert.Equal(plots, made.Count / Looks(radar, result), 0.06 * plots);
        foreach (var plot in made)
        {
            // One plot lies between the two, at the mean weighted by power, and so it stays within a cell of each.
            if (plots == 1) Assert.InRange(plot.Happened.RangeM, result.Plan.Nodes[0].Site.View(result.Plan.Targets[0].StateAt(plot.Time).Position).RangeM - (3 * radar.RangeResolutionM), result.Plan.Nodes[0].Site.View(result.Plan.Targets[1].StateAt(plot.Time).Position).RangeM + (3 * radar.RangeResolutionM));
        }
    }

    // The statement and the fourth power of range; an array's face is seen shortened towards the edges of its sector.
    private static double Probability(RadarParameters radar, double reference, double rcsM2, in RadarView view)
    {
        var loss = radar.Array is null ? 1 : Math.Pow(10, ArrayScan.TwoWayLossDb(ArrayScan.SteeringRad(Math.IEEERemainder(view.AzimuthRad, 2 * Math.PI), view.ElevationRad, view.ElevationRad)) / 10);
        var snr = reference * rcsM2 / radar.ReferenceRcsM2 * Math.Pow(radar.ReferenceRangeM / view.RangeM, 4) / loss;
        return DetectionStatistics.Probability(radar.Fluctuation, radar.IntegratedPulses, radar.FalseAlarmProbability, snr);
    }

    // Rotations, or searches of the whole fence.
    private static double Looks(RadarParameters radar, RunResult result)
    {
        var durationS = result.Plan.Scenario.Duration.TotalS;
        if (radar.Array is null) return durationS / radar.RotationPeriodS;
        var searches = result.Recorder.Events<FenceSearched>();
        var sumS = 0.0;
        foreach (var search in searches) sumS += search.Happened.DurationS;
        return durationS * searches.Length / sumS;
    }

    private static double FalseAlarmsPerSearch(RadarParameters radar, int? beams)
    {
        var rangeCells = (radar.InstrumentedRangeM - radar.MinimumRangeM) / radar.RangeResolutionM;
        var turn = 2 * Math.PI / radar.AzimuthBeamwidthRad * (radar.MaximumElevationRad - radar.MinimumElevationRad) / radar.ElevationBeamwidthRad;
        return rangeCells * (beams ?? turn) * radar.FalseAlarmProbability;
    }

    // The array is told to search only: its second looks and track updates come later than any run ends.
    private static RadarParameters Radar(string id)
    {
        var radar = ParameterBuilder.Radar(CatalogueStore.LoadEmbedded().Find(id)!);
        return radar with
        {
            FrequencyHz = 0,
            PulseRepetitionHz = 0,
            CancellerOrder = 0,
            RangeBiasSigmaM = 0,
            AngleBiasSigmaRad = 0,
            RangeQuantumM = 0,
            AngleQuantumRad = 0,
            Array = radar.Array is null ? null : radar.Array with { ConfirmationPeriodS = 1e5, TrackPeriodS = 1e5 },
        };
    }

    // Five ranges from where nearly all is seen to where little is, spread over the sector, farther apart than a beam is wide.
    private static List<FlightGroup> Ring(RadarParameters radar)
    {
        var groups = new List<FlightGroup>();
        var widthRad = Math.Min(0.9 * radar.SectorWidthRad, 1.9 * Math.PI);
        const int Targets = 30;
        for (var target = 0; target < Targets; target++)
        {
            var azimuthRad = widthRad * (((target + 0.5) / Targets) - 0.5);
            groups.Add(Standing($"t{target}", azimuthRad, (0.5 + (0.1 * (target % 5))) * radar.ReferenceRangeM, 0.4 * radar.ReferenceRcsM2, HeightM));
        }

        return groups;
    }

    // A metre a second: the range stays what it is.
    private static FlightGroup Standing(string id, double azimuthRad, double distanceM, double rcsM2, double heightM)
    {
        var start = Geodesic.Direct(Place, azimuthRad, distanceM).Point.WithHeight(heightM);
        return new FlightGroup
        {
            Id = id,
            Class = new TargetClass(id, id, "test", rcsM2, 1, heightM, 5, HasTransponder: false),
            Count = 1,
            Route = [new Waypoint(start, 1), new Waypoint(Geodesic.Direct(start, azimuthRad, 3000).Point.WithHeight(heightM), 1)],
        };
    }

    private static RunResult Run(RadarParameters radar, IReadOnlyList<FlightGroup> groups, double durationS) => Simulator.Run(
        new Scenario
        {
            Id = "radar",
            Title = "A radar and targets that stand still",
            Seed = 7,
            Duration = SimDuration.FromSeconds(durationS),
            Surveillance = [new SurveillanceSite("radar", radar.Name, Place, 0, radar, new TrackerParameters())],
            Groups = groups,
        },
        new RunOptions { Threads = 1 },
        TestContext.Current.CancellationToken);
}
