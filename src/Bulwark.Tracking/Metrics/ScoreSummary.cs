namespace Bulwark.Tracking.Metrics;

/// <summary>Draws the score from what a scorer has gathered.</summary>
internal static class ScoreSummary
{
    public static TrackingScore Of(List<ScorePoint> points, List<TargetRecord> targets, ErrorSums errors, int trackNumbers, int falseTracks, double cutoffM, double periodS)
    {
        var steady = points.Skip(points.Count / 4).ToList();
        var truths = points.Sum(static point => point.Truths);
        var tracks = points.Sum(static point => point.Tracks);
        var matched = points.Sum(static point => point.Matched);
        var spurious = points.Sum(static point => point.Spurious);
        var durationS = points[^1].TimeS - points[0].TimeS + periodS;
        var trackedS = targets.Sum(static target => target.Tracked) * periodS;
        var switches = targets.Sum(static target => target.Switches);
        var chances = targets.Sum(static target => target.UpdateChances);
        return new TrackingScore
        {
            Points = [.. points],
            CutoffM = cutoffM,
            DurationS = durationS,
            OspaMeanM = points.Average(static point => point.Distance.OspaM),
            GospaMeanM = points.Average(static point => point.Distance.GospaM),
            OspaSteadyM = steady.Average(static point => point.Distance.OspaM),
            GospaSteadyM = steady.Average(static point => point.Distance.GospaM),
            CompletenessShare = truths == 0 ? 0 : (double)matched / truths,
            AmbiguityRatio = matched == 0 ? 1 : (double)(tracks - spurious) / matched,
            SpuriousnessShare = tracks == 0 ? 0 : (double)spurious / tracks,
            PositionAccuracyM = errors.MeanDistanceM,
            VelocityAccuracyMPerS = errors.MeanVelocityErrorMPerS,
            RmsM = errors.RmsM,
            HorizontalRmsM = errors.HorizontalRmsM,
            VerticalRmsM = errors.VerticalRmsM,
            HorizontalError95M = Percentile(errors.Horizontal, 0.95),
            IdSwitches = switches,
            StickyIdSwitches = errors.StickySwitches,
            TrackNumberChangeRateHz = trackedS > 0 ? switches / trackedS : 0,
            Breaks = targets.Sum(static target => target.Breaks),
            LongestSegmentShare = truths == 0 ? 0 : (double)targets.Sum(static target => target.Longest) / truths,
            MeanInitiationDelayS = Mean(targets.Where(static target => target.WasMatched).Select(static target => target.FirstMatchS - target.FirstS)),
            NeverTracked = targets.Count(static target => !target.WasMatched),
            FalseTracks = falseTracks,
            TrackNumbers = trackNumbers,
            TrackRows = tracks,
            TruthRows = truths,
            SpuriousRows = spurious,
            Surveillance = errors.Surveillance(
                (double)targets.Sum(static target => target.Updates) / chances,
                targets.Select(static target => target.LongestGapS).DefaultIfEmpty().Max(),
                falseTracks / durationS),
        };
    }

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();

    // Linear between the order statistics, as numpy's default: Hyndman and Fan, The American Statistician 50 (1996) 361-365, definition 7.
    private static double Percentile(List<double> values, double share)
    {
        if (values.Count == 0) return 0;
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return sorted[below] + ((at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
