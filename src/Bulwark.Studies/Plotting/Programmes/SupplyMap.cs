using Bulwark.Core.Earth;
using Bulwark.Simulation.Programmes;
using Bulwark.Studies.Plotting.Maps;
using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>Where parts come from: suppliers, sites, and lines as wide as the readiness lost for want of what they carry.</summary>
internal static class SupplyMap
{
    private const double Width = 900;
    private const double Left = 46;
    private const double Right = 14;
    private const double FarM = 6.0e6;

    private static readonly TextStyle NameText = new() { Size = 11, Halo = true };

    /// <summary>Draws the map; null when nothing has a place.</summary>
    /// <param name="result">The study.</param>
    /// <param name="outcome">The case whose losses the lines show.</param>
    public static string? Draw(ProgrammeStudyResult result, CaseOutcome outcome)
    {
        var programme = result.Plan.Programme;
        var sites = programme.Sites.Where(static site => site.Position is not null).ToList();
        if (sites.Count == 0 || programme.Suppliers.All(static supplier => supplier.Position is null)) return null;
        var hub = sites.FirstOrDefault(static site => site.Kind == SiteKind.Depot) ?? sites[0];
        var suppliers = programme.Suppliers.Where(static supplier => supplier.Position is not null).ToList();
        var projection = new MapProjection(Middle([hub.Position!.Value, .. suppliers.Select(static supplier => supplier.Position!.Value).Where(place => IsNear(place, hub.Position!.Value))]));
        var extent = new MapExtent();
        foreach (var site in sites) extent.Include(projection.Project(site.Position!.Value), 150_000);
        var far = new List<Supplier>();
        foreach (var supplier in suppliers)
        {
            if (IsNear(supplier.Position!.Value, hub.Position!.Value)) extent.Include(projection.Project(supplier.Position!.Value), 150_000);
            else far.Add(supplier);
        }

        var inside = Width - Left - Right;
        var (metresPerPixel, height) = extent.Fit(inside, 380, 640);
        LegendEntry[] legend =
        [
            new("supplier", LegendMark.Dot, SvgStyle.Area(Palette.Series)), new("supplier under embargo", LegendMark.Dot, SvgStyle.Area(Palette.Limit)), new("supplier at home", LegendMark.Dot, SvgStyle.Area(Palette.Killed)),
            new("base or depot", LegendMark.Square, SvgStyle.Area(Palette.Ink)), new("wider: more readiness lost for want of its parts", LegendMark.Line, SvgStyle.Line(Palette.Leaked, 2.5)),
        ];
        var canvas = new SvgCanvas("supply", "Where parts come from", Width, height + 64 + Legend.Height(inside, legend));
        var map = new MapFrame(canvas, new PlotBox(Left, 10, inside, height), projection, extent.Centre, metresPerPixel);
        map.Background();
        canvas.BeginClip(map.Box);
        CoastLayer.Draw(map);
        canvas.EndGroup();
        Graticule.Draw(map);
        ScaleBar.Reserve(map);
        var most = Math.Max(1e-9, outcome.BySupplier.Select(static cause => cause.TotalShare).DefaultIfEmpty(0).Max());
        canvas.BeginClip(map.Box);
        foreach (var supplier in suppliers.Except(far))
        {
            var lost = outcome.BySupplier.FirstOrDefault(cause => cause.Name == supplier.Name)?.TotalShare ?? 0;
            map.Trail([supplier.Position!.Value, hub.Position!.Value], SvgStyle.Line(lost > 0 ? Palette.Leaked : Palette.Muted, 0.8 + (6 * lost / most), lost > 0 ? null : "3 3", 0.75), $"{supplier.Name}: {100 * lost:0.0#} % of unit time lost");
        }

        canvas.EndGroup();
        foreach (var site in sites) Site(map, site);
        foreach (var supplier in suppliers.Except(far)) Mark(map, supplier, programme);

        // Every mark has its place before the first name looks for one.
        foreach (var site in sites) map.Labels.TryDrawBeside(map.Canvas, site.Name, NameText with { Bold = true }, map.Place(site.Position!.Value), 9);
        foreach (var supplier in suppliers.Except(far)) map.Labels.TryDrawBeside(map.Canvas, supplier.Name, NameText, map.Place(supplier.Position!.Value), 8);
        ScaleBar.Draw(map);
        map.Border();
        var bottom = 10 + height + 24;
        if (far.Count > 0) canvas.Text(new PlotPoint(Left, bottom + 12), "Off the map: " + string.Join(", ", far.Select(static supplier => $"{supplier.Name} ({supplier.Country})")), new TextStyle { Size = 12, Colour = Palette.Muted });
        Legend.Draw(canvas, new PlotPoint(Left, bottom + 20), inside, legend);
        return canvas.ToSvg();
    }

    private static bool IsNear(GeodeticPoint place, GeodeticPoint hub) => (Wgs84.ToEcef(place) - Wgs84.ToEcef(hub)).Length < FarM;

    private static GeodeticPoint Middle(IReadOnlyList<GeodeticPoint> places) =>
        new((places.Min(static place => place.LatitudeRad) + places.Max(static place => place.LatitudeRad)) / 2, (places.Min(static place => place.LongitudeRad) + places.Max(static place => place.LongitudeRad)) / 2, 0);

    private static void Site(MapFrame map, SupportSite site)
    {
        var at = map.Place(site.Position!.Value);
        Marks.Draw(map.Canvas, LegendMark.Square, at, 4.5, SvgStyle.Area(Palette.Ink), site.Name);
        map.Labels.Reserve(new PlotBox(at.X - 6, at.Y - 6, 12, 12));
    }

    private static void Mark(MapFrame map, Supplier supplier, Programme programme)
    {
        var at = map.Place(supplier.Position!.Value);
        var isBarred = programme.Events.Any(one => one.Kind == SupplyEventKind.Embargo && one.Country == supplier.Country);
        var colour = supplier.Country == programme.Home ? Palette.Killed : isBarred ? Palette.Limit : Palette.Series;
        Marks.Draw(map.Canvas, LegendMark.Dot, at, 4.5, SvgStyle.Area(colour), $"{supplier.Name}, {supplier.Country}");
        map.Labels.Reserve(new PlotBox(at.X - 5, at.Y - 5, 10, 10));
    }
}
