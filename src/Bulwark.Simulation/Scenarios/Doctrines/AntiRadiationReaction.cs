namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>
/// What a unit does when it takes a track for an anti-radiation missile. It is told by its flight alone, fast and straight at the unit, and not with
/// certainty: each look at the picture counts as evidence in Wald's sequential test until the stated error rates are met. Immutable.
/// </summary>
public sealed record AntiRadiationReaction
{
    /// <summary>Whether it shuts its radars down.</summary>
    public bool ShutsDown { get; init; }

    /// <summary>Whether it leaves its position.</summary>
    public bool Moves { get; init; }

    /// <summary>Whether it stays on because others protect it.</summary>
    public bool StaysUp { get; init; }

    /// <summary>Which radars are shut down.</summary>
    public RadarScope Radars { get; init; }

    /// <summary>Slowest track that may be one, m/s.</summary>
    public double SpeedMPerS { get; init; }

    /// <summary>Farthest from the unit that its straight way may lead past, metres.</summary>
    public double MissM { get; init; }

    /// <summary>Longest time to its arrival at which the unit begins to care, seconds.</summary>
    public double TimeToGoS { get; init; }

    /// <summary>Wanted probability of taking another track for one.</summary>
    public double FalseAlarmProbability { get; init; }

    /// <summary>Wanted probability of taking one for another track.</summary>
    public double MissedProbability { get; init; }

    /// <summary>Unit that protects it, for staying up; null when nobody is named.</summary>
    public string? Guard { get; init; }

    /// <summary>Where it goes when it moves.</summary>
    public Displacement? To { get; init; }
}
