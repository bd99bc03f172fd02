using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios;

/// <summary>The keys of a flight group and its route.</summary>
internal static class GroupKeys
{
    public static readonly IdentifierKey Use = new("use", "What flies, an aircraft of the catalogue.") { IsRequired = true };

    public static readonly ChoiceKey<Allegiance> Side = new(
        "allegiance",
        [("hostile", Allegiance.Hostile), ("neutral", Allegiance.Neutral), ("friend", Allegiance.Friend)],
        "Whose they are, in truth.")
    { DefaultText = "hostile" };

    public static readonly IntegerKey Count = new("count", 1, 10_000, "How many.") { DefaultText = "1" };
    public static readonly ChoiceKey<Formation> Formation = new(
        "formation",
        [
            ("ranks", Scenarios.Formation.Ranks),
            ("line", Scenarios.Formation.Line),
            ("column", Scenarios.Formation.Column),
            ("wedge", Scenarios.Formation.Wedge),
            ("box", Scenarios.Formation.Box),
            ("scattered", Scenarios.Formation.Scattered),
        ],
        "How they fly together: in ranks of 'abreast' at 'rank-interval', or at 'spacing' side by side, behind each other, in a wedge, in a square, or scattered at random over such a square.")
    { DefaultText = "ranks" };

    public static readonly IntegerKey Abreast = new("abreast", 1, 1000, "How many fly side by side, in ranks.") { DefaultText = "1" };
    public static readonly QuantityKey Spacing = new("spacing", Dimension.Length, "0 m", "100 km", "Distance between neighbours.") { DefaultText = "1 km" };
    public static readonly DurationKey RankInterval = new("rank-interval", "0 s", "12 h", "Time between ranks, in ranks.") { DefaultText = "30 s" };
    public static readonly DurationKey Start = new("start", "0 s", "48 h", "When the first rank appears at the first point, after the start of the run.") { DefaultText = "0 s" };
    public static readonly DurationKey StartSpread = new("start-spread", "0 s", "12 h", "Largest random delay of each member.") { DefaultText = "0 s" };
    public static readonly IdentifierKey Objective = new("objective", "The asset it attacks; missing for traffic that only passes.");
    public static readonly QuantityKey ReleaseRange = new("release-range", Dimension.Length, "0 m", "500 km", "Distance from the objective at which an attacker has done its work; the asset's radius when missing.");

    public static readonly IdentifierKey ReportsTo = new("reports-to", "The node of the network to which the members report who and where they are, for friends that take part in it: a battery, radar, command post or relay.");

    public static readonly PositionKey At = new("at", "Where the point is.") { IsRequired = true };
    public static readonly QuantityKey Height = new("height", Dimension.Length, "1 m", "100 km", "Height above the sea; that of the point before, or of the class, when missing.");
    public static readonly QuantityKey Speed = new("speed", Dimension.Speed, "5 m/s", "3000 m/s", "Ground speed on the leg that ends here; that of the point before, or of the class, when missing.");
    public static readonly DurationKey HoldFor = new("hold-for", "0 s", "48 h", "Time to hold over the point, in the whole circuits that come nearest; it flies on when missing.");
    public static readonly QuantityKey HoldLeg = new("hold-leg", Dimension.Length, "0 m", "500 km", "Length of the straight legs of a holding circuit; it circles when missing.");
    public static readonly KeySet Waypoint = new("waypoint", "A point of a route.", [At, Height, Speed, HoldFor, HoldLeg]);
    public static readonly SectionListKey Route = new("route", Waypoint, "The points of the route in order; for everything that flies a route.") { MinimumItems = 2 };
    public static readonly QuantityKey Clearance = new("clearance", Dimension.Length, "5 m", "5 km", "Height above the ground under the route that is followed instead of heights above the sea.");
    public static readonly PositionKey From = new("from", "Where a ballistic missile is launched.");
    public static readonly PositionKey Aim = new("aim", "Where a ballistic missile comes down; its objective when missing.");
    public static readonly QuantityKey Apogee = new("apogee", Dimension.Length, "5 km", "3000 km", "Greatest height of a ballistic flight; the class's, or that of the flight of least speed, when missing.");

    public static readonly IdentifierKey ReleasedBy = new("released-by", "The group that carries and releases a missile that homes on radars, its members in turn.");
    public static readonly IdentifierKey HomesOn = new("homes-on", "The battery or surveillance site whose radar such a missile homes on.");
    public static readonly ChoiceKey<bool> HomingRadar = new("radar", [("search", false), ("engagement", true)], "Which radar of a battery such a missile homes on.") { DefaultText = "search" };
    public static readonly QuantityKey LaunchRange = new("launch-range", Dimension.Length, "1 km", "500 km", "Distance from the radar at which such a missile is released; the class's largest range when missing.");

    public static readonly KeySet Keys = new(
        "flight-group",
        "Aircraft or missiles of one class that fly together.",
        [ScenarioKeys.Id, Use, Side, Count, Formation, Abreast, Spacing, RankInterval, Start, StartSpread, Objective, ReleaseRange, Route, Clearance, From, Aim, Apogee, ReleasedBy, HomesOn, HomingRadar, LaunchRange, ReportsTo, ScenarioKeys.Set]);
}
