namespace Bulwark.Studies.Files;

/// <summary>How many replications every setting gets. Immutable.</summary>
public sealed record ReplicationPlan
{
    /// <summary>The number, or the least number when there is a rule to stop.</summary>
    public required int AtLeast { get; init; }

    /// <summary>The most, when there is a rule to stop.</summary>
    public int AtMost { get; init; }

    /// <summary>Replications between two looks at the rule.</summary>
    public int Batch { get; init; } = 50;

    /// <summary>The measures that the rule looks at; empty without a rule.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    /// <summary>Stop when the half-width of the interval of each of these measures is at most this; null for no such rule. In the unit of the measure.</summary>
    public double? HalfWidthSi { get; init; }

    /// <summary>Stop when it is decided which alternative is better: when the confidence sequence of the difference leaves out zero.</summary>
    public bool UntilDecided { get; init; }

    /// <summary>Whether there is a rule to stop.</summary>
    public bool IsSequential => HalfWidthSi is not null || UntilDecided;
}
