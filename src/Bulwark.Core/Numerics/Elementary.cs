namespace Bulwark.Core.Numerics;

/// <summary>Elementary functions that keep their digits where the plain expression loses them.</summary>
public static class Elementary
{
    /// <summary>
    /// ln(1 + x) to full precision near zero, where the run-time library's own function only adds and takes the logarithm.
    /// Source: W. Kahan's correction by the rounded sum, in Goldberg, ACM Computing Surveys 23 (1991) 5-48, theorem 4.
    /// </summary>
    /// <param name="x">Argument, above -1.</param>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
