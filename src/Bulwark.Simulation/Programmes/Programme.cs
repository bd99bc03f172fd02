using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Programmes;

/// <summary>Everything that years of deliveries, use and support need. Immutable; change it with <c>with</c> and run it again.</summary>
public sealed record Programme
{
    /// <summary>Short identifier, used in file names.</summary>
    public required string Id { get; init; }

    /// <summary>Title for reports.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, in plain words.</summary>
    public string Description { get; init; } = "";

    /// <summary>Seed used when the caller gives none.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Replications used when the caller gives no number.</summary>
    public int Replications { get; init; } = 1000;

    /// <summary>The first day.</summary>
    public required DateTimeOffset StartUtc { get; init; }

    /// <summary>How long the years last.</summary>
    public required SimDuration Duration { get; init; }

    /// <summary>The country at home.</summary>
    public string Home { get; init; } = "";

    /// <summary>Whether parts go on failing while their unit stands still for want of another.</summary>
    public bool FailsWhileDown { get; init; }

    /// <summary>How times of repair scatter.</summary>
    public TimeLaw RepairTimes { get; init; } = TimeLaw.Exponential;

    /// <summary>How lead times scatter.</summary>
    public TimeLaw SupplyTimes { get; init; } = TimeLaw.Fixed;

    /// <summary>Published facts.</summary>
    public IReadOnlyList<ProgrammeFact> Facts { get; init; } = [];

    /// <summary>Assumptions beyond the figures of single entries.</summary>
    public IReadOnlyList<ProgrammeAssumption> Assumptions { get; init; } = [];

    /// <summary>The product structure.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>Who makes components.</summary>
    public IReadOnlyList<Supplier> Suppliers { get; init; } = [];

    /// <summary>Bases and depots.</summary>
    public IReadOnlyList<SupportSite> Sites { get; init; } = [];

    /// <summary>What has to be ready.</summary>
    public IReadOnlyList<ProgrammeUnit> Units { get; init; } = [];

    /// <summary>Contracts with their deliveries; a unit that no contract delivers is there from the start.</summary>
    public IReadOnlyList<Contract> Contracts { get; init; } = [];

    /// <summary>What happens to the supply.</summary>
    public IReadOnlyList<SupplyEvent> Events { get; init; } = [];

    /// <summary>The ways the years may go; one in which everything happens when empty.</summary>
    public IReadOnlyList<ProgrammeCase> Cases { get; init; } = [];

    /// <summary>What the localisation is asked; null for nothing.</summary>
    public LocalisationQuestion? Localisation { get; init; }

    /// <summary>A published record to fit a model to and to hold it against; null for none.</summary>
    public Backtest? Backtest { get; init; }

    /// <summary>The last moment.</summary>
    public DateTimeOffset EndUtc => StartUtc.AddTicks(Duration.Nanoseconds / 100);

    /// <summary>A date as a moment of the simulation.</summary>
    /// <param name="date">The date.</param>
    public SimTime At(DateTimeOffset date) => new(checked((date - StartUtc).Ticks * 100));

    /// <summary>A moment of the simulation as a date.</summary>
    /// <param name="time">The moment.</param>
    public DateTimeOffset DateOf(SimTime time) => StartUtc.AddTicks(time.Nanoseconds / 100);
}
