using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Plotting.Maps;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>The map of a run: what is defended, the batteries with their range rings, everybody's true path and fate.</summary>
internal static class RunMap
{
    private const double Width = 900;
    private const double Left = 46;
    private const double Right = 14;
    private const double Top = 12;
    private const double BelowMap = 24;

    private static readonly TextStyle AssetText = new() { Size = 11, Colour = Palette.Asset, Halo = true, Bold = true };
    private static readonly TextStyle BatteryText = new() { Size = 12, Colour = Palette.Battery, Halo = true, Bold = true };
    private static readonly TextStyle RingText = new() { Size = 10, Colour = Palette.Muted, Halo = true };

    private static readonly SvgStyle BatteryMark = new() { Fill = Palette.Battery, Stroke = Palette.Paper };
    private static readonly SvgStyle SiteMark = new() { Fill = Palette.Paper, Stroke = Palette.Battery, Width = 1.6 };
    private static readonly SvgStyle AssetMark = new() { Fill = "#e8c547", Stroke = Palette.Asset, Width = 1.2 };
    private static readonly SvgStyle RoundRing = SvgStyle.Line(Palette.Battery, 1.1, "7 4");
    private static readonly SvgStyle RadarRing = SvgStyle.Line(Palette.Muted, 1, "2 4");
    private static readonly SvgStyle DebrisMark = SvgStyle.Area(Palette.Muted);
    private static readonly SvgStyle MissileStyle = SvgStyle.Line(Palette.Missile, 0.8, opacity: 0.7);

    /// <summary>Draws everything.</summary>
    public static string Draw(RunHistory history)
    {
        var projection = new MapProjection(CentreOf(history));
        return Draw(history, "map", $"Map of the run: {history.Result.Summary.Title}", projection, Whole(history, projection));
    }

    /// <summary>Draws the surroundings of what is defended; null when the whole map already shows them large enough.</summary>
    public static string? DrawClose(RunHistory history)
    {
        var projection = new MapProjection(CentreOf(history));
        var (whole, close) = (Whole(history, projection), Close(history, projection));
        return close.WidthM > 0.4 * whole.WidthM ? null : Draw(history, "mapclose", $"Map of the surroundings of what is defended: {history.Result.Summary.Title}", projection, close);
    }

    private static string Draw(RunHistory history, string name, string title, MapProjection projection, MapExtent extent)
    {
        var trails = history.Targets.Select(static target => (target, Points: Trail(target))).ToArray();
        var inside = Width - Left - Right;
        var (metresPerPixel, height) = extent.Fit(inside, 420, 820);
        var view = new MapView(projection, extent.Centre, inside * metresPerPixel, height * metresPerPixel);
        var entries = Entries(history, view);
        var legend = Legend.Height(inside, entries);
        var canvas = new SvgCanvas(name, title, Width, Top + height + BelowMap + legend + 8);
        var map = new MapFrame(canvas, new PlotBox(Left, Top, inside, height), projection, extent.Centre, metresPerPixel);

        map.Background();
        canvas.BeginClip(map.Box);
        CoastLayer.Draw(map);
        canvas.EndGroup();
        Graticule.Draw(map);
        canvas.BeginGroup();
        foreach (var fate in (ReadOnlySpan<TargetFate>)[TargetFate.Bystander, TargetFate.BystanderKilled, TargetFate.Other, TargetFate.Leaked, TargetFate.Killed])
        {
            foreach (var (target, points) in trails)
            {
                if (target.Fate == fate) map.Trail(points, TrailStyle(fate), $"{target.Target.Id}: {FateWords(fate)}");
            }
        }

        foreach (var missile in history.Missiles) map.Trail(missile.Path.ToArray(), MissileStyle);
        canvas.EndGroup();
        Debris(map, history);
        Ends(map, trails);
        Sites(map, history);
        ScaleBar.Draw(map);
        map.Border();
        Legend.Draw(canvas, new PlotPoint(Left, Top + height + BelowMap), inside, entries);
        return canvas.ToSvg();
    }

