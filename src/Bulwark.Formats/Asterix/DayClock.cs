namespace Bulwark.Formats.Asterix;

/// <summary>
/// Turns times of day into seconds that keep growing over midnight, and completes truncated ones, each by taking the instant nearest
/// to the newest one known. Mutable.
/// </summary>
internal sealed class DayClock
{
    /// <summary>Seconds in a day.</summary>
    public const double DayS = 86400;

    /// <summary>Seconds after which a truncated time starts again: 16 bits of 1/128 s.</summary>
    private const double TruncationS = 512;

    private double? _newestS;

    /// <summary>Whether some time is known already.</summary>
    public bool IsSet => _newestS is not null;

    /// <summary>Takes a full time of day as the newest one known.</summary>
    /// <returns>Seconds since midnight of the first day.</returns>
    public double Advance(double timeOfDayS)
    {
        var timeS = Place(timeOfDayS);
        _newestS = timeS;
        return timeS;
    }

    /// <summary>Places a full time of day beside the newest one known.</summary>
    public double Place(double timeOfDayS) =>
        _newestS is { } newestS ? newestS + Math.IEEERemainder(timeOfDayS - newestS, DayS) : timeOfDayS;

    /// <summary>
    /// Completes a time truncated to 512 s. A day is not a whole number of them, so the candidates are counted from each midnight:
    /// the field is the lower 16 bits of the time of day.
    /// </summary>
    /// <exception cref="InvalidOperationException">No time is known yet; see <see cref="IsSet"/>.</exception>
    public double Complete(double truncatedS)
    {
        var newestS = _newestS ?? throw new InvalidOperationException("A truncated time needs a full one before it.");
        var today = Math.Floor(newestS / DayS);
        var bestS = double.NaN;
        for (var day = today - 1; day <= today + 1; day++)
        {
            var last = Math.Floor((DayS - 1.0 / 256 - truncatedS) / TruncationS);
            var turn = Math.Clamp(Math.Round((newestS - (day * DayS) - truncatedS) / TruncationS), 0, last);
            var candidateS = (day * DayS) + truncatedS + (turn * TruncationS);
            if (double.IsNaN(bestS) || Math.Abs(candidateS - newestS) < Math.Abs(bestS - newestS)) bestS = candidateS;
        }

        return bestS;
    }
}
