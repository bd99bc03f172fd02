using Bulwark.Simulation.Programmes;
using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>What arrives when: contracts, deliveries, when units were there and manned, what happened to the supply, and production at home.</summary>
internal static class DeliveryGantt
{
    private const double Width = 900;
    private const double Left = 290;
    private const double Right = 20;
    private const double Row = 22;

    private static readonly TextStyle NameText = new() { Size = 12, Anchor = TextAnchor.End };

    public static string Draw(ProgrammeStudyResult result)
    {
        var programme = result.Plan.Programme;
        var outcome = result.Cases[^1];
        LegendEntry[] legend =
        [
            new("signed", LegendMark.Diamond, SvgStyle.Area(Palette.Ink)), new("planned", LegendMark.Ring, SvgStyle.Line(Palette.Muted, 1.5)), new("delivery", LegendMark.Area, SvgStyle.Area(Palette.Series)),
            new("set up and manned (median, 9 of 10)", LegendMark.Dot, SvgStyle.Area(Palette.Killed)), new("measure", LegendMark.Area, SvgStyle.Area(Palette.Limit, 0.5)), new("qualifying", LegendMark.Area, SvgStyle.Area(Palette.Missile, 0.6)),
        ];
        if (programme.Contracts.Any(static contract => contract.Deliveries.Any(static delivery => delivery.DelayS.IsUncertain)))
            legend = [.. legend[..3], new("arrives (median, 9 of 10)", LegendMark.Dot, SvgStyle.Area(Palette.Series)), .. legend[3..]];
        var rows = Rows(result, outcome);
        var top = Legend.Height(Width - 40, legend) + 12;
        var box = new PlotBox(Left, top, Width - Left - Right, rows.Count * Row);
        var canvas = new SvgCanvas("gantt", "Deliveries, measures and production at home", Width, box.Bottom + 28);
        Legend.Draw(canvas, new PlotPoint(20, 4), Width - 40, legend);
        var x = YearAxis.Scale(programme, box);
        Axes.Background(canvas, box);
        YearAxis.Draw(canvas, box, programme, x, labels: true);
        canvas.BeginClip(box);
        for (var row = 0; row < rows.Count; row++) rows[row].Draw(new RowPlace(canvas, programme, x, box.Top + ((row + 0.5) * Row)));
        canvas.EndGroup();
        for (var row = 0; row < rows.Count; row++) canvas.Text(new PlotPoint(Left - 8, box.Top + ((row + 0.5) * Row) + 4), rows[row].Name, NameText);
        Axes.Frame(canvas, box);
        return canvas.ToSvg();
    }

    private static List<(string Name, Action<RowPlace> Draw)> Rows(ProgrammeStudyResult result, CaseOutcome outcome)
    {
        var programme = result.Plan.Programme;
        var rows = new List<(string, Action<RowPlace>)>();
        var delivery = 0;
        foreach (var contract in programme.Contracts)
        {
            rows.Add(($"contract: {contract.Name}", place => place.Mark(contract.SignedUtc, LegendMark.Diamond, SvgStyle.Area(Palette.Ink), 5)));
            foreach (var entry in contract.Deliveries)
            {
                var (arrived, unit) = (outcome.ArrivedS[delivery++], programme.Units.Select(static (one, at) => (one.Id, at)).First(pair => pair.Id == entry.Unit).at);
                rows.Add((entry.Name, place =>
                {
                    place.Bar(entry.FirstUtc, entry.LastUtc, SvgStyle.Area(Palette.Series));
                    if (entry.PlannedUtc is { } planned) place.Mark(planned, LegendMark.Ring, SvgStyle.Line(Palette.Muted, 1.5), 5);
                    if (entry.Rounds > 0) return;
                    if (entry.DelayS.IsUncertain) place.Whisker(arrived, Palette.Series);
                    place.Whisker(outcome.ActiveS[unit], Palette.Killed);
                }
                ));
            }
        }

        foreach (var happens in programme.Events)
        {
            var isTransfer = happens.Kind == SupplyEventKind.Transfer;
            rows.Add((happens.Name, place => place.Bar(
                happens.FromUtc,
                isTransfer ? happens.FromUtc.AddSeconds(happens.QualificationS.HighSi) : happens.ToUtc ?? programme.EndUtc,
                isTransfer ? SvgStyle.Area(Palette.Missile, 0.6) : SvgStyle.Area(Palette.Limit, 0.5))));
        }

        var home = programme.Components.SelectMany(static component => component.Sources.Where(static source => source.IsHome && source.FromUtc is not null)).GroupBy(static source => source.Supplier, StringComparer.Ordinal);
        foreach (var group in home)
        {
            var (from, to) = (group.Min(static source => source.FromUtc!.Value), group.Max(static source => source.FromUtc!.Value.AddSeconds(source.QualificationS.HighSi)));
            var typical = group.Max(static source => source.FromUtc!.Value.AddSeconds(source.QualificationS.TypicalSi));
            rows.Add((programme.Suppliers.First(one => one.Id == group.Key).Name, place =>
            {
                place.Bar(from, to, SvgStyle.Area(Palette.Missile, 0.3));
                place.Bar(from, typical, SvgStyle.Area(Palette.Missile, 0.6));
            }
            ));
        }

        return rows;
    }

    private readonly record struct RowPlace(SvgCanvas Canvas, Programme Programme, AxisScale X, double Y)
    {
        public void Bar(DateTimeOffset from, DateTimeOffset to, SvgStyle style)
        {
            var (left, right) = (Pixel(Programme.At(from).TotalS), Pixel(Programme.At(to).TotalS));
            Canvas.Rectangle(new PlotBox(left, Y - 6, Math.Max(2.5, right - left), 12), style, $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd}");
        }

        public void Mark(DateTimeOffset at, LegendMark mark, SvgStyle style, double radius) => Marks.Draw(Canvas, mark, new PlotPoint(Math.Max(X.PixelFrom + 5, Pixel(Programme.At(at).TotalS)), Y), radius, style, $"{at:yyyy-MM-dd}");

        public void Whisker(double[] points, string colour)
        {
            if (double.IsNaN(points[1])) return;
            Canvas.Line(new PlotPoint(Pixel(points[0]), Y), new PlotPoint(Pixel(points[2]), Y), SvgStyle.Line(colour, 1.6));
            Marks.Draw(Canvas, LegendMark.Dot, new PlotPoint(Pixel(points[1]), Y), 4, SvgStyle.Area(colour));
        }

        private double Pixel(double seconds) => X.Place(Math.Clamp(seconds, X.From - (0.02 * X.To), X.To));
    }
}