    private static SvgStyle TrailStyle(TargetFate fate) => fate switch
    {
        TargetFate.Killed => SvgStyle.Line(Palette.Killed, 1, opacity: 0.75),
        TargetFate.Leaked => SvgStyle.Line(Palette.Leaked, 1.2, opacity: 0.85),
        TargetFate.Other => SvgStyle.Line(Palette.Other),
        _ => SvgStyle.Line(Palette.Neutral, 1.1, "6 3"),
    };

    private static string FateWords(TargetFate fate) => fate switch
    {
        TargetFate.Killed => "killed",
        TargetFate.Leaked => "reached its objective",
        TargetFate.Other => "ended its route, or still flying at the end",
        TargetFate.Bystander => "neutral or friendly",
        _ => "neutral or friendly, wrongly killed",
    };

    private static GeodeticPoint CentreOf(RunHistory history)
    {
        var plan = history.Result.Plan;
        if (plan.Batteries.Length > 0) return plan.Batteries[0].Battery.Position;
        if (plan.Nodes.Length > 0) return plan.Nodes[0].Site.Frame.Antenna;
        return plan.Scenario.Assets.Count > 0 ? plan.Scenario.Assets[0].Position : plan.Scenario.Groups.Where(static group => group.Route.Count > 0).Select(static group => group.Route[0].Position).FirstOrDefault();
    }

    private static double Reach(PlannedBattery battery) => battery.Rounds.Select(static load => load.Round.MaximumRangeM).DefaultIfEmpty(0).Max();

    private static GeodeticPoint[] Trail(TargetHistory target)
    {
        // Every two seconds at least, so that turns are drawn as flown; straight parts are thinned when drawn.
        var steps = Math.Clamp((int)Math.Ceiling((target.To - target.From).TotalS / 2), 1, 4000);
        var points = new GeodeticPoint[steps + 1];
        for (var step = 0; step <= steps; step++)
        {
            var time = target.From + new SimDuration((long)((target.To - target.From).Nanoseconds * (step / (double)steps)));
            points[step] = Wgs84.ToGeodetic(target.Target.StateAt(time).Position);
        }

        return points;
    }

    private static MapExtent Whole(RunHistory history, MapProjection projection)
    {
        var extent = new MapExtent();
        foreach (var target in history.Targets)
        {
            foreach (var point in Trail(target)) extent.Include(projection.Project(point));
        }

        foreach (var asset in history.Result.Plan.Scenario.Assets) extent.Include(projection.Project(asset.Position), asset.RadiusM);
        foreach (var battery in history.Batteries) extent.Include(projection.Project(battery.Planned.Battery.Position), 1.05 * Reach(battery.Planned));
        foreach (var node in history.Result.Plan.Nodes) extent.Include(projection.Project(node.Site.Frame.Antenna));
        return extent;
    }

    private static MapExtent Close(RunHistory history, MapProjection projection)
    {
        const double LeastM = 15_000;
        var extent = new MapExtent();
        foreach (var asset in history.Result.Plan.Scenario.Assets) extent.Include(projection.Project(asset.Position), Math.Max(LeastM, 1.5 * asset.RadiusM));
        foreach (var battery in history.Batteries) extent.Include(projection.Project(battery.Planned.Battery.Position), LeastM);
        foreach (var target in history.Targets)
        {
            if (target.Fate == TargetFate.Leaked) extent.Include(projection.Project(Wgs84.ToGeodetic(target.Target.StateAt(target.To).Position)), 2000);
        }

        return extent;
    }

