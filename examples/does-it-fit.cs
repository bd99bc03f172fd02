#:project ../src/Bulwark.Studies/Bulwark.Studies.csproj
#:property PublishAot=false

// Does it fit? The same raid, friends and airliners against an S-400 and a Patriot battery that share nothing, positions, or everything
// (scenarios/fit-turkey.yaml). Seeds are the same for all three, so the differences are those of the sharing. Arguments: number of seeds.
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Studies.Exposure;
using Bulwark.Studies.Statistics;

var seeds = args.Length > 0 ? int.Parse(args[0]) : 2;
var scenario = ScenarioReader.Read("scenarios/fit-turkey.yaml", CatalogueStore.LoadEmbedded());
string[] names = ["leakers", "rounds spent", "double engagements", "friends fired at", "airliners fired at", "first seen to first launch, s", "F-35s' dwell at the S-400, min", "plots of F-35s by the S-400"];
Console.WriteLine($"{seeds} seeds; mean and 95 % interval of the mean");
Console.WriteLine($"{"",-34}{"stand-alone",20}{"cued",20}{"integrated",20}");
var columns = new[] { SharingMode.StandAlone, SharingMode.Cued, SharingMode.Integrated }.Select(Measure).ToArray();
for (var row = 0; row < names.Length; row++)
    Console.WriteLine($"{names[row],-34}{Cell(columns[0][row]),20}{Cell(columns[1][row]),20}{Cell(columns[2][row]),20}");

double[][] Measure(SharingMode sharing)
{
    var variant = scenario with { Network = scenario.Network! with { Sharing = sharing } };
    var rows = names.Select(_ => new double[seeds]).ToArray();
    Parallel.For(0, seeds, seed =>
    {
        var result = Simulator.Run(variant, new RunOptions { Seed = (ulong)(seed + 1), Threads = 1 });
        var figures = Figures(result);
        for (var row = 0; row < figures.Length; row++) rows[row][seed] = figures[row];
    });
    return rows;
}

double[] Figures(RunResult result)
{
    var (summary, targets) = (result.Summary, result.Plan.Targets);
    var (firedAt, seenS, waits) = (new HashSet<int>(), new Dictionary<int, double>(), new List<double>());
    foreach (ref readonly var plot in result.Recorder.Events<PlotMade>()) seenS.TryAdd(plot.Happened.Target, plot.Time.TotalS);
    foreach (ref readonly var launch in result.Recorder.Events<MissileLaunched>())
    {
        var target = launch.Happened.Target;
        if (target >= 0 && firedAt.Add(target) && targets[target].Group.Allegiance == Allegiance.Hostile && seenS.TryGetValue(target, out var firstS)) waits.Add(launch.Time.TotalS - firstS);
    }

    var exposure = ExposureIndex.Of(result).Where(static line => line.Radar.StartsWith("s400", StringComparison.Ordinal)).ToList();
    return
    [
        summary.Targets.Leaked,
        summary.RoundsSpent,
        summary.DoubleEngagements,
        firedAt.Count(target => targets[target].Group.Allegiance == Allegiance.Friend),
        firedAt.Count(target => targets[target].Group.Allegiance == Allegiance.Neutral),
        waits.Count > 0 ? waits.Average() : double.NaN,
        exposure.Where(static line => line.Searches).Sum(static line => line.DwellS) / 60,
        exposure.Sum(static line => line.DetectionsCount),
    ];
}

static string Cell(double[] values)
{
    var mean = Means.Of(values);
    return $"{mean.Value:0.0} ± {mean.HalfWidth:0.0}";
}
