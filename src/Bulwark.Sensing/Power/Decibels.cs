namespace Bulwark.Sensing.Power;

/// <summary>Ratios of powers in decibels.</summary>
internal static class Decibels
{
    public static double ToRatio(double valueDb) => Math.Pow(10, valueDb / 10);

    public static double ToDb(double ratio) => 10 * Math.Log10(ratio);
}
