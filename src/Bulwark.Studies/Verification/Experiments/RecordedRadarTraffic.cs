using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Airliners round the catalogue radar that was set from a recording, where the recorded radar stands.</summary>
internal static class RecordedRadarTraffic
{
    /// <summary>How many fly.</summary>
    public const int Aircraft = 110;

    private const double DurationS = 1800;
    private const double FarthestM = 145 * 1852.0;

    private static readonly GeodeticPoint Radar = GeodeticPoint.FromDegrees(39.503, -0.476);

    /// <summary>The scenario; always the same.</summary>
    public static Scenario Scenario()
    {
        var catalogue = CatalogueStore.LoadEmbedded();
        var airliner = ParameterBuilder.Aircraft(catalogue.Find("airliner")!);
        var radar = ParameterBuilder.Radar(catalogue.Find("valencia-ssr")!);
        return new Scenario
        {
            Id = "recorded-radar",
            Title = "Airliners round a secondary radar",
            Seed = 20130,
            Duration = SimDuration.FromSeconds(DurationS),
            Surveillance = [new SurveillanceSite("radar", radar.Name, Radar, 0, radar, new TrackerParameters { MaximumTracks = 2 * Aircraft })],
            Groups = [.. Enumerable.Range(0, Aircraft).Select(index => new FlightGroup
            {
                Id = $"airliner-{index}",
                Class = airliner,
                Allegiance = Allegiance.Neutral,
                Count = 1,
                Route = Route((uint)index, airliner.SpeedMPerS),
            })],
        };
    }

    // Legs of 100 to 250 km at a height between 3 and 12 km, one in three with a climb or descent; each turns by up to 45 degrees, and
    // towards the radar when it would leave the disc.
    private static List<Waypoint> Route(uint index, double speedMPerS)
    {
        var random = new RandomStream(20130, 0, index, RandomPurpose.General);
        var heightM = random.Uniform(3000, 12_000);
        var climbs = random.Chance(1 / 3.0);
        var start = Geodesic.Direct(Radar, random.Uniform(0, 2 * Math.PI), FarthestM * Math.Sqrt(random.NextUnit())).Point.WithHeight(heightM);
        var headingRad = random.Uniform(0, 2 * Math.PI);
        var route = new List<Waypoint> { new(start, speedMPerS) };
        for (var lengthM = 0.0; lengthM < speedMPerS * DurationS;)
        {
            var legM = random.Uniform(100_000, 250_000);
            var from = route[^1].Position;
            var wishRad = headingRad + random.Uniform(-Math.PI / 4, Math.PI / 4);
            var to = Geodesic.Direct(from, wishRad, legM);
            if (Geodesic.Inverse(Radar, to.Point).DistanceM > FarthestM)
            {
                wishRad = Geodesic.Inverse(from, Radar).AzimuthStartRad + random.Uniform(-0.5, 0.5);
                to = Geodesic.Direct(from, wishRad, legM);
            }

            if (climbs) heightM = Math.Clamp(heightM + random.Uniform(-2000, 2000), 3000, 12_000);
            route.Add(new Waypoint(to.Point.WithHeight(heightM), speedMPerS));
            headingRad = to.AzimuthRad;
            lengthM += legM;
        }

        return route;
    }
}
