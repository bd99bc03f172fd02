namespace Bulwark.Studies.Coverage;

/// <summary>How the radars of a network are taken together. Looks of different radars are independent. Immutable.</summary>
public sealed record Combination
{
    /// <summary>Any radar is enough.</summary>
    public static Combination Any { get; } = new();

    /// <summary>What counts.</summary>
    public CombinationKind Kind { get; init; } = CombinationKind.Detections;

    /// <summary>Radars that must detect (for <see cref="CombinationKind.Detections"/>), or looks that must within <see cref="WindowS"/>; at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Time within which looks make a track, seconds, positive; a radar has as many looks as its period fits in, at least one.</summary>
    public double WindowS { get; init; } = 24;

    /// <summary>Largest standard deviation of a track's horizontal position, metres, positive.</summary>
    public double AccuracyM { get; init; } = 500;

    /// <summary>At least a number of radars.</summary>
    /// <param name="count">The number, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public static Combination AtLeast(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new Combination { Count = count };
    }

    /// <summary>Track quality: two looks in two rotations of a slow search radar, and half a kilometre.</summary>
    public static Combination Track { get; } = new() { Kind = CombinationKind.Track, Count = 2 };
}
