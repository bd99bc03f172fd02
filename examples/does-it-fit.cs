#:project ../src/Bulwark.Studies/Bulwark.Studies.csproj
#:property PublishAot=false

// Does it fit? The same raid, friends and airliners against a Patriot battery with early warning and an S-400 regiment (scenarios/fit-turkey.yaml) that nobody talks to, that a
// liaison talks to by voice, that gets positions, or that gets everything. Seeds are the same for all, so the differences are those of the link. Arguments: number of seeds.
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Studies.Exposure;
using Bulwark.Studies.Statistics;

var seeds = args.Length > 0 ? int.Parse(args[0]) : 2;
var scenario = ScenarioReader.Read("scenarios/fit-turkey.yaml", CatalogueStore.LoadEmbedded());
string[] names = ["leakers", "rounds spent", "double engagements", "friends fired at", "of these by the S-400", "airliners fired at", "first seen to first launch, s", "S-400 radars that dwell on an F-35", "its plots of an F-35, a minute"];
Console.WriteLine($"{seeds} seeds; mean and 95 % interval of the mean");
Console.WriteLine($"{"",-34}{"stand-alone",20}{"liaison",20}{"cued",20}{"integrated",20}");
var columns = new[] { Alone(), Liaison(), Linked(LinkTraffic.Positions), Linked(LinkTraffic.Everything) }.Select(Measure).ToArray();
for (var row = 0; row < names.Length; row++)
    Console.WriteLine($"{names[row],-34}{Cell(columns[0][row]),20}{Cell(columns[1][row]),20}{Cell(columns[2][row]),20}{Cell(columns[3][row]),20}");

// Without links the S-400 is alone; the others go on sharing.
Scenario Alone() => With(static link => null);

// Without its data link it has the telephone only.
Scenario Liaison() => With(static link => link.Parameters.Grade == (int)LinkTraffic.Voice ? link : null);

Scenario Linked(LinkTraffic carries) => With(link => link.Parameters.Grade == (int)LinkTraffic.Voice ? link : link with { Parameters = link.Parameters with { Grade = (int)carries } });

Scenario With(Func<SharingLink, SharingLink?> change) => scenario with
{
    Network = scenario.Network! with { Links = [.. scenario.Network.Links.Select(link => link.From == "s400" ? change(link) : link).OfType<SharingLink>()] },
};

double[][] Measure(Scenario variant)
{
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
    var byS400 = new HashSet<int>();
    foreach (ref readonly var plot in result.Recorder.Events<PlotMade>()) seenS.TryAdd(plot.Happened.Target, plot.Time.TotalS);
    foreach (ref readonly var launch in result.Recorder.Events<MissileLaunched>())
    {
        var target = launch.Happened.Target;
        if (target >= 0 && targets[target].Group.Allegiance == Allegiance.Friend && result.Plan.FireUnits[launch.Happened.Unit].Name.StartsWith("S-400", StringComparison.Ordinal)) byS400.Add(target);
        if (target >= 0 && firedAt.Add(target) && targets[target].Group.Allegiance == Allegiance.Hostile && seenS.TryGetValue(target, out var firstS)) waits.Add(launch.Time.TotalS - firstS);
    }

    // An aircraft that is shot down is exposed no longer: exposure is told for the time it flew.
    var exposure = ExposureIndex.Of(result).Where(static line => line.Searches && line.Radar.StartsWith("s400", StringComparison.Ordinal)).ToList();
    var flownS = exposure.GroupBy(static line => line.Target).Sum(static lines => lines.First().FlightS);
    return
    [
        summary.Targets.Leaked,
        summary.RoundsSpent,
        summary.DoubleEngagements,
        firedAt.Count(target => targets[target].Group.Allegiance == Allegiance.Friend),
        byS400.Count,
        firedAt.Count(target => targets[target].Group.Allegiance == Allegiance.Neutral),
        waits.Count > 0 ? waits.Average() : double.NaN,
        exposure.Sum(static line => line.DwellS) / flownS,
        60 * exposure.Sum(static line => line.DetectionsCount) / flownS,
    ];
}

static string Cell(double[] values)
{
    var mean = Means.Of(values);
    return $"{mean.Value:0.0} ± {mean.HalfWidth:0.0}";
}
