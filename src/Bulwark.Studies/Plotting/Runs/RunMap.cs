using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
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

    public static string Draw(RunHistory history)
    {
        var trails = history.Targets.Select(static target => (target, Points: Trail(target))).ToArray();
        var projection = new MapProjection(CentreOf(history));
        var extent = Extent(history, projection, trails.Select(static trail => trail.Points));
        var inside = Width - Left - Right;
        var (metresPerPixel, height) = extent.Fit(inside, 420, 820);
        var entries = Entries(history);
        var legend = Legend.Height(inside, entries);
        var canvas = new SvgCanvas("map", $"Map of the run: {history.Result.Summary.Title}", Width, Top + height + BelowMap + legend + 8);
        var map = new MapFrame(canvas, new PlotBox(Left, Top, inside, height), projection, extent.Centre, metresPerPixel);

        map.Background();
        canvas.BeginClip(map.Box);
        CoastLayer.Draw(map);
        canvas.EndGroup();
        Graticule.Draw(map);
        canvas.BeginGroup();
        foreach (var fate in (ReadOnlySpan<TargetFate>)[TargetFate.Bystander, TargetFate.BystanderKilled, TargetFate.Other, TargetFate.Killed, TargetFate.Leaked])
        {
            foreach (var (target, points) in trails)
            {
                if (target.Fate == fate) map.Line(points, TrailStyle(fate), $"{target.Target.Id}: {FateWords(fate)}");
            }
        }

        foreach (var missile in history.Missiles) map.Line(missile.Path.ToArray(), MissileStyle);
        canvas.EndGroup();
        Ends(map, trails);
        Sites(map, history);
        ScaleBar.Draw(map);
        map.Border();
        Legend.Draw(canvas, new PlotPoint(Left, Top + height + BelowMap), inside, entries);
        return canvas.ToSvg();
    }

    private static SvgStyle MissileStyle => SvgStyle.Line(Palette.Missile, 0.8, opacity: 0.7);

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
        return plan.Scenario.Assets.Count > 0 ? plan.Scenario.Assets[0].Position : plan.Scenario.Groups.Select(static group => group.Route[0].Position).FirstOrDefault();
    }

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

    private static MapExtent Extent(RunHistory history, MapProjection projection, IEnumerable<GeodeticPoint[]> trails)
    {
        var extent = new MapExtent();
        foreach (var trail in trails)
        {
            foreach (var point in trail) extent.Include(projection.Project(point));
        }

        foreach (var asset in history.Result.Plan.Scenario.Assets) extent.Include(projection.Project(asset.Position), asset.RadiusM);
        foreach (var battery in history.Batteries) extent.Include(projection.Project(battery.Planned.Battery.Position), 1.05 * battery.Planned.Round.MaximumRangeM);
        foreach (var node in history.Result.Plan.Nodes) extent.Include(projection.Project(node.Site.Frame.Antenna));
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

    private static void Sites(MapFrame map, RunHistory history)
    {
        ScaleBar.Reserve(map);
        var plan = history.Result.Plan;
        foreach (var asset in plan.Scenario.Assets)
        {
            map.Line(MapFrame.Circle(asset.Position, asset.RadiusM), new SvgStyle { Fill = "none", Stroke = Palette.Asset, Width = 1.2 });
            Site(map, asset.Position, asset.Name, LegendMark.Diamond, new SvgStyle { Fill = "#e8c547", Stroke = Palette.Asset, Width = 1.2 }, AssetText);
        }

        foreach (var site in plan.Scenario.Surveillance)
            Site(map, site.Position, site.Name, LegendMark.Ring, new SvgStyle { Fill = Palette.Paper, Stroke = Palette.Battery, Width = 1.6 }, BatteryText);
        foreach (var battery in plan.Batteries)
            Site(map, battery.Battery.Position, battery.Battery.Name, LegendMark.Square, new SvgStyle { Fill = Palette.Battery, Stroke = Palette.Paper }, BatteryText);
        foreach (var battery in plan.Batteries)
        {
            map.Ring(battery.Battery.Position, battery.Round.MaximumRangeM, $"{battery.Round.Name}: published range {battery.Round.MaximumRangeM / 1000:0.#} km (range ring, not coverage)", SvgStyle.Line(Palette.Battery, 1.1, "7 4"), RingText);
            var radar = battery.Battery.Acquisition;
            map.Ring(battery.Battery.Position, radar.InstrumentedRangeM, $"{radar.Name}: instrumented {radar.InstrumentedRangeM / 1000:0.#} km (range ring, not coverage)", SvgStyle.Line(Palette.Muted, 1, "2 4"), RingText);
        }
    }

    private static void Site(MapFrame map, GeodeticPoint position, string name, LegendMark mark, SvgStyle style, TextStyle text)
    {
        var at = map.Place(position);
        if (!map.Box.Contains(at)) return;
        Marks.Draw(map.Canvas, mark, at, 5, style, name);
        map.Labels.Reserve(new PlotBox(at.X - 6, at.Y - 6, 12, 12));
        map.Labels.TryDrawBeside(map.Canvas, name, text, at, 9);
    }

    private static List<LegendEntry> Entries(RunHistory history)
    {
        var entries = new List<LegendEntry>();
        AddCount(history, entries, TargetFate.Killed, "killed", LegendMark.Cross, SvgStyle.Line(Palette.Killed, 1.8));
        AddCount(history, entries, TargetFate.Leaked, "leaked", LegendMark.Triangle, SvgStyle.Area(Palette.Leaked));
        AddCount(history, entries, TargetFate.Other, "attackers that did neither", LegendMark.Line, TrailStyle(TargetFate.Other));
        AddCount(history, entries, TargetFate.Bystander, "neutral or friendly", LegendMark.Line, TrailStyle(TargetFate.Bystander));
        AddCount(history, entries, TargetFate.BystanderKilled, "wrongly killed", LegendMark.Cross, SvgStyle.Line(Palette.Limit, 2.4));
        if (history.Missiles.Count > 0) entries.Add(new LegendEntry($"missile paths ({history.Missiles.Count})", LegendMark.Line, MissileStyle));
        if (history.Batteries.Length > 0)
        {
            entries.Add(new LegendEntry("battery", LegendMark.Square, SvgStyle.Area(Palette.Battery)));
            entries.Add(new LegendEntry("range ring of the round (not coverage)", LegendMark.Line, SvgStyle.Line(Palette.Battery, 1.1, "7 4")));
            entries.Add(new LegendEntry("range ring of the radar (not coverage)", LegendMark.Line, SvgStyle.Line(Palette.Muted, 1, "2 4")));
        }

        if (history.Result.Plan.Scenario.Assets.Count > 0)
            entries.Add(new LegendEntry("defended asset", LegendMark.Diamond, new SvgStyle { Fill = "#e8c547", Stroke = Palette.Asset, Width = 1.2 }));
        return entries;
    }

    private static void AddCount(RunHistory history, List<LegendEntry> entries, TargetFate fate, string label, LegendMark mark, SvgStyle style)
    {
        var count = history.Count(fate);
        if (count > 0) entries.Add(new LegendEntry($"{label} ({count})", mark, style));
    }
}
