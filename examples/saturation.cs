#:project ../src/Bulwark.Simulation/Bulwark.Simulation.csproj
#:property PublishAot=false

// How many targets can a phased array hold? The scheduler shares out its time: the number of tracks follows from the budget,
// and a published cap, where there is one, comes on top. Fighters cross the sector; nothing is fired.
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Tracks;

const double FromS = 40;
const double ToS = 60;
var catalogue = CatalogueStore.LoadEmbedded();
var radar = ParameterBuilder.Radar(catalogue.Find("an-mpq-53")!);
var fighter = ParameterBuilder.Aircraft(catalogue.Find("fighter")!);
var site = GeodeticPoint.FromDegrees(36.9, 35.3, 0);
var array = radar.Array!;

Console.WriteLine($"{radar.Name}: {array.TrackDwellS * 1e3:0} ms an update, one wanted every {array.TrackPeriodS:0.#} s, {array.SearchShare:0%} of the time kept for search:");
Console.WriteLine($"the budget holds {array.TrackCapacity()} tracks at that interval when nothing else is asked for. The published cap is 100.");
Console.WriteLine();
Console.WriteLine("           without a cap                                    with the published cap of 100");
Console.WriteLine("targets    held   update   fence   search track confirm     held   update   fence");
foreach (var count in (int[])[50, 100, 200, 400, 800])
{
    var free = Observe(count, int.MaxValue);
    var capped = Observe(count, 100);
    Console.WriteLine(
        $"{count,7} {free.Held,7:0} {free.UpdateS,6:0.00} s {free.FenceS,5:0.0} s {free.Search,7:0%} {free.Track,5:0%} {free.Confirm,6:0%} {capped.Held,8:0} {capped.UpdateS,6:0.00} s {capped.FenceS,5:0.0} s");
}

(double Held, double UpdateS, double FenceS, double Search, double Track, double Confirm) Observe(int count, int cap)
{
    var record = Simulator.Run(Crossing(count, cap)).Recorder;
    double held = 0, updates = 0, fenceS = 0, search = 0, track = 0, confirm = 0;
    var confirmedSince = new Dictionary<int, double>();
    foreach (ref readonly var change in record.Events<TrackChanged>())
    {
        var atS = change.Time.TotalS;
        if (change.Happened.Transition == TrackTransition.Confirmed) confirmedSince[change.Happened.Track] = atS;
        if (change.Happened.Transition == TrackTransition.Dropped && confirmedSince.Remove(change.Happened.Track, out var sinceS)) held += Overlap(sinceS, atS);
    }

    foreach (var sinceS in confirmedSince.Values) held += Overlap(sinceS, ToS);
    foreach (ref readonly var update in record.Events<TrackUpdated>()) updates += update.Time.TotalS is >= FromS and < ToS ? 1 : 0;
    var fences = 0;
    foreach (ref readonly var fence in record.Events<FenceSearched>())
    {
        if (fence.Time.TotalS < FromS) continue;
        var row = fence.Happened;
        (fences, fenceS, search, track, confirm) = (fences + 1, fenceS + row.DurationS, search + row.SearchShare, track + row.TrackShare, confirm + row.ConfirmationShare);
    }

    return (held / (ToS - FromS), held / updates, fenceS / fences, search / fences, track / fences, confirm / fences);
}

static double Overlap(double fromS, double toS) => Math.Max(0, Math.Min(toS, ToS) - Math.Max(fromS, FromS));

// Spread evenly over the sector by the golden ratio, between 75 and 115 km, all flying east at 4 to 7 km.
Scenario Crossing(int count, int cap)
{
    var groups = Enumerable.Range(0, count).Select(number =>
    {
        var azimuthRad = double.DegreesToRadians(-50 + (100 * (number * 0.6180339887 % 1)));
        var rangeM = 75_000 + (40_000 * ((number + 0.5) / count));
        var start = Geodesic.Direct(site, azimuthRad, rangeM).Point.WithHeight(4000 + (number % 7 * 500));
        var end = Geodesic.Direct(start, double.DegreesToRadians(90), 40_000).Point.WithHeight(start.HeightM);
        return new FlightGroup { Id = $"f{number}", Class = fighter, Count = 1, Route = [new Waypoint(start, 0), new Waypoint(end, 220)] };
    });
    return new Scenario
    {
        Id = "saturation",
        Title = "Saturation of a phased array",
        Duration = SimDuration.FromSeconds(ToS),
        Surveillance = [new SurveillanceSite("array", radar.Name, site, 0, radar, new TrackerParameters { MaximumTracks = cap })],
        Groups = [.. groups],
    };
}
