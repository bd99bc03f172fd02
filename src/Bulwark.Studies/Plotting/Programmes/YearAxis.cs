using Bulwark.Simulation.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>An axis of calendar years below a plot, and what marks spans of time on it.</summary>
internal static class YearAxis
{
    public static AxisScale Scale(Programme programme, PlotBox box) => new(0, programme.Duration.TotalS, box.Left, box.Right);

    /// <summary>Grid lines at the first of January, with the year below when wanted.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="box">The plot.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="x">The scale.</param>
    /// <param name="labels">Whether the year stands below.</param>
    /// <param name="every">Years between lines.</param>
    public static void Draw(SvgCanvas canvas, PlotBox box, Programme programme, AxisScale x, bool labels, int every = 1)
    {
        var years = new List<(double AtS, int Year)>();
        for (var year = programme.StartUtc.Year; year <= programme.EndUtc.Year; year += every)
        {
            var at = programme.At(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalS;
            if (at >= 0 && at <= programme.Duration.TotalS) years.Add((at, year));
        }

        Axes.Horizontal(canvas, box, x, [.. years.Select(static year => year.AtS)], labels ? at => $"{years.First(year => year.AtS == at).Year}" : null, null);
    }

    /// <summary>What a legend says of the shading, when there is an embargo.</summary>
    public static LegendEntry[] EmbargoEntry(Programme programme) =>
        programme.Events.Any(static one => one.Kind == SupplyEventKind.Embargo) ? [new("embargo", LegendMark.Area, SvgStyle.Area(Palette.Limit, 0.15))] : [];

    /// <summary>Shades the embargoes that happen.</summary>
    public static void Embargoes(SvgCanvas canvas, PlotBox box, Programme programme, AxisScale x, IReadOnlyList<string> without)
    {
        foreach (var embargo in programme.Events.Where(one => one.Kind == SupplyEventKind.Embargo && !without.Contains(one.Id, StringComparer.Ordinal)))
        {
            var from = x.Place(Math.Clamp(programme.At(embargo.FromUtc).TotalS, 0, programme.Duration.TotalS));
            var to = x.Place(Math.Clamp(programme.At(embargo.ToUtc ?? programme.EndUtc).TotalS, 0, programme.Duration.TotalS));
            canvas.Rectangle(new PlotBox(from, box.Top, to - from, box.Height), SvgStyle.Area(Palette.Limit, 0.09), embargo.Name);
        }
    }
}
