namespace Bulwark.Simulation.Programmes;

/// <summary>A unit that has to be ready: a battery, for example. Immutable.</summary>
public sealed record ProgrammeUnit
{
    /// <summary>Identifier, unique among the units.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the base where it stands.</summary>
    public required string Site { get; init; }

    /// <summary>Its equipment, and how much of it has to work for the unit to be ready.</summary>
    public required IReadOnlyList<ComponentPart> Equipment { get; init; }

    /// <summary>Operating hours in an hour of the calendar.</summary>
    public Spread UseRatio { get; init; } = Spread.Of(1);

    /// <summary>Moves in a second.</summary>
    public Spread MovesPerS { get; init; }

    /// <summary>Rounds fired for training in a second.</summary>
    public Spread RoundsPerS { get; init; }

    /// <summary>Id of the round it fires; empty for none.</summary>
    public string Round { get; init; } = "";

    /// <summary>Running costs in a second, US dollars, once it is there.</summary>
    public Spread RunningUsdPerS { get; init; }

    /// <summary>What the figures rest on.</summary>
    public required Basis Basis { get; init; }
}
