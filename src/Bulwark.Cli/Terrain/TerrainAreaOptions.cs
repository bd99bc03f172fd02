using System.CommandLine;
using System.Globalization;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Verbs;
using Bulwark.Core.Earth;
using Bulwark.Core.Units;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Cli.Terrain;

/// <summary>The options that name an area: a box, a circle, or a scenario's sites and routes.</summary>
internal sealed class TerrainAreaOptions
{
    private const double UsualRadiusM = 50_000;
    private const double LargestRadiusM = 2_000_000;

    private readonly Option<string?> _box = new("--area") { Description = "the area, in degrees; an eastern edge smaller than the western one crosses the antimeridian", HelpName = "SOUTH,WEST,NORTH,EAST" };
    private readonly Option<string?> _at = new("--at") { Description = "the middle of the area, in degrees", HelpName = "LAT,LON" };
    private readonly Option<string?> _radius = new("--radius") { Description = "how far the area reaches from the middle, or from a scenario's sites and routes; 50 km unless given", HelpName = "DISTANCE" };
    private readonly Option<string?> _scenario = new("--scenario") { Description = "take the area of a scenario: its sites, assets and routes", HelpName = "FILE" };
    private readonly CatalogueOption _catalogue = new();

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [_box, _at, _radius, _scenario, _catalogue.Option];

    /// <summary>The area that is wanted.</summary>
    /// <exception cref="UsageException">None or several are named, or one cannot be read.</exception>
    public GeodeticBox Read(ParseResult parsed)
    {
        var (box, at, scenario) = (parsed.GetValue(_box), parsed.GetValue(_at), parsed.GetValue(_scenario));
        if (new[] { box, at, scenario }.Count(static text => text is not null) != 1)
            throw new UsageException("the area is not clear; expected one of --area SOUTH,WEST,NORTH,EAST, --at LAT,LON with --radius, or --scenario FILE");
        var radiusM = Radius(parsed.GetValue(_radius));
        if (box is not null) return Box(box);
        return at is not null ? GeodeticBox.Around(Place(at), radiusM) : OfScenario(parsed, scenario!, radiusM);
    }

    private static GeodeticBox Box(string text)
    {
        var numbers = text.Split(',').Select(static part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        var isBox = numbers is [>= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180] && numbers[0] < numbers[2] && numbers[1] != numbers[3];
        if (!isBox) throw new UsageException($"--area: '{text}' is not an area; expected SOUTH,WEST,NORTH,EAST in degrees, for example 34,23,36,27");
        var east = numbers[3] < numbers[1] ? numbers[3] + 360 : numbers[3];
        return new GeodeticBox(double.DegreesToRadians(numbers[0]), double.DegreesToRadians(numbers[1]), double.DegreesToRadians(numbers[2]), double.DegreesToRadians(east));
    }

    private static GeodeticPoint Place(string text) =>
        PositionText.TryRead(text, out var place, out var problem) ? place : throw new UsageException($"--at: {problem.Message}; expected {PositionText.Expected}");

    private static double Radius(string? text)
    {
        if (text is null) return UsualRadiusM;
        if (QuantityText.TryRead(text, Dimension.Length, out var radiusM, out var problem) && radiusM is > 0 and <= LargestRadiusM) return radiusM;
        throw new UsageException($"--radius: '{text}' cannot be used{(problem is null ? "" : ": " + problem.Message)}; expected a distance with its unit up to 2000 km, for example 100km");
    }

    private GeodeticBox OfScenario(ParseResult parsed, string path, double radiusM)
    {
        Paths.RequireReadable(path, "a scenario file");
        var scenario = ScenarioReader.Read(path, _catalogue.Load(parsed));
        IReadOnlyList<GeodeticPoint> places =
        [
            .. scenario.Batteries.Select(static battery => battery.Position),
            .. scenario.Surveillance.Select(static site => site.Position),
            .. scenario.Assets.Select(static asset => asset.Position),
            .. scenario.Groups.SelectMany(static group => group.Route).Select(static waypoint => waypoint.Position),
            .. scenario.Raids.SelectMany(static raid => raid.Elements).SelectMany(static element => element.StartPlaces()),
            .. scenario.Orders.Select(static order => order.To).OfType<GeodeticPoint>(),
        ];
        if (places.Count == 0) throw new UsageException($"--scenario: {path} has no site and no route; expected a scenario with some place on the Earth");

        // Longitudes are counted from the first place, so that an area may cross the antimeridian.
        var (south, north, west, east) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var place in places)
        {
            var around = GeodeticBox.Around(place, radiusM);
            var shift = places[0].LongitudeRad + Math.IEEERemainder(place.LongitudeRad - places[0].LongitudeRad, 2 * Math.PI) - place.LongitudeRad;
            (south, north) = (Math.Min(south, around.SouthRad), Math.Max(north, around.NorthRad));
            (west, east) = (Math.Min(west, around.WestRad + shift), Math.Max(east, around.EastRad + shift));
        }

        return new GeodeticBox(south, west, north, Math.Min(east, west + (2 * Math.PI)));
    }
}
