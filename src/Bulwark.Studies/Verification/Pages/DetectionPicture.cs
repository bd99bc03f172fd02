using Bulwark.Sensing.Detection;
using Bulwark.Studies.Plotting;

namespace Bulwark.Studies.Verification.Pages;

/// <summary>Draws the probability of detection as the model has it, with the reference values of the same setting on it.</summary>
internal static class DetectionPicture
{
    private const string Table = "radar_detection_required_snr.csv";
    private const int Pulses = 10;
    private const double FalseAlarmProbability = 1e-6;

    /// <summary>The picture, or null when the tables have no value of this setting.</summary>
    /// <param name="tables">Where the reference values come from.</param>
    public static Picture? Draw(ReferenceSet tables)
    {
        if (!tables.Names.Contains(Table, StringComparer.Ordinal)) return null;
        const string Title = "Probability of detection: model (lines) and reference values (dots)";
        var canvas = new SvgCanvas("verification-pd", Title, 760, 430);
        var box = new PlotBox(70, 40, 660, 330);
        var x = new AxisScale(-6, 24, box.Left, box.Right);
        var y = new AxisScale(0, 1, box.Bottom, box.Top);
        canvas.Text(new PlotPoint(12, 22), $"{Title}, {Pulses} pulses, Pfa 1e-6", new TextStyle { Size = 14, Bold = true });
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.Linear(-6, 24, 10), static value => $"{value:0}", "signal-to-noise ratio of one pulse, dB");
        Axes.Vertical(canvas, box, y, NiceTicks.Linear(0, 1, 10), static value => $"{value:0.0}", "probability");
        foreach (var fluctuation in Enum.GetValues<SwerlingCase>()) Curve(canvas, x, y, fluctuation);
        var dots = 0;
        foreach (var row in tables.Read(Table).Rows)
        {
            if (row.Text("n_pulses") != $"{Pulses}" || !row.Has("pfa") || row.Number("pfa") != FalseAlarmProbability) continue;
            canvas.Circle(new PlotPoint(x.Place(row.Number("required_snr_per_pulse_dB")), y.Place(row.Number("pd"))), 4, SvgStyle.Line(Palette.Ink, 1.4), row.Id);
            dots++;
        }

        Axes.Frame(canvas, box);
        return dots == 0 ? null : new Picture("verification-pd.svg", Title, $"Rings are the reference values of {Table} for {Pulses} pulses and Pfa 1e-6.", canvas.ToSvg());
    }

    private static void Curve(SvgCanvas canvas, AxisScale x, AxisScale y, SwerlingCase fluctuation)
    {
        var colour = fluctuation == SwerlingCase.Steady ? Palette.Limit : Palette.Steps[(int)fluctuation];
        var points = new List<PlotPoint>();
        for (var snrDb = -6.0; snrDb <= 24; snrDb += 0.25)
            points.Add(new PlotPoint(x.Place(snrDb), y.Place(DetectionStatistics.Probability(fluctuation, Pulses, FalseAlarmProbability, Decibels.Ratio(snrDb)))));
        canvas.Polyline([.. points], SvgStyle.Line(colour, 1.6));
        var row = (int)fluctuation;
        var at = new PlotPoint(590, 250 + (18 * row));
        canvas.Line(at, at with { X = at.X + 26 }, SvgStyle.Line(colour, 2));
        canvas.Text(new PlotPoint(at.X + 34, at.Y + 4), fluctuation == SwerlingCase.Steady ? "steady" : $"Swerling {row}", new TextStyle { Size = 11 });
    }
}