    private static void Ends(MapFrame map, (TargetHistory Target, GeodeticPoint[] Points)[] trails)
    {
        foreach (var (target, points) in trails)
        {
            var (mark, style) = target.Fate switch
            {
                TargetFate.Killed => (LegendMark.Cross, SvgStyle.Line(Palette.Killed, 1.8)),
                TargetFate.BystanderKilled => (LegendMark.Cross, SvgStyle.Line(Palette.Limit, 2.4)),
                TargetFate.Leaked => (LegendMark.Triangle, new SvgStyle { Fill = Palette.Leaked, Stroke = Palette.Paper, Width = 0.7 }),
                _ => (LegendMark.Line, default),
            };
            var at = map.Place(points[^1]);
            if (mark != LegendMark.Line && map.Box.Contains(at)) Marks.Draw(map.Canvas, mark, at, 4, style, $"{target.Target.Id}: {FateWords(target.Fate)} at {target.To}");
        }
    }

    // Of targets; the motor cases of rounds are counted in the summary only.
    private static void Debris(MapFrame map, RunHistory history)
    {
        foreach (ref readonly var row in history.Result.Recorder.Events<DebrisFell>())
        {
            var fell = row.Happened;
            if (fell.Target < 0) continue;
            var at = map.Place(new GeodeticPoint(fell.LatitudeRad, fell.LongitudeRad, 0));
            if (map.Box.Contains(at)) Marks.Draw(map.Canvas, LegendMark.Dot, at, 1.6, DebrisMark, $"{history.Result.Plan.Targets[fell.Target].Id}: {DebrisWords.Group(fell.Piece)}");
        }
    }

    private static void Sites(MapFrame map, RunHistory history)
    {
        ScaleBar.Reserve(map);
        var plan = history.Result.Plan;
        foreach (var asset in plan.Scenario.Assets) map.Line(MapFrame.Circle(asset.Position, asset.RadiusM), SvgStyle.Line(Palette.Asset, 1.2));
        var sites = new List<(GeodeticPoint Position, string Name, LegendMark Mark, SvgStyle Style, TextStyle Text)>();
        sites.AddRange(plan.Batteries.Select(static battery => (battery.Battery.Position, battery.Battery.Name, LegendMark.Square, BatteryMark, BatteryText)));
        sites.AddRange(plan.Scenario.Surveillance.Select(static site => (site.Position, site.Name, LegendMark.Ring, SiteMark, BatteryText)));
        sites.AddRange(plan.Scenario.Assets.Select(static asset => (asset.Position, asset.Name, LegendMark.Diamond, AssetMark, AssetText)));
        sites.RemoveAll(site => !map.Box.Contains(map.Place(site.Position)));
        foreach (var site in sites)
        {
            var at = map.Place(site.Position);
            map.Labels.Reserve(new PlotBox(at.X - 6, at.Y - 6, 12, 12));
        }

        // Names of batteries get the best places, but their marks are drawn last, on top.
        foreach (var site in sites) map.Labels.TryDrawBeside(map.Canvas, site.Name, site.Text, map.Place(site.Position), 9);
        foreach (var site in Enumerable.Reverse(sites)) Marks.Draw(map.Canvas, site.Mark, map.Place(site.Position), 5, site.Style, site.Name);
        foreach (var battery in plan.Batteries)
        {
            foreach (var unit in battery.Units)
            {
                var at = map.Place(unit.PlacedEngagement.Site.Frame.Antenna);
                if (battery.Units.Length > 1 && map.Box.Contains(at)) Marks.Draw(map.Canvas, LegendMark.Square, at, 2.5, BatteryMark, unit.Name);
            }

            foreach (var line in Apart(battery.Units.SelectMany(static unit => unit.Lines), static line => (line.Load.Id, line.LauncherPosition, line.Round.MaximumRangeM)))
                map.Ring(Wgs84.ToGeodetic(line.LauncherPosition), line.Round.MaximumRangeM, $"{line.Round.Name}: published range {line.Round.MaximumRangeM / 1000:0.#} km (range ring, not coverage)", RoundRing, RingText);
            foreach (var radar in Apart(battery.Battery.Radars, radar => (radar.Radar.Name, Wgs84.ToEcef(radar.Position ?? battery.Battery.Position), radar.Radar.InstrumentedRangeM)))
                map.Ring(radar.Position ?? battery.Battery.Position, radar.Radar.InstrumentedRangeM, $"{radar.Radar.Name}: instrumented {radar.Radar.InstrumentedRangeM / 1000:0.#} km (range ring, not coverage)", RadarRing, RingText);
        }
    }

