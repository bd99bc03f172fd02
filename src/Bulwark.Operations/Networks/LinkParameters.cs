namespace Bulwark.Operations.Networks;

/// <summary>What a link between two nodes can do, each way. Immutable.</summary>
public sealed record LinkParameters
{
    /// <summary>Time from leaving one end to arriving at the other, seconds, 0 or more: propagation, relaying, handling.</summary>
    public double DelayS { get; init; }

    /// <summary>Further delay of each message, uniform between nothing and this, seconds, 0 or more. Messages may overtake each other.</summary>
    public double JitterS { get; init; }

    /// <summary>Probability that a message is lost on the way, 0 to 1.</summary>
    public double LossProbability { get; init; }

    /// <summary>Bits that one channel of the link sends in a second, above 0; infinite when sending takes no time.</summary>
    public double CapacityBitPerS { get; init; } = double.PositiveInfinity;

    /// <summary>Messages that can be sent at once each way, 1 to 64.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Messages that may wait to be sent each way; one more is lost, because the link is overloaded.</summary>
    public int QueueLimit { get; init; } = 10_000;

    /// <summary>Distance that it spans, metres; infinite for cable and for links whose ends have no place.</summary>
    public double RangeM { get; init; } = double.PositiveInfinity;

    /// <summary>Time division instead of sending at once; null for a link of its own.</summary>
    public TimeDivision? TimeDivision { get; init; }

    /// <summary>What it lets across, in the sender's own terms, 0 or more: a message keeps the greatest grade of the links it crossed.</summary>
    public int Grade { get; init; }

    /// <summary>What is wrong with the figures, in words; null when nothing is.</summary>
    public string? Problem =>
        !(DelayS is >= 0 and <= 86_400) ? $"A delay is 0 to a day, not {DelayS} s."
        : !(JitterS is >= 0 and <= 86_400) ? $"A jitter is 0 to a day, not {JitterS} s."
        : !(LossProbability is >= 0 and <= 1) ? $"A loss is a probability, 0 to 1, not {LossProbability}."
        : !(CapacityBitPerS > 0) ? $"A capacity is above 0, not {CapacityBitPerS} bit/s."
        : Channels is < 1 or > 64 ? $"A link has 1 to 64 channels, not {Channels}."
        : QueueLimit < 0 ? $"A queue holds 0 or more messages, not {QueueLimit}."
        : Grade < 0 ? $"A grade is 0 or more, not {Grade}."
        : !(RangeM > 0) ? $"A range is above 0, not {RangeM} m."
        : TimeDivision?.Problem;
}
