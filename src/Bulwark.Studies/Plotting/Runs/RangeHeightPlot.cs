using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>
/// Where, seen from a battery, targets were first detected, first tracked, fired at and hit, against the radar horizon over the 4/3
/// Earth and the limits of the round. Height is spread by its square root, so that low flyers are not squeezed onto the axis.
/// </summary>
internal static class RangeHeightPlot
{
    private const double Width = 900;
    private const double Left = 66;
    private const double Right = 20;
    private const double Top = 14;
    private const double PlotHeight = 430;

    private static readonly double[] HeightTicksKm = [0, 0.1, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200];

    private static readonly SvgStyle Envelope = new() { Fill = Palette.Guiding, Opacity = 0.1 };
    private static readonly SvgStyle EnvelopeEdge = SvgStyle.Line(Palette.Guiding, 1.2, "6 3");
    private static readonly SvgStyle Horizon = SvgStyle.Line(Palette.Limit, 1.8);
    private static readonly SvgStyle FirstPlot = SvgStyle.Line(Palette.Neutral, 1.2) with { Fill = Palette.Paper };
    private static readonly SvgStyle FirstTrack = SvgStyle.Area(Palette.Series, 0.9);
    private static readonly SvgStyle Launch = SvgStyle.Area(Palette.Firing, 0.9);
    private static readonly SvgStyle Hit = SvgStyle.Line(Palette.Killed, 2);
    private static readonly SvgStyle Miss = SvgStyle.Line(Palette.Leaked, 1.4) with { Fill = Palette.Paper };

