namespace Bulwark.Operations.Saturation;

/// <summary>
/// Leakers of a raid by the binomial law, the limit of a run in which every shot is independent: n targets, each met by its shots of equal kill
/// probability. Source: Przemieniecki, "Mathematical Methods in Defense Analyses", 3rd ed. (2000), section 5.1.
/// </summary>
public static class RaidLeakage
{
    /// <summary>A raid that arrives at once against channels with one shot each, one channel to a target.</summary>
    /// <param name="raid">Targets, 0 or more.</param>
    /// <param name="channels">Channels, 0 or more.</param>
    /// <param name="killProbability">Kill probability of a shot, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static (double LeakersCount, double NoLeakerProbability) OneShotPerChannel(int raid, int channels, double killProbability)
    {
        Check(raid, channels, killProbability);
        var engaged = Math.Min(raid, channels);
        return (raid - (engaged * killProbability), engaged < raid ? 0 : Math.Pow(killProbability, raid));
    }

    /// <summary>A raid in which every target meets so many shots: a salvo, or looks as long as time allows.</summary>
    /// <param name="raid">Targets, 0 or more.</param>
    /// <param name="shots">Shots at each, 0 or more.</param>
    /// <param name="killProbability">Kill probability of a shot, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static (double LeakersCount, double NoLeakerProbability) ShotsPerTarget(int raid, int shots, double killProbability)
    {
        Check(raid, shots, killProbability);
        var survival = Math.Pow(1 - killProbability, shots);
        return (raid * survival, Math.Pow(1 - survival, raid));
    }

    private static void Check(int raid, int shots, double killProbability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(raid);
        ArgumentOutOfRangeException.ThrowIfNegative(shots);
        if (!(killProbability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(killProbability), killProbability, "A kill probability is 0 to 1.");
    }
}