    // Rings of one kind whose middles lie within a tenth of their radius are one ring: several would say no more, and hide the rest of the map.
    private static List<T> Apart<T>(IEnumerable<T> things, Func<T, (string Kind, EcefVector At, double RadiusM)> ring)
    {
        var drawn = new List<(string Kind, EcefVector At)>();
        var apart = new List<T>();
        foreach (var thing in things)
        {
            var (kind, at, radiusM) = ring(thing);
            if (drawn.Exists(other => other.Kind == kind && other.At.DistanceTo(at) < 0.1 * radiusM)) continue;
            drawn.Add((kind, at));
            apart.Add(thing);
        }

        return apart;
    }

    private static List<LegendEntry> Entries(RunHistory history, MapView view)
    {
        var entries = new List<LegendEntry>();
        AddCount(history, entries, TargetFate.Killed, "killed", LegendMark.Cross, SvgStyle.Line(Palette.Killed, 1.8));
        AddCount(history, entries, TargetFate.Leaked, "leaked", LegendMark.Triangle, SvgStyle.Area(Palette.Leaked));
        AddCount(history, entries, TargetFate.Other, "attackers that did neither", LegendMark.Line, TrailStyle(TargetFate.Other));
        AddCount(history, entries, TargetFate.Bystander, "neutral or friendly", LegendMark.Line, TrailStyle(TargetFate.Bystander));
        AddCount(history, entries, TargetFate.BystanderKilled, "wrongly killed", LegendMark.Cross, SvgStyle.Line(Palette.Limit, 2.4));
        if (history.Missiles.Count > 0) entries.Add(new LegendEntry($"missile paths ({history.Missiles.Count})", LegendMark.Line, MissileStyle));
        if (history.Result.Summary.Debris is var debris && debris.OfAttackers + debris.OfProtected > 0)
            entries.Add(new LegendEntry($"debris of targets ({debris.OfAttackers + debris.OfProtected})", LegendMark.Dot, DebrisMark));
        if (history.Batteries.Length > 0) entries.Add(new LegendEntry("battery", LegendMark.Square, BatteryMark));
        if (Array.Exists(history.Batteries, battery => view.Shows(battery.Planned.Battery.Position, Reach(battery.Planned))))
            entries.Add(new LegendEntry("range ring of the round (not coverage)", LegendMark.Line, RoundRing));
        if (Array.Exists(history.Batteries, battery => battery.Planned.Battery.Radars.Count > 0 && view.Shows(battery.Planned.Battery.Position, battery.Planned.Battery.Radars.Max(static radar => radar.Radar.InstrumentedRangeM))))
            entries.Add(new LegendEntry("range ring of the radar (not coverage)", LegendMark.Line, RadarRing));
        if (history.Result.Plan.Scenario.Surveillance.Count > 0) entries.Add(new LegendEntry("surveillance site", LegendMark.Ring, SiteMark));
        if (history.Result.Plan.Scenario.Assets.Count > 0)
            entries.Add(new LegendEntry("defended asset", LegendMark.Diamond, AssetMark));
        return entries;
    }

    private static void AddCount(RunHistory history, List<LegendEntry> entries, TargetFate fate, string label, LegendMark mark, SvgStyle style)
    {
        var count = history.Count(fate);
        if (count > 0) entries.Add(new LegendEntry($"{label} ({count})", mark, style));
    }
}
