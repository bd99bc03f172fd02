using Bulwark.Core.Earth;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Models.Tests.Tracking.Metrics;

/// <summary>The scores against the benchmark's own scorer, and against cases worked by hand.</summary>
public class TrackScorerTests
{
    [Theory]
    [InlineData("A")]
    [InlineData("C")]
    public void EqualsTheBenchmarksScorer(string scenario)
    {
        const double PeriodS = 4;
        var expected = ReferenceCsv.Read("../tests/reference/tracking_scores.csv").Where(row => row["scenario"] == scenario).ToDictionary(row => row["measure"], row => row.Number("value"));
        var scorer = new TrackScorer(expected["cutoff_m"], PeriodS);
        foreach (var scan in ScoredTracks.Of(scenario, PeriodS)) scorer.Add(scan.TimeS, scan.Truths.ToArray(), scan.Tracks.ToArray());
        var score = scorer.Finish();

        // Sums of the same numbers in another order: a few units in the last place of values up to 4000.
        void Same(string measure, double value)
        {
            Assert.True(expected.Remove(measure, out var known), measure);
            Assert.True(Math.Abs(value - known) <= 1e-9 * Math.Max(1, Math.Abs(known)), $"{measure}: {value:R}, score.py {known:R}");
        }

        Same("ospa_mean_m", score.OspaMeanM);
        Same("gospa_mean_m", score.GospaMeanM);
        Same("ospa_steady_m", score.OspaSteadyM);
        Same("gospa_steady_m", score.GospaSteadyM);
        Same("completeness", score.CompletenessShare);
        Same("ambiguity", score.AmbiguityRatio);
        Same("spuriousness", score.SpuriousnessShare);
        Same("position_accuracy_m", score.PositionAccuracyM);
        Same("velocity_accuracy_mps", score.VelocityAccuracyMPerS);
        Same("rms_3d_m", score.RmsM);
        Same("rms_horizontal_m", score.HorizontalRmsM);
        Same("rms_vertical_m", score.VerticalRmsM);
        Same("p95_horizontal_m", score.HorizontalError95M);
        Same("id_switches", score.IdSwitches);
        Same("id_switches_sticky", score.StickyIdSwitches);
        Same("id_changes_per_tracked_hour", score.TrackNumberChangeRateHz * 3600);
        Same("breaks", score.Breaks);
        Same("longest_segment", score.LongestSegmentShare);
        Same("init_delay_scans_mean", score.MeanInitiationDelayS / PeriodS);
        Same("never_tracked", score.NeverTracked);
        Same("false_tracks", score.FalseTracks);
        Same("spurious_rows", score.SpuriousRows);
        Same("track_ids", score.TrackNumbers);
        Same("track_rows", score.TrackRows);
        Same("truth_rows", score.TruthRows);
        Same("duration_s", score.DurationS);
        Same("localisation_mean_m2", score.Points.Average(static point => point.Distance.LocalisationM2));
        Same("missed_mean_m2", score.Points.Average(static point => point.Distance.MissedM2));
        Same("false_mean_m2", score.Points.Average(static point => point.Distance.FalseM2));
        Assert.Equal(["cutoff_m", "p"], expected.Keys.Order());
    }

    [Fact]
    public void TheSetDistancesOfAWorkedCase()
    {
        // Two pairs 30 and 40 m apart, one target missed, no false track; cutoff 100 m.
        var distance = SetDistance.Between([At(1, 0), At(2, 1000), At(3, 5000)], [At(7, 30), At(8, 1040)], 100);
        Assert.Equal(Math.Sqrt((900 + 1600 + 10_000) / 3.0), distance.OspaM, 1e-12);
        Assert.Equal(2500, distance.LocalisationM2, 1e-9);
        Assert.Equal(5000, distance.MissedM2);
        Assert.Equal(0, distance.FalseM2);
        Assert.Equal(Math.Sqrt(7500), distance.GospaM, 1e-12);
    }

    [Fact]
    public void TheNearestPairingIsNotAlwaysTheBest()
    {
        // Greedy would pair 0 with 10 and leave 90 m; the optimum pairs crosswise in neither, 50 and 40 m.
        var distance = SetDistance.Between([At(1, 0), At(2, 60)], [At(7, 50), At(8, 100)], 200);
        Assert.Equal((50 * 50) + (40 * 40), distance.LocalisationM2, 1e-9);
    }

    [Fact]
    public void EmptySetsHaveTheirOwnDistances()
    {
        Assert.Equal(default, SetDistance.Between([], [], 100));
        var missed = SetDistance.Between([At(1, 0)], [], 100);
        Assert.Equal(100, missed.OspaM);
        Assert.Equal(Math.Sqrt(5000), missed.GospaM, 1e-12);
        Assert.Equal(5000, SetDistance.Between([], [At(1, 0)], 100).FalseM2);
    }

