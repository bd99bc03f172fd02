namespace Bulwark.Core.Timing;

/// <summary>A length of simulated time in whole nanoseconds. Immutable; arithmetic overflows loudly.</summary>
/// <param name="Nanoseconds">The length in nanoseconds; may be negative.</param>
public readonly record struct SimDuration(long Nanoseconds) : IComparable<SimDuration>
{
    /// <summary>Nanoseconds in one second.</summary>
    public const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>No time at all.</summary>
    public static SimDuration Zero => default;

    /// <summary>The length in seconds (rounded to the nearest double).</summary>
    public double TotalS => Nanoseconds / (double)NanosecondsPerSecond;

    /// <summary>Makes a duration from seconds, rounded to the nearest nanosecond.</summary>
    /// <param name="seconds">Seconds, finite and below about 292 years in magnitude.</param>
    /// <exception cref="OverflowException">The value is not finite or too large.</exception>
    public static SimDuration FromSeconds(double seconds) => new(checked((long)Math.Round(seconds * NanosecondsPerSecond)));

    /// <inheritdoc />
    public int CompareTo(SimDuration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Sum of two durations.</summary>
    public static SimDuration operator +(SimDuration left, SimDuration right) => new(checked(left.Nanoseconds + right.Nanoseconds));

    /// <summary>Difference of two durations.</summary>
    public static SimDuration operator -(SimDuration left, SimDuration right) => new(checked(left.Nanoseconds - right.Nanoseconds));

    /// <summary>A whole multiple of a duration.</summary>
    public static SimDuration operator *(SimDuration left, long factor) => new(checked(left.Nanoseconds * factor));

    /// <summary>True when <paramref name="left"/> is shorter.</summary>
    public static bool operator <(SimDuration left, SimDuration right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> is longer.</summary>
    public static bool operator >(SimDuration left, SimDuration right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> is not longer.</summary>
    public static bool operator <=(SimDuration left, SimDuration right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> is not shorter.</summary>
    public static bool operator >=(SimDuration left, SimDuration right) => left.Nanoseconds >= right.Nanoseconds;

    /// <summary>The duration in seconds, for messages.</summary>
    public override string ToString() => $"{TotalS:0.###} s";
}
