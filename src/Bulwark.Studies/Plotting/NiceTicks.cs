namespace Bulwark.Studies.Plotting;

/// <summary>Chooses round numbers for the marks of an axis.</summary>
internal static class NiceTicks
{
    private static readonly double[] TimeStepsS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400];

    /// <summary>Multiples of 1, 2 or 5 times a power of ten inside a range, about as many as wanted.</summary>
    public static double[] Linear(double from, double to, int wanted) => Multiples(from, to, Step((to - from) / Math.Max(1, wanted)));

    /// <summary>The same for counts: whole numbers only.</summary>
    public static double[] Counts(double to, int wanted) => Multiples(0, to, Math.Max(1, Step(to / Math.Max(1, wanted))));

    /// <summary>Marks on whole seconds, minutes or hours.</summary>
    public static double[] TimeS(double fromS, double toS, int wanted)
    {
        var least = (toS - fromS) / Math.Max(1, wanted);
        var step = Array.Find(TimeStepsS, candidate => candidate >= least);
        return Multiples(fromS, toS, step > 0 ? step : Math.Ceiling(least / 86400) * 86400);
    }

    /// <summary>The smallest of 1, 2 or 5 times a power of ten that is not below a value.</summary>
    public static double Step(double atLeast)
    {
        if (!(atLeast > 0)) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (factor * power >= atLeast * (1 - 1e-9)) return factor * power;
        }

        return 10 * power;
    }

    /// <summary>Minutes and seconds, with hours when a scale is that long.</summary>
    public static string Clock(double seconds, bool hours)
    {
        var whole = (long)Math.Round(seconds);
        return hours ? $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}" : $"{whole / 60}:{whole % 60:00}";
    }

    private static double[] Multiples(double from, double to, double step)
    {
        var first = (long)Math.Ceiling((from / step) - 1e-9);
        var last = (long)Math.Floor((to / step) + 1e-9);
        var ticks = new double[Math.Max(0, last - first + 1)];
        for (var index = 0; index < ticks.Length; index++) ticks[index] = (first + index) * step;
        return ticks;
    }
}
