using System.Xml.Linq;
using Bulwark.Studies.Plotting;

namespace Bulwark.Workbench.Tests.Studies;

public sealed class SvgKitTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.001, "0")]
    [InlineData(1.005, "1")] // the nearest double is below 1.005
    [InlineData(-1.255, "-1.25")] // and this one is above -1.255
    [InlineData(2.5, "2.5")]
    [InlineData(123456.789, "123456.79")]
    public void NumbersAreShortAndStable(double value, string text) => Assert.Equal(text, SvgNumber.Format(value));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NumbersThatAreNoPlaceAreRefused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => SvgNumber.Format(value));

    [Fact]
    public void HostileTextStaysText()
    {
        const string Hostile = "</text><script>alert('x')</script>&\u0001\"\uD800";
        var canvas = new SvgCanvas("x", Hostile, 100, 100);
        canvas.Text(new PlotPoint(1, 2), Hostile, new TextStyle());
        canvas.Circle(new PlotPoint(1, 2), 3, SvgStyle.Area("red"), Hostile);
        var svg = XDocument.Parse(canvas.ToSvg());
        Assert.DoesNotContain(svg.Descendants(), static element => element.Name.LocalName == "script");
        var text = svg.Descendants().Single(static element => element.Name.LocalName == "text").Value;
        Assert.Equal("</text><script>alert('x')</script>&\uFFFD\"\uFFFD", text);
    }

    [Fact]
    public void AnOpenGroupIsAnError()
    {
        var canvas = new SvgCanvas("x", "x", 10, 10);
        canvas.BeginGroup();
        Assert.Throws<InvalidOperationException>(canvas.ToSvg);
        canvas.EndGroup();
        Assert.Throws<InvalidOperationException>(canvas.EndGroup);
    }

    [Fact]
    public void ClippingKeepsTheInsideAndSplitsWhatLeaves()
    {
        var box = new PlotBox(0, 0, 10, 10);
        PlotPoint[] line = [new(-5, 5), new(5, 5), new(5, 15), new(8, 15), new(8, -5)];
        var parts = PolylineTools.Clip(line, box);
        Assert.Equal(2, parts.Count);
        Assert.Equal([new PlotPoint(0, 5), new PlotPoint(5, 5), new PlotPoint(5, 10)], parts[0]);
        Assert.Equal([new PlotPoint(8, 10), new PlotPoint(8, 0)], parts[1]);
        Assert.Empty(PolylineTools.Clip([new PlotPoint(-1, -1), new PlotPoint(-1, 20)], box));
    }

    [Fact]
    public void SimplifyingStaysWithinItsTolerance()
    {
        var line = new PlotPoint[500];
        for (var index = 0; index < line.Length; index++) line[index] = new PlotPoint(index, 40 * Math.Sin(index / 30.0));
        var simple = PolylineTools.Simplify(line, 0.5);
        Assert.True(simple.Length < 100, $"{simple.Length} points are kept of 500");
        Assert.Equal(line[0], simple[0]);
        Assert.Equal(line[^1], simple[^1]);
        foreach (var point in line)
        {
            var after = Array.FindIndex(simple, 1, candidate => candidate.X >= point.X);
            var (from, to) = (simple[after - 1], simple[after]);
            var onLine = from.Y + ((to.Y - from.Y) * (point.X - from.X) / (to.X - from.X));
            var slope = (to.Y - from.Y) / (to.X - from.X);
            Assert.True(Math.Abs(point.Y - onLine) / Math.Sqrt(1 + (slope * slope)) <= 0.5 + 1e-9);
        }
    }

    [Theory]
    [InlineData(0, 97, 5, new double[] { 0, 20, 40, 60, 80 })]
    [InlineData(-1, 1, 4, new[] { -1, -0.5, 0, 0.5, 1 })]
    [InlineData(0, 0.7, 7, new[] { 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7 })]
    public void TicksAreRoundNumbers(double from, double to, int wanted, double[] expected)
    {
        var ticks = NiceTicks.Linear(from, to, wanted);
        Assert.Equal(expected.Length, ticks.Length);
        for (var index = 0; index < ticks.Length; index++) Assert.Equal(expected[index], ticks[index], 1e-12);
    }

    [Fact]
    public void TimeTicksFallOnWholeMinutes() => Assert.Equal([0, 300, 600, 900, 1200, 1500, 1800], NiceTicks.TimeS(0, 1800, 9));

    [Fact]
    public void LabelsNeverCoverEachOther()
    {
        var placer = new LabelPlacer(new PlotBox(0, 0, 200, 100));
        var canvas = new SvgCanvas("x", "x", 200, 100);
        var style = new TextStyle { Size = 12 };
        var drawn = Enumerable.Range(0, 40).Count(index => placer.TryDrawBeside(canvas, $"label {index}", style, new PlotPoint(100, 50), 8));
        Assert.InRange(drawn, 8, 39);
        var boxes = XDocument.Parse(canvas.ToSvg()).Descendants().Where(static element => element.Name.LocalName == "text")
            .Select(element => TextMeasure.Box(element.Value, new PlotPoint((double)element.Attribute("x")!, (double)element.Attribute("y")!), style)).ToArray();
        Assert.Equal(drawn, boxes.Length);
        for (var one = 0; one < boxes.Length; one++)
        {
            for (var other = one + 1; other < boxes.Length; other++) Assert.False(boxes[one].Overlaps(boxes[other]));
        }
    }
}
