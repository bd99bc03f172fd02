namespace Bulwark.Core.Timing;

/// <summary>An instant on the simulation's own clock: whole nanoseconds since the start of the run. Immutable.</summary>
/// <param name="Nanoseconds">Nanoseconds since the start; negative before it.</param>
public readonly record struct SimTime(long Nanoseconds) : IComparable<SimTime>
{
    /// <summary>The start of the run.</summary>
    public static SimTime Start => default;

    /// <summary>An instant after every other: "never".</summary>
    public static SimTime Never => new(long.MaxValue);

    /// <summary>Seconds since the start (rounded to the nearest double).</summary>
    public double TotalS => Nanoseconds / (double)SimDuration.NanosecondsPerSecond;

    /// <summary>Makes an instant from seconds since the start, rounded to the nearest nanosecond.</summary>
    /// <param name="seconds">Seconds, finite and below about 292 years in magnitude.</param>
    /// <exception cref="OverflowException">The value is not finite or too large.</exception>
    public static SimTime FromSeconds(double seconds) => new(SimDuration.FromSeconds(seconds).Nanoseconds);

    /// <summary>The later of two instants.</summary>
    public static SimTime Max(SimTime left, SimTime right) => left > right ? left : right;

    /// <summary>The earlier of two instants.</summary>
    public static SimTime Min(SimTime left, SimTime right) => left < right ? left : right;

    /// <inheritdoc />
    public int CompareTo(SimTime other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>A later instant.</summary>
    public static SimTime operator +(SimTime left, SimDuration right) => new(checked(left.Nanoseconds + right.Nanoseconds));

    /// <summary>An earlier instant.</summary>
    public static SimTime operator -(SimTime left, SimDuration right) => new(checked(left.Nanoseconds - right.Nanoseconds));

    /// <summary>The time from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static SimDuration operator -(SimTime left, SimTime right) => new(checked(left.Nanoseconds - right.Nanoseconds));

    /// <summary>True when <paramref name="left"/> is earlier.</summary>
    public static bool operator <(SimTime left, SimTime right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> is later.</summary>
    public static bool operator >(SimTime left, SimTime right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> is not later.</summary>
    public static bool operator <=(SimTime left, SimTime right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> is not earlier.</summary>
    public static bool operator >=(SimTime left, SimTime right) => left.Nanoseconds >= right.Nanoseconds;

    /// <summary>Hours, minutes, seconds and milliseconds since the start, as ledgers print it.</summary>
    public override string ToString()
    {
        if (this == Never) return "never";
        var magnitude = TimeSpan.FromTicks(Math.Abs(Nanoseconds / 100));
        return (Nanoseconds < 0 ? "-" : "") + $"{(long)magnitude.TotalHours:00}:{magnitude.Minutes:00}:{magnitude.Seconds:00}.{magnitude.Milliseconds:000}";
    }
}
