using Bulwark.Simulation.Programmes;
using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>A published record beside the model that was fitted to its first part.</summary>
internal static class BacktestChart
{
    private const double Width = 900;
    private const double Left = 70;
    private const double Right = 24;
    private const double Height = 300;

    public static string Draw(Programme programme, BacktestResult result)
    {
        var backtest = programme.Backtest!;
        LegendEntry[] legend =
        [
            new("model", LegendMark.Line, SvgStyle.Line(Palette.Series, 2)), new("fitted to", LegendMark.Dot, SvgStyle.Area(Palette.Ink)), new("held against", LegendMark.Diamond, SvgStyle.Area(Palette.Leaked)),
            new("plan", LegendMark.Ring, SvgStyle.Line(Palette.Missile, 1.8)),
        ];
        if (backtest.Bottlenecks.Count > 0) legend = [.. legend, new LegendEntry("what the bottleneck allows", LegendMark.Line, SvgStyle.Line(Palette.Limit, 1.4, "5 3"))];
        var top = Legend.Height(Width - Left - Right, legend) + 14;
        var box = new PlotBox(Left, top, Width - Left - Right, Height);
        var canvas = new SvgCanvas("backtest", "Published record and model", Width, box.Bottom + 44);
        Legend.Draw(canvas, new PlotPoint(Left, 4), box.Width, legend);
        if (backtest.Model == BacktestModel.Ramp) Ramp(canvas, box, backtest, result);
        else Resourcing(canvas, box, backtest, result);
        Axes.Frame(canvas, box);
        return canvas.ToSvg();
    }

    private static void Ramp(SvgCanvas canvas, PlotBox box, Backtest backtest, BacktestResult result)
    {
        var (first, last) = (backtest.OriginUtc.Year, backtest.Record.Max(static one => one.ToUtc.Year));
        var most = backtest.Record.Max(static one => one.ValueSi);
        List<(int Year, double Output)> model = [.. Enumerable.Range(first, last - first + 1).Select(year => (year, Math.Min(result.Ramp!.OutputCount(year - first), BacktestStudy.MostCount(backtest, year))))];
        most = Math.Max(most, model.Max(static point => point.Output)) * 1.08;
        var x = new AxisScale(first - 0.6, last + 0.6, box.Left, box.Right);
        var y = new AxisScale(0, most, box.Bottom, box.Top);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, [.. model.Select(static point => (double)point.Year)], static year => $"{year:0}", "year");
        Axes.Vertical(canvas, box, y, NiceTicks.Linear(0, most, 6), static tick => $"{tick:0}", "output of a year");
        foreach (var ((from, output, _), next) in backtest.Bottlenecks.Zip(backtest.Bottlenecks.Skip(1).Select(static one => one.FromUtc.Year).Append(last + 1)))
        {
            if (output <= most) canvas.Line(new PlotPoint(x.Place(Math.Max(x.From, from.Year - 0.5)), y.Place(output)), new PlotPoint(x.Place(Math.Min(x.To, next - 0.5)), y.Place(output)), SvgStyle.Line(Palette.Limit, 1.4, "5 3"));
        }

        canvas.Polyline([.. model.Select(point => new PlotPoint(x.Place(point.Year), y.Place(point.Output)))], SvgStyle.Line(Palette.Series, 2));
        foreach (var line in result.Lines)
        {
            var one = line.Observation;
            if (one.ToUtc.Year > one.FromUtc.Year) canvas.Line(new PlotPoint(x.Place(one.FromUtc.Year - 0.4), y.Place(one.ValueSi)), new PlotPoint(x.Place(one.ToUtc.Year + 0.4), y.Place(one.ValueSi)), SvgStyle.Line(Palette.Ink, 1.4));
            Mark(canvas, new PlotPoint(x.Place((one.FromUtc.Year + one.ToUtc.Year) / 2.0), y.Place(one.ValueSi)), one);
        }
    }

    // The count falls over several powers of ten, so it is drawn by its logarithm.
    private static void Resourcing(SvgCanvas canvas, PlotBox box, Backtest backtest, BacktestResult result)
    {
        var curve = result.Resourcing!;
        var lastS = backtest.Record.Max(one => (one.ToUtc - backtest.OriginUtc).TotalSeconds) * 1.03;
        var x = new AxisScale(0, lastS, box.Left, box.Right);
        var most = Math.Log10(backtest.StartCount) + 0.15;
        var y = new AxisScale(-0.25, most, box.Bottom, box.Top);
        Axes.Background(canvas, box);
        List<double> ticks = [];
        for (var date = new DateTimeOffset(backtest.OriginUtc.Year, 1, 1, 0, 0, 0, TimeSpan.Zero); (date - backtest.OriginUtc).TotalSeconds <= lastS; date = date.AddMonths(6))
        {
            if (date >= backtest.OriginUtc) ticks.Add((date - backtest.OriginUtc).TotalSeconds);
        }

        Axes.Horizontal(canvas, box, x, [.. ticks], at => $"{backtest.OriginUtc.AddSeconds(at):yyyy-MM}", null);
        Axes.Vertical(canvas, box, y, [.. Enumerable.Range(0, (int)most + 1).Select(static power => (double)power)], static power => $"{Math.Pow(10, power):0}", "parts without another source");
        canvas.BeginClip(box);
        canvas.Line(new PlotPoint(x.Place(0), y.Place(Math.Log10(curve.LeftCount(0)))), new PlotPoint(x.Place(curve.TimeS(0.5)), y.Place(Math.Log10(0.5))), SvgStyle.Line(Palette.Series, 2));
        foreach (var line in result.Lines)
        {
            var one = line.Observation;
            var (from, to, height) = (x.Place((one.FromUtc - backtest.OriginUtc).TotalSeconds), x.Place((one.ToUtc - backtest.OriginUtc).TotalSeconds), y.Place(Math.Log10(one.ValueSi)));
            if (to - from > 3) canvas.Line(new PlotPoint(from, height), new PlotPoint(to, height), SvgStyle.Line(one.Use == RecordUse.Plan ? Palette.Missile : Palette.Leaked, 2));
            Mark(canvas, new PlotPoint((from + to) / 2, height), one);
        }

        canvas.EndGroup();
    }

    private static void Mark(SvgCanvas canvas, PlotPoint at, Observation one)
    {
        var (mark, style) = one.Use switch
        {
            RecordUse.Fit => (LegendMark.Dot, SvgStyle.Area(Palette.Ink)),
            RecordUse.Compare => (LegendMark.Diamond, SvgStyle.Area(Palette.Leaked)),
            _ => (LegendMark.Ring, SvgStyle.Line(Palette.Missile, 1.8)),
        };
        Marks.Draw(canvas, mark, at, 5, style, one.Text);
    }
}