    public static string Draw(RunHistory history, int battery)
    {
        var one = history.Batteries[battery];
        var planned = one.Planned;
        var plan = history.Result.Plan;
        var antennaM = plan.Pictures[planned.Index].Nodes.Select(node => plan.Nodes[node].Site)
            .Concat(planned.Units.Select(static unit => unit.PlacedEngagement.Site)).Max(static site => site.Frame.Antenna.HeightM);
        var rounds = planned.Rounds;
        var (farM, highM) = Reach(one);
        LegendEntry[] entries =
        [
            new($"first plot ({one.FirstPlots.Count})", LegendMark.Ring, FirstPlot),
            new($"first track ({one.FirstTracks.Count})", LegendMark.Dot, FirstTrack),
            new($"target at launch ({one.Launches.Count})", LegendMark.Triangle, Launch),
            new($"kill ({one.Hits.Count})", LegendMark.Cross, Hit),
            new($"miss ({one.Misses.Count})", LegendMark.Diamond, Miss),
            new($"radar horizon, 4/3 Earth, antenna at {antennaM:0} m", LegendMark.Line, Horizon),
            new($"published limits of {string.Join(", ", rounds.Select(static load => load.Round.Name))} (not a guarantee)", LegendMark.Area, EnvelopeEdge with { Fill = "#ece9f4" }),
        ];
        var inside = Width - Left - Right;
        var box = new PlotBox(Left, Top, inside, PlotHeight);
        var canvas = new SvgCanvas($"rangeheight{battery + 1}", $"Range and height seen from {planned.Battery.Name}", Width, box.Bottom + 46 + Legend.Height(inside, entries) + 6);
        var x = new AxisScale(0, farM / 1000, box.Left, box.Right);
        var y = new AxisScale(0, highM / 1000, box.Bottom, box.Top, squareRoot: true);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.Linear(0, farM / 1000, 10), static tick => tick.ToString("0.##"), $"distance along the ground from {planned.Battery.Name} (km)");
        Axes.Vertical(canvas, box, y, [.. HeightTicksKm.Where(tick => tick * 1000 <= highM)], static tick => tick.ToString("0.##"), "height (km, square-root scale)");
        canvas.BeginClip(box);
        foreach (var load in rounds) DrawEnvelope(canvas, x, y, load.Round);
        DrawHorizon(canvas, box, x, y, antennaM, farM);
        Points(canvas, x, y, one.FirstPlots, LegendMark.Ring, 3.2, FirstPlot, "first plot");
        Points(canvas, x, y, one.FirstTracks, LegendMark.Dot, 2.6, FirstTrack, "first track");
        Points(canvas, x, y, one.Launches, LegendMark.Triangle, 3.4, Launch, "at launch");
        Points(canvas, x, y, one.Misses, LegendMark.Diamond, 3.6, Miss, "miss");
        Points(canvas, x, y, one.Hits, LegendMark.Cross, 3.6, Hit, "kill");
        canvas.EndGroup();
        Axes.Frame(canvas, box);
        Legend.Draw(canvas, new PlotPoint(Left, box.Bottom + 46), inside, entries);
        return canvas.ToSvg();
    }

    private static (double FarM, double HighM) Reach(BatteryHistory battery)
    {
        var rounds = battery.Planned.Rounds;
        var farM = 1.1 * rounds.Select(static load => load.Round.MaximumRangeM).DefaultIfEmpty(0).Max();
        var highM = 1.08 * rounds.Select(static load => load.Round.MaximumHeightM).DefaultIfEmpty(0).Max();
        foreach (var place in battery.FirstPlots.Concat(battery.FirstTracks).Concat(battery.Launches).Concat(battery.Hits).Concat(battery.Misses))
        {
            farM = Math.Max(farM, place.RangeM * 1.04);
            highM = Math.Max(highM, place.HeightM * 1.08);
        }

        return (Math.Max(1000, farM), Math.Max(1000, highM));
    }

    // The limits are slant ranges; the plot is of ranges along the ground.
    private static void DrawEnvelope(SvgCanvas canvas, AxisScale x, AxisScale y, InterceptorParameters round)
    {
        const int Steps = 120;
        var (far, near) = (new List<PlotPoint>(), new List<PlotPoint>());
        for (var step = 0; step <= Steps; step++)
        {
            // More steps near the ground, where the limit changes most and the scale is widest.
            var share = step / (double)Steps;
            var heightM = round.MinimumHeightM + ((round.MaximumHeightM - round.MinimumHeightM) * share * share);
            far.Add(At(round.LargestRangeM(heightM), heightM));
            near.Add(At(round.MinimumRangeM, heightM));
        }

        near.Reverse();
        PlotPoint[] edge = [.. far, .. near];
        canvas.Polygon(edge, Envelope);
        canvas.Polygon(edge, EnvelopeEdge);

        PlotPoint At(double slantM, double heightM) =>
            new(x.Place(Math.Sqrt(Math.Max(0, (slantM * slantM) - (heightM * heightM))) / 1000), y.Place(heightM / 1000));
    }

    private static void DrawHorizon(SvgCanvas canvas, PlotBox box, AxisScale x, AxisScale y, double antennaM, double farM)
    {
        const int Steps = 200;
        var earth = EffectiveEarth.Standard;
        var curve = new PlotPoint[Steps + 1];
        var ownArcM = earth.RadiusM * Math.Acos(earth.RadiusM / (earth.RadiusM + Math.Max(0, antennaM)));
        for (var step = 0; step <= Steps; step++)
        {
            // Beyond its own horizon point the grazing ray climbs; the arc along the surface is that of the enlarged Earth.
            var arcM = ownArcM + ((farM - ownArcM) * step / Steps);
            var heightM = earth.RadiusM * ((1 / Math.Cos((arcM - ownArcM) / earth.RadiusM)) - 1);
            curve[step] = new PlotPoint(x.Place(arcM / 1000), y.Place(heightM / 1000));
        }

        if (farM <= ownArcM) return;
        foreach (var part in PolylineTools.Clip(curve, box)) canvas.Polyline(part, Horizon);
    }

    private static void Points(SvgCanvas canvas, AxisScale x, AxisScale y, List<RangeHeight> places, LegendMark mark, double radius, SvgStyle style, string word)
    {
        foreach (var place in places)
            Marks.Draw(canvas, mark, new PlotPoint(x.Place(place.RangeM / 1000), y.Place(Math.Max(0, place.HeightM) / 1000)), radius, style, $"{word}: {place.Tip}");
    }
}
