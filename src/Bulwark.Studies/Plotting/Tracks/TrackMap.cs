using Bulwark.Core.Earth;
using Bulwark.Studies.Plotting.Maps;

namespace Bulwark.Studies.Plotting.Tracks;

/// <summary>The map of recorded traffic: every track, coloured by how long it was held, the radars with range rings, and a box of figures.</summary>
internal static class TrackMap
{
    private const double Width = 900;
    private const double Left = 46;
    private const double Right = 14;
    private const double Top = 36;
    private const double BelowMap = 24;

    private static readonly double[] StepLimitsS = [60, 180, 480, 900, double.PositiveInfinity];
    private static readonly string[] StepNames = ["under 1 min", "1 to 3 min", "3 to 8 min", "8 to 15 min", "15 min and longer"];
    private static readonly TextStyle RadarText = new() { Size = 12, Bold = true, Halo = true };
    private static readonly TextStyle RingText = new() { Size = 10, Colour = Palette.Muted };

    public static string Draw(TrackPicture picture)
    {
        var centre = picture.Radars.Count > 0 ? picture.Radars[0].Position : picture.Trails.SelectMany(static trail => trail.Points).Select(Place).FirstOrDefault();
        var projection = new MapProjection(centre);
        var extent = Extent(picture, projection);
        var inside = Width - Left - Right;
        var (metresPerPixel, height) = extent.Fit(inside, 460, 860);
        var entries = Entries(picture);
        var legend = Legend.Height(inside, entries);
        var figures = StatisticsBox.Height(inside, picture.Statistics);
        var canvas = new SvgCanvas("tracks", $"Tracks: {picture.Title}", Width, Top + height + BelowMap + legend + 8 + figures + 8);
        canvas.Text(new PlotPoint(Left, 22), picture.Title, new TextStyle { Size = 15, Bold = true });
        var map = new MapFrame(canvas, new PlotBox(Left, Top, inside, height), projection, extent.Centre, metresPerPixel);

        map.Background();
        canvas.BeginClip(map.Box);
        CoastLayer.Draw(map);
        canvas.EndGroup();
        Graticule.Draw(map);
        canvas.BeginGroup();
        foreach (var trail in picture.Trails.OrderBy(static trail => trail.DurationS).ThenBy(static trail => trail.Id)) Trail(map, trail);
        canvas.EndGroup();
        ScaleBar.Reserve(map);
        foreach (var (name, position) in picture.Radars) Radar(map, name, position);
        foreach (var (_, position) in picture.Radars) Rings(map, position, extent);
        ScaleBar.Draw(map);
        map.Border();
        Legend.Draw(canvas, new PlotPoint(Left, Top + height + BelowMap), inside, entries);
        StatisticsBox.Draw(canvas, new PlotPoint(Left, Top + height + BelowMap + legend + 8), inside, picture.Statistics);
        return canvas.ToSvg();
    }

    private static GeodeticPoint Place(TrackPoint point) => new(point.LatitudeRad, point.LongitudeRad, 0);

    private static MapExtent Extent(TrackPicture picture, MapProjection projection)
    {
        var extent = new MapExtent();
        foreach (var (_, position) in picture.Radars) extent.Include(projection.Project(position), 10_000);
        foreach (var trail in picture.Trails)
        {
            foreach (var point in trail.Points)
            {
                var place = projection.Project(Place(point));
                if (double.Hypot(place.EastM, place.NorthM) <= picture.LargestRangeM) extent.Include(place);
            }
        }

        return extent;
    }

    private static void Trail(MapFrame map, TrackTrail trail)
    {
        if (trail.Points.Count == 0) return;
        var places = new GeodeticPoint[trail.Points.Count];
        for (var index = 0; index < places.Length; index++) places[index] = Place(trail.Points[index]);
        var code = trail.Code >= 0 ? $"Mode A {Convert.ToString(trail.Code, 8).PadLeft(4, '0')}" : "no replies";
        var tip = $"track {trail.Id}, {code}, {trail.DurationS / 60:0.0} min, {trail.Points.Count} plots";
        map.Trail(places, Style(trail), tip);
    }

    private static SvgStyle Style(TrackTrail trail) =>
        SvgStyle.Line(Palette.Steps[Array.FindIndex(StepLimitsS, limit => trail.DurationS < limit)], trail.Code < 0 ? 0.9 : 1.3, trail.Code < 0 ? "3 2" : null);

    private static void Radar(MapFrame map, string name, GeodeticPoint position)
    {
        var at = map.Place(position);
        if (!map.Box.Contains(at)) return;
        Marks.Draw(map.Canvas, LegendMark.Ring, at, 5.5, new SvgStyle { Fill = Palette.Paper, Stroke = Palette.Ink, Width = 1.8 }, name);
        Marks.Draw(map.Canvas, LegendMark.Dot, at, 2, SvgStyle.Area(Palette.Ink));
        map.Labels.Reserve(new PlotBox(at.X - 7, at.Y - 7, 14, 14));
        map.Labels.TryDrawBeside(map.Canvas, name, RadarText, at, 10);
    }

    private static void Rings(MapFrame map, GeodeticPoint position, MapExtent extent)
    {
        var reachM = Math.Max(extent.WidthM, extent.HeightM);
        var stepM = NiceTicks.Step(reachM / 12);
        for (var radiusM = stepM; radiusM <= reachM; radiusM += stepM)
            map.Ring(position, radiusM, $"{radiusM / 1000:0.#} km", SvgStyle.Line(Palette.Muted, 0.8, "4 4", 0.7), RingText);
    }

    private static List<LegendEntry> Entries(TrackPicture picture)
    {
        var entries = new List<LegendEntry>();
        for (var step = 0; step < StepNames.Length; step++)
        {
            var count = picture.Trails.Count(trail => Array.FindIndex(StepLimitsS, limit => trail.DurationS < limit) == step);
            if (count > 0) entries.Add(new LegendEntry($"{StepNames[step]} ({count})", LegendMark.Line, SvgStyle.Line(Palette.Steps[step], 2.4)));
        }

        var silent = picture.Trails.Count(static trail => trail.Code < 0);
        if (silent > 0) entries.Add(new LegendEntry($"thin dashes: without replies ({silent})", LegendMark.Line, SvgStyle.Line(Palette.Muted, 0.9, "3 2")));
        entries.Add(new LegendEntry("range ring, not coverage", LegendMark.Line, SvgStyle.Line(Palette.Muted, 0.8, "4 4")));
        return entries;
    }
}
