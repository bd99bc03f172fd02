namespace Bulwark.Studies.Verification;

/// <summary>Ratios of powers and decibels.</summary>
internal static class Decibels
{
    /// <summary>A ratio of powers in decibels.</summary>
    public static double Of(double ratio) => 10 * Math.Log10(ratio);

    /// <summary>The ratio of powers of decibels.</summary>
    public static double Ratio(double decibels) => Math.Pow(10, decibels / 10);
}
