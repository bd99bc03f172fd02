namespace Bulwark.Operations.Saturation;

/// <summary>
/// Hughes' salvo equations: an attack in pulses stopped in part by the defence, each side's loss (shots − stopped) / staying power, between nothing
/// and everything. The limit that a run tends to when everything happens at once and defence is a number. Source: Hughes, "A salvo model of
/// warships in missile combat used to evaluate their staying power", Naval Research Logistics 42 (1995) 267-289, equations (1) and (2).
/// </summary>
public static class SalvoExchange
{
    /// <summary>Units that each side loses in one simultaneous exchange.</summary>
    /// <param name="first">One side.</param>
    /// <param name="second">The other.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public static (double FirstLossCount, double SecondLossCount) Losses(in SalvoSide first, in SalvoSide second)
    {
        Check(first);
        Check(second);
        return (Loss(first, second), Loss(second, first));
    }

    private static double Loss(in SalvoSide side, in SalvoSide other) =>
        Math.Clamp(((other.HitsPerUnitRatio * other.UnitsCount) - (side.DefencePerUnitRatio * side.UnitsCount)) / side.StayingPowerRatio, 0, side.UnitsCount);

    private static void Check(in SalvoSide side)
    {
        if (!(side.UnitsCount >= 0) || !(side.HitsPerUnitRatio >= 0) || !(side.DefencePerUnitRatio >= 0) || !(side.StayingPowerRatio > 0))
            throw new ArgumentOutOfRangeException(nameof(side), side, "Units, shots and defence are not negative; staying power is above 0.");
    }
}