    [Fact]
    public void ContinuityOfOneTarget()
    {
        // Tracks of one target at ten times: none, 7, 7, none, 7, 8, 8, 8, 8 coasting, 8 coasting.
        var scorer = new TrackScorer(100, 4);
        int[] track = [-1, 7, 7, -1, 7, 8, 8, 8, 8, 8];
        for (var k = 0; k < track.Length; k++)
        {
            ScoredState[] tracks = track[k] < 0 ? [] : [At(track[k], (100 * k) + 3, isUpdated: k < 8)];
            scorer.Add(4 * k, [At(1, 100 * k)], tracks);
        }

        var score = scorer.Finish();
        Assert.Equal(4, score.MeanInitiationDelayS);
        Assert.Equal(0.8, score.CompletenessShare, 1e-12);
        Assert.Equal(1, score.IdSwitches);
        Assert.Equal(1, score.StickyIdSwitches);
        Assert.Equal(1, score.Breaks);
        Assert.Equal(0.5, score.LongestSegmentShare, 1e-12);
        Assert.Equal(1 / 32.0, score.TrackNumberChangeRateHz, 1e-15);
        Assert.Equal(3, score.RmsM, 1e-9);
        Assert.Equal(0, score.FalseTracks);
        Assert.Equal(6 / 9.0, score.Surveillance.UpdateProbability, 1e-12);
        Assert.Equal(8, score.Surveillance.LongestGapS);
        Assert.Equal(0, score.NeverTracked);
    }

    [Fact]
    public void TheStickyRuleForgivesASwapThatTheStrictOneCounts()
    {
        var scorer = new TrackScorer(100, 1);
        scorer.Add(0, [At(1, 0), At(2, 50)], [At(7, 0), At(8, 50)]);
        scorer.Add(1, [At(1, 0), At(2, 50)], [At(7, 50), At(8, 0)]);
        var score = scorer.Finish();
        Assert.Equal(2, score.IdSwitches);
        Assert.Equal(0, score.StickyIdSwitches);
    }

    [Fact]
    public void RedundantAndSpuriousTracksAreToldApart()
    {
        var scorer = new TrackScorer(100, 1);
        scorer.Add(0, [At(1, 0)], [At(7, 5), At(8, 20), At(9, 4000)]);
        var score = scorer.Finish();
        Assert.Equal(2, score.AmbiguityRatio);
        Assert.Equal(1 / 3.0, score.SpuriousnessShare, 1e-12);
        Assert.Equal(12.5, score.PositionAccuracyM, 1e-9);
        Assert.Equal(5, score.RmsM, 1e-9);
        Assert.Equal(1, score.FalseTracks);
        Assert.Equal(1, score.Surveillance.FalseTrackRateHz);
    }

    [Fact]
    public void StraightAndTurningErrorsAreApart()
    {
        // Heading east for three times, then turning by one degree a second; errors of 10 m straight and 20 m in the turn.
        var scorer = new TrackScorer(1000, 1);
        for (var k = 0; k < 6; k++)
        {
            var heading = double.DegreesToRadians(90 + Math.Max(0, k - 2));
            var velocity = new EnuVector(200 * Math.Sin(heading), 200 * Math.Cos(heading), 0);
            var error = k < 3 ? 10 : 20;
            scorer.Add(k, [new ScoredState(1, EnuVector.Zero, velocity)], [new ScoredState(5, new EnuVector(0, error, 300), velocity + new EnuVector(error / 10.0, 0, 50))]);
        }

        var score = scorer.Finish().Surveillance;
        Assert.Equal(10, score.StraightPositionRmsM, 1e-9);
        Assert.Equal(20, score.TurningPositionRmsM, 1e-9);
        Assert.Equal(1, score.StraightVelocityRmsMPerS, 1e-9);
        Assert.Equal(2, score.TurningVelocityRmsMPerS, 1e-9);
        Assert.Equal(0.5, score.TurningShare);
    }

    [Fact]
    public void WhatCannotBeScoredIsRefused()
    {
        var scorer = new TrackScorer(100, 1);
        Assert.Throws<InvalidOperationException>(() => scorer.Finish());
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.Add(0, [At(1, double.NaN)], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.Add(0, [], [At(1, 0), At(1, 5)]));
        scorer.Add(0, [], []);
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.Add(0, [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrackScorer(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrackScorer(1, double.NaN));
    }

    private static ScoredState At(int id, double eastM, bool isUpdated = true) => new(id, new EnuVector(eastM, 0, 0), new EnuVector(100, 0, 0), isUpdated);
}
