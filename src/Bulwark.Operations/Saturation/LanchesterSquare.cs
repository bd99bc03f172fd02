namespace Bulwark.Operations.Saturation;

/// <summary>
/// Lanchester's square law, dA/dt = −β·B and dB/dt = −α·A: aimed fire with everything in reach, the limit of long exchanges without defence.
/// Source: Lanchester, "Aircraft in Warfare" (1916), chapter V; closed form as in Taylor, "Lanchester Models of Warfare" (1983), section 2.2.
/// </summary>
public static class LanchesterSquare
{
    /// <summary>Strengths after a time; valid while both are positive.</summary>
    /// <param name="firstCount">Strength of the first side at the start, above 0.</param>
    /// <param name="secondCount">Strength of the second side at the start, above 0.</param>
    /// <param name="firstRatePerS">Units of the second side put out of action by one unit of the first in a second, above 0 (any unit of time will do).</param>
    /// <param name="secondRatePerS">The same the other way round.</param>
    /// <param name="timeS">Time since the start, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static (double FirstCount, double SecondCount) After(double firstCount, double secondCount, double firstRatePerS, double secondRatePerS, double timeS)
    {
        Check(firstCount, secondCount, firstRatePerS, secondRatePerS);
        ArgumentOutOfRangeException.ThrowIfNegative(timeS);
        var root = Math.Sqrt(firstRatePerS * secondRatePerS);
        var (cosh, sinh) = (Math.Cosh(root * timeS), Math.Sinh(root * timeS));
        return (
            (firstCount * cosh) - (secondCount * Math.Sqrt(secondRatePerS / firstRatePerS) * sinh),
            (secondCount * cosh) - (firstCount * Math.Sqrt(firstRatePerS / secondRatePerS) * sinh));
    }

    /// <summary>Who is left at the end, and how many: 1 for the first side, -1 for the second, 0 for neither.</summary>
    /// <param name="firstCount">Strength of the first side at the start, above 0.</param>
    /// <param name="secondCount">Strength of the second side at the start, above 0.</param>
    /// <param name="firstRatePerS">As in <see cref="After"/>.</param>
    /// <param name="secondRatePerS">As in <see cref="After"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static (int Winner, double SurvivorsCount) AtTheEnd(double firstCount, double secondCount, double firstRatePerS, double secondRatePerS)
    {
        Check(firstCount, secondCount, firstRatePerS, secondRatePerS);
        var balance = (firstRatePerS * firstCount * firstCount) - (secondRatePerS * secondCount * secondCount);
        return (Math.Sign(balance), Math.Sqrt(Math.Abs(balance) / (balance > 0 ? firstRatePerS : secondRatePerS)));
    }

    private static void Check(double firstCount, double secondCount, double firstRatePerS, double secondRatePerS)
    {
        if (!(firstCount > 0) || !(secondCount > 0) || !(firstRatePerS > 0) || !(secondRatePerS > 0))
            throw new ArgumentOutOfRangeException(nameof(firstCount), "Strengths and rates are above 0.");
    }
}
