using System.Text.Json;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Results;

namespace Bulwark.Workbench.Tests.Studies;

/// <summary>The picture of a run against its truth.</summary>
public sealed class PictureScoreTests
{
    [Fact]
    public void TheCountsAreThoseOfTheRecord()
    {
        var result = StudyRuns.Crete;
        var picture = Assert.Single(result.Pictures);
        var score = picture.Score;
        Assert.Equal(result.Plan.Nodes[result.Plan.Pictures[picture.Picture].Nodes[0]].Period.TotalS, picture.PeriodS);
        Assert.InRange(score.Points.Max(static point => point.Tracks), result.Summary.Peaks.Tracked - 3, result.Summary.Peaks.Tracked);

        // Tracks in the picture at a scored time, counted from the record by another way: confirmed before it, not dropped, and fed since.
        var point = score.Points.MaxBy(static point => point.Tracks);
        var (confirmed, fed) = (new HashSet<int>(), new HashSet<int>());
        foreach (ref readonly var row in result.Recorder.Events<TrackChanged>())
        {
            if (row.Time.TotalS >= point.TimeS) break;
            if (row.Happened.Transition == TrackTransition.Confirmed) confirmed.Add(row.Happened.Track);
            if (row.Happened.Transition == TrackTransition.Dropped) confirmed.Remove(row.Happened.Track);
        }

        foreach (ref readonly var row in result.Recorder.Events<TrackUpdated>())
        {
            if (row.Time.TotalS < point.TimeS) fed.Add(row.Happened.Track);
        }

        Assert.InRange(confirmed.Count(fed.Contains), point.Tracks, point.Tracks + 5);
    }

    [Fact]
    public void TheScoreIsPlausibleAndRepeatable()
    {
        var score = StudyRuns.Crete.Pictures[0].Score;
        Assert.InRange(score.CompletenessShare, 0.3, 0.999);
        Assert.InRange(score.SpuriousnessShare, 0, 0.5);
        Assert.InRange(score.PositionAccuracyM, 10, score.CutoffM);
        Assert.InRange(score.MeanInitiationDelayS, 0, 300);

        // The covariances of the tracker bear more than the raid does, never much less.
        Assert.InRange(StudyRuns.Crete.Pictures[0].SquaredErrorRatio, 0.1, 3);
        Assert.True(StudyRuns.Crete.Pictures[0].RatedUpdates > 1000);
        Assert.Equal(score.Points, StudyRuns.CreteAgain.Pictures[0].Score.Points);
        foreach (var point in score.Points)
        {
            Assert.Equal(point.Distance.GospaM * point.Distance.GospaM, point.Distance.LocalisationM2 + point.Distance.MissedM2 + point.Distance.FalseM2, 1e-3);
            Assert.Equal(point.Tracks, point.Matched + point.Redundant + point.Spurious);
        }
    }

    [Fact]
    public void ConsistencyIsThatOfTheRecord()
    {
        var result = StudyRuns.Crete;
        var picture = result.Pictures[0];
        var (innovations, values, errors, rated) = (0.0, 0, 0.0, 0);
        foreach (ref readonly var row in result.Recorder.Events<TrackUpdated>())
        {
            innovations += row.Happened.InnovationSquaredRatio;
            values += row.Happened.InnovationValues;
            if (row.Happened.Target < 0) Assert.True(double.IsNaN(row.Happened.StateErrorSquaredRatio));
            else (errors, rated) = (errors + row.Happened.StateErrorSquaredRatio, rated + 1);
        }

        Assert.True(values > 5000, $"{values}");
        Assert.Equal(innovations / values, picture.Innovations.MeanRatio, 1e-9);
        Assert.Equal(errors / 6 / rated, picture.StateErrors.MeanRatio, 1e-9);
        Assert.Equal(rated, picture.StateErrors.Errors);

        // Three values a plot: of n degrees of freedom the standard deviation over n is sqrt(2 / n), and the band is 1.96 of them to either side.
        Assert.Equal(1.96 * Math.Sqrt(2.0 / values), 0.5 * (picture.Innovations.HighRatio - picture.Innovations.LowRatio), 1e-3);
        using var json = JsonDocument.Parse(SummaryJson.Of(result.Summary, null, result.Pictures));
        var consistency = json.RootElement.GetProperty("pictures")[0].GetProperty("consistency");
        Assert.Equal(picture.Innovations.MeanRatio, consistency.GetProperty("innovations").GetProperty("meanRatio").GetDouble(), 1e-4);
        Assert.Equal(picture.StateErrors.HighRatio, consistency.GetProperty("state").GetProperty("highRatio").GetDouble(), 1e-4);
    }

    [Fact]
    public void SummaryAndPictureShowIt()
    {
        var result = StudyRuns.Crete;
        using var json = JsonDocument.Parse(SummaryJson.Of(result.Summary, null, result.Pictures));
        var score = Assert.Single(json.RootElement.GetProperty("pictures").EnumerateArray()).GetProperty("score");
        Assert.Equal(result.Pictures[0].Score.GospaMeanM, score.GetProperty("gospaM").GetDouble(), 1e-3);
        Assert.Contains(RunPictures.Draw(result), static picture => picture.FileName == "gospa.svg" && picture.Svg.Contains("missed targets", StringComparison.Ordinal));
    }
}
