using Bulwark.Core.Earth;
using Bulwark.Core.Units;
using Bulwark.Flight.Ballistic;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Reads the throw of a ballistic group, and finds out whether it can be flown.</summary>
internal static class BallisticReader
{
    /// <summary>The keys only ballistic groups have.</summary>
    public static readonly KeyDefinition[] Keys = [GroupKeys.From, GroupKeys.Aim, GroupKeys.Apogee];

    /// <summary>Reads it; null after reporting why it cannot be made.</summary>
    public static BallisticLaunch? Read(MappingReader reader, TargetClass target, DefendedAsset? objective, ReadingContext context)
    {
        var figures = target.Ballistic!;
        var hasAim = reader.TryGet(GroupKeys.Aim, out var aim);
        if (!hasAim && objective is null && !reader.Has(GroupKeys.Aim) && !reader.Has(GroupKeys.Objective))
            reader.Problems.Error(reader.Place, $"'{target.Id}' has nothing to be thrown at", "aim: a position, or objective: the id of an asset");
        if (!reader.Has(GroupKeys.From)) reader.Problems.Error(reader.Place, "the key 'from' is missing", "from: where it is launched");
        if (!reader.TryGet(GroupKeys.From, out var from) || (!hasAim && objective is null)) return null;
        from = from.WithHeight(GroundM(from, context));
        aim = hasAim ? aim.WithHeight(GroundM(aim, context)) : objective!.Position;
        double? apogee = reader.TryGet(GroupKeys.Apogee, out var written) ? written : figures.ApogeeM;
        var rangeM = Geodesic.Inverse(from, aim).DistanceM;
        if (rangeM < figures.MinimumRangeM || rangeM > figures.MaximumRangeM)
        {
            reader.Problems.Error(
                reader.PlaceOf(GroupKeys.From),
                $"'{target.Id}' does not reach over {Words(rangeM)}",
                $"a distance from {Words(figures.MinimumRangeM)} to {Words(figures.MaximumRangeM)} between launcher and aim point");
            return null;
        }

        try
        {
            _ = BallisticShots.For(figures, new BallisticLaunch(from, aim, apogee));
        }
        catch (ArgumentException problem)
        {
            reader.Problems.Error(reader.PlaceOf(reader.Has(GroupKeys.Apogee) ? GroupKeys.Apogee : GroupKeys.From), FirstLine(problem.Message), "an apogee that the distance allows");
            return null;
        }

        return new BallisticLaunch(from, aim, apogee);
    }

    /// <summary>The two ends as points of a route, for whoever asks where the group goes.</summary>
    public static List<Waypoint> Ends(BallisticLaunch launch, TargetClass target) =>
        [new(launch.From, target.SpeedMPerS), new(launch.Aim, target.SpeedMPerS)];

    private static double GroundM(GeodeticPoint place, ReadingContext context) =>
        context.Terrain?.HeightM(place.LatitudeRad, place.LongitudeRad) is { } heightM && !double.IsNaN(heightM) ? heightM : 0;

    private static string Words(double metres) => QuantityFormat.Short(metres, Dimension.Length, 3);

    private static string FirstLine(string message) => message.Split(" (Parameter", 2)[0].TrimEnd('.');
}
