using System.Runtime.InteropServices;

namespace Bulwark.Formats.Asterix;

/// <summary>
/// The rotation period of an antenna, estimated from its north marks: the median interval numbers the revolutions, then the period
/// is the slope of the least-squares line of time over revolution, so missing and repeated marks do no harm. Immutable.
/// </summary>
/// <param name="PeriodS">Period in seconds: the slope of the line, finer than the clock that stamps the marks.</param>
/// <param name="MedianIntervalS">The median interval, which has the steps of that clock (1/128 s).</param>
/// <param name="Marks">Distinct marks used.</param>
/// <param name="MissingMarks">Revolutions between the first and the last mark without a mark.</param>
/// <param name="ResidualS">Root mean square of the marks about the line, in seconds.</param>
public readonly record struct AntennaPeriod(double PeriodS, double MedianIntervalS, int Marks, int MissingMarks, double ResidualS)
{
    /// <summary>Estimates the period.</summary>
    /// <param name="northMarkTimesS">Times of the marks in seconds, ascending.</param>
    /// <returns>Null when there are fewer than two marks at different times.</returns>
    public static AntennaPeriod? Estimate(IReadOnlyList<double> northMarkTimesS)
    {
        var intervals = new List<double>(northMarkTimesS.Count);
        for (var mark = 1; mark < northMarkTimesS.Count; mark++)
        {
            var interval = northMarkTimesS[mark] - northMarkTimesS[mark - 1];
            if (interval > 0) intervals.Add(interval);
        }

        if (intervals.Count == 0) return null;
        CollectionsMarshal.AsSpan(intervals).Sort();
        var median = intervals[intervals.Count / 2];
        var revolutions = new List<(double Turn, double TimeS)> { (0, northMarkTimesS[0]) };
        foreach (var time in northMarkTimesS)
        {
            var (turn, lastS) = revolutions[^1];
            var turns = Math.Round((time - lastS) / median);
            if (turns >= 1) revolutions.Add((turn + turns, time));
        }

        // The marks that made the median need not be those that survive the numbering (repeats a few units apart).
        return revolutions.Count < 2 ? null : Fit(revolutions, median);
    }

    private static AntennaPeriod Fit(List<(double Turn, double TimeS)> marks, double medianS)
    {
        double meanTurn = 0, meanS = 0;
        foreach (var (turn, timeS) in marks)
        {
            meanTurn += turn / marks.Count;
            meanS += timeS / marks.Count;
        }

        double covariance = 0, variance = 0;
        foreach (var (turn, timeS) in marks)
        {
            covariance += (turn - meanTurn) * (timeS - meanS);
            variance += (turn - meanTurn) * (turn - meanTurn);
        }

        var periodS = covariance / variance;
        double squares = 0;
        foreach (var (turn, timeS) in marks)
        {
            var residualS = timeS - meanS - (periodS * (turn - meanTurn));
            squares += residualS * residualS;
        }

        return new AntennaPeriod(periodS, medianS, marks.Count, (int)marks[^1].Turn + 1 - marks.Count, Math.Sqrt(squares / marks.Count));
    }
}
