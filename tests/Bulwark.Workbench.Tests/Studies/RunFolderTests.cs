using System.Text.Json;
using System.Xml.Linq;
using Bulwark.Core.Earth;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Results;

namespace Bulwark.Workbench.Tests.Studies;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void TheFolderIsWholeAndNothingElseIsLeft()
    {
        RunFolder.Write(StudyRuns.Crete, _home.Under("r"), 1.25, [new ResultFile("replay.acmi", static stream => stream.Write("FileType"u8))]);
        Assert.Equal(["r"], _home.Names());
        var names = Directory.EnumerateFiles(_home.Under("r")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(StudyRuns.FileNames.Append("replay.acmi").Order(StringComparer.Ordinal), names);
        Assert.Equal("FileType", File.ReadAllText(_home.Under("r/replay.acmi")));
        Assert.Equal(SummaryJson.Of(StudyRuns.Crete.Summary, 1.25, StudyRuns.Crete.Pictures), File.ReadAllText(_home.Under("r/summary.json")));
    }

    [Fact]
    public void AFailingExtraFileLeavesNothing()
    {
        var problem = Assert.Throws<ResultsException>(() => RunFolder.Write(StudyRuns.Crete, _home.Under("r"), null, [new ResultFile("replay.acmi", static _ => throw new IOException("broken pipe"))]));
        Assert.Contains("broken pipe", problem.Message, StringComparison.Ordinal);
        Assert.Empty(_home.Names());
    }

    [Fact]
    public void AnExtraFileCannotReplaceOneOfOurs()
    {
        Assert.Throws<ResultsException>(() => RunFolder.Write(StudyRuns.Crete, _home.Under("r"), null, [new ResultFile("report.html", static _ => { })]));
        Assert.Throws<ResultsException>(() => RunFolder.Write(StudyRuns.Crete, _home.Under("r"), null, [new ResultFile("summary.json", static _ => { })]));
        Assert.Throws<ResultsException>(() => RunFolder.Write(StudyRuns.Crete, _home.Under("r"), null, [new ResultFile("../outside", static _ => { })]));
        Assert.Empty(_home.Names());
    }

    [Fact]
    public void TheSummaryIsTheDocumentedObject()
    {
        var summary = StudyRuns.Crete.Summary;
        using var json = JsonDocument.Parse(SummaryJson.Of(summary, 2.5));
        var root = json.RootElement;
        Assert.Equal("bulwark-run/1", root.GetProperty("format").GetString());
        Assert.Equal(summary.Hash, root.GetProperty("hash").GetString());
        Assert.Equal(summary.Seed, root.GetProperty("seed").GetUInt64());
        Assert.Equal(summary.Peaks, new RunPeaks(root.GetProperty("peaks").GetProperty("tracked").GetInt32(), root.GetProperty("peaks").GetProperty("engaged").GetInt32(), root.GetProperty("peaks").GetProperty("missilesInFlight").GetInt32()));
        var targets = root.GetProperty("targets");
        Assert.Equal(summary.Targets, new TargetCounts(targets.GetProperty("total").GetInt32(), targets.GetProperty("killed").GetInt32(), targets.GetProperty("leaked").GetInt32(), targets.GetProperty("other").GetInt32()));
        Assert.Equal(Enum.GetNames<LossCause>().Select(JsonNamingPolicy.CamelCase.ConvertName), root.GetProperty("lossesByCause").EnumerateObject().Select(static loss => loss.Name));
        Assert.Equal(summary.Targets.Leaked, root.GetProperty("lossesByCause").EnumerateObject().Sum(static loss => loss.Value.GetInt32()));
        Assert.Equal(summary.RoundsSpent, root.GetProperty("roundsSpent").GetInt32());
        Assert.Equal(2.5, root.GetProperty("cpuSeconds").GetDouble());
        using var unmeasured = JsonDocument.Parse(SummaryJson.Of(summary, null));
        Assert.Equal(JsonValueKind.Null, unmeasured.RootElement.GetProperty("cpuSeconds").ValueKind);
    }

    [Fact]
    public void PicturesAreWellFormedSafeAndRepeatToTheByte()
    {
        var pictures = RunPictures.Draw(StudyRuns.Crete);
        Assert.Equal(pictures, RunPictures.Draw(StudyRuns.CreteAgain));
        Assert.Equal(pictures.Count, pictures.Select(static picture => picture.FileName).Distinct(StringComparer.Ordinal).Count());
        var ids = pictures.SelectMany(static picture => XDocument.Parse(picture.Svg).Descendants().Attributes("id").Select(static id => id.Value)).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void LabelsOfEveryPictureStayInside()
    {
        foreach (var picture in RunPictures.Draw(StudyRuns.Crete))
        {
            var svg = XDocument.Parse(picture.Svg).Root!;
            var (width, height) = ((double)svg.Attribute("width")!, (double)svg.Attribute("height")!);
            var paper = new PlotBox(0, 0, width, height);
            foreach (var text in svg.Descendants().Where(static element => element.Name.LocalName == "text"))
            {
                var style = new TextStyle { Size = (double)text.Attribute("font-size")!, Anchor = (string?)text.Attribute("text-anchor") switch { "middle" => TextAnchor.Middle, "end" => TextAnchor.End, _ => TextAnchor.Start } };
                var box = TextMeasure.Box(text.Value, new PlotPoint((double)text.Attribute("x")!, (double)text.Attribute("y")!), style);
                Assert.True(text.Attribute("transform") is not null || paper.Contains(box), $"{picture.FileName}: '{text.Value}' at {box} leaves {paper}");
            }
        }
    }

    [Fact]
    public void SeveralBatteriesAndSitesEachHaveTheirPictures()
    {
        var crete = StudyRuns.Load("crete-s300");
        var battery = crete.Batteries[0];
        var site = new SurveillanceSite("site", "Site", GeodeticPoint.FromDegrees(36.2, 23.0, 400), 0, battery.Radars[0].Radar, battery.Tracker);
        var result = StudyRuns.Run(crete with { Batteries = [battery, battery with { Id = "east", Position = GeodeticPoint.FromDegrees(35.2, 25.7, 300) }], Surveillance = [site] });
        var names = RunPictures.Draw(result).Select(static picture => picture.FileName);
        Assert.Equal(
            ["map.svg", "map-close.svg", "timeline-1.svg", "engagements-1.svg", "range-height-1.svg", "gospa-1.svg", "timeline-2.svg", "engagements-2.svg", "range-height-2.svg", "gospa-2.svg", "timeline-sites.svg", "losses.svg"],
            names);
    }

    [Fact]
    public void AScenarioWithoutBatteriesOrTargetsStillHasPictures()
    {
        var crete = StudyRuns.Load("crete-s300");
        foreach (var scenario in (Scenario[])[crete with { Groups = [] }, crete with { Batteries = [] }, crete with { Batteries = [], Groups = [], Assets = [] }])
        {
            RunFolder.Write(StudyRuns.Run(scenario), _home.Under("r"));
            foreach (var file in Directory.EnumerateFiles(_home.Under("r"), "*.svg")) Assert.NotNull(XDocument.Load(file).Root);
        }
    }
}
