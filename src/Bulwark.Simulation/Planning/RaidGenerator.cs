using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Raids;

namespace Bulwark.Simulation.Planning;

/// <summary>
/// Draws the groups of raids: for each wave a delay and, for each direction, a turn of it; for each element and direction a place of
/// appearance. All within the bounds that the scenario states; nothing is searched for.
/// </summary>
internal static class RaidGenerator
{
    // Elements and directions are at most 32 each; the last element number belongs to the wave as a whole.
    private const int Slots = 32;
    private const int WaveSlot = Slots - 1;

    /// <summary>The groups of all raids, in the order of the file, waves in order of time.</summary>
    public static IEnumerable<FlightGroup> Draw(IReadOnlyList<Raid> raids, RandomNames random)
    {
        for (var raid = 0; raid < raids.Count; raid++)
        {
            for (var wave = 0; wave < raids[raid].Waves; wave++)
            {
                foreach (var group in DrawWave(raids[raid], raid, wave, random)) yield return group;
            }
        }
    }

    private static IEnumerable<FlightGroup> DrawWave(Raid raid, int number, int wave, RandomNames random)
    {
        var waveLuck = random.Open(number, Stream(wave, WaveSlot, 0), RandomPurpose.RaidLayout, 0);
        var start = raid.Start + (raid.WaveInterval * wave) + new SimDuration((long)(raid.StartSpread.Nanoseconds * waveLuck.NextUnit()));
        for (var index = 0; index < raid.Elements.Count; index++)
        {
            var element = raid.Elements[index];
            for (var direction = 0; direction < element.DirectionsRad.Count; direction++)
            {
                if (raid.DirectionsInTurn && direction != wave % element.DirectionsRad.Count) continue;
                // Elements that come from the same direction of a wave share its turn.
                var turn = (2 * random.Open(number, Stream(wave, WaveSlot, direction + 1), RandomPurpose.RaidLayout, 0).NextUnit()) - 1;
                var placeLuck = random.Open(number, Stream(wave, index, direction), RandomPurpose.RaidLayout, 0);
                var id = $"{raid.Id}-{wave + 1}-{element.Id}" + (element.DirectionsRad.Count > 1 && !raid.DirectionsInTurn ? $"-{direction + 1}" : "");
                yield return Make(id, element, direction, turn, start, placeLuck);
            }
        }
    }

    private static FlightGroup Make(string id, RaidElement element, int direction, double turn, SimTime start, RandomStream luck)
    {
        var objective = element.Objectives[direction % element.Objectives.Count];
        var fromRad = element.DirectionsRad[direction] + (turn * element.DirectionSpreadRad);
        var place = Geodesic.Direct(objective.Position, fromRad, element.DistanceM).Point;
        // The square root makes the places uniform over the area, not over the radius.
        var (awayM, towardsRad) = (element.StartAreaM * Math.Sqrt(luck.NextUnit()), 2 * Math.PI * luck.NextUnit());
        if (element.StartAreaM > 0) place = Geodesic.Direct(place, towardsRad, awayM).Point;
        var launch = element.Class.Ballistic is { } ballistic ? new BallisticLaunch(place.WithHeight(0), objective.Position, ballistic.ApogeeM) : null;
        return new FlightGroup
        {
            Id = id,
            Class = element.Class,
            Count = element.Count,
            Formation = element.Formation,
            Abreast = element.Abreast,
            SpacingM = element.SpacingM,
            RankInterval = element.RankInterval,
            Start = start + element.Delay,
            StartSpread = element.StartSpread,
            Objective = objective.Id,
            ReleaseRangeM = element.ReleaseRangeM < 0 ? objective.RadiusM : element.ReleaseRangeM,
            Ballistic = launch,
            Route = launch is not null ? BallisticReader.Ends(launch, element.Class) :
            [
                new Waypoint(place.WithHeight(element.HeightM), element.SpeedMPerS),
                new Waypoint(objective.Position.WithHeight(element.HeightM), element.SpeedMPerS),
            ],
        };
    }

    private static int Stream(int wave, int element, int direction) => (((wave * Slots) + element) * (Slots + 1)) + direction;
}
