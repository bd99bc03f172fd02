using Bulwark.Core.Timing;
using Bulwark.Operations.Identification;
using Bulwark.Simulation.Scenarios.Faults;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Simulation.Scenarios.Orders;
using Bulwark.Simulation.Scenarios.Raids;
using Bulwark.Simulation.Scenarios.Wiring;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Everything one run needs, with all figures resolved to SI values. Immutable; change it with <c>with</c> and run it again.</summary>
public sealed record Scenario
{
    /// <summary>Short identifier, used in file names.</summary>
    public required string Id { get; init; }

    /// <summary>Title for reports.</summary>
    public required string Title { get; init; }

    /// <summary>What the scenario is about, in plain words.</summary>
    public string Description { get; init; } = "";

    /// <summary>Seed used when the caller gives none.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Date and time of day, in UTC, at the start of the run; only for display and exports.</summary>
    public DateTimeOffset StartUtc { get; init; } = new(2026, 6, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>When the run ends at the latest.</summary>
    public required SimDuration Duration { get; init; }

    /// <summary>Terrain, air, weather and surface.</summary>
    public Surroundings Surroundings { get; init; } = new();

    /// <summary>What is defended.</summary>
    public IReadOnlyList<DefendedAsset> Assets { get; init; } = [];

    /// <summary>The batteries.</summary>
    public IReadOnlyList<Battery> Batteries { get; init; } = [];

    /// <summary>Radars without weapons.</summary>
    public IReadOnlyList<SurveillanceSite> Surveillance { get; init; } = [];

    /// <summary>Who commands whom; the batteries and radars above are what remained on their own.</summary>
    public IReadOnlyList<CommandLink> Wiring { get; init; } = [];

    /// <summary>What flies.</summary>
    public IReadOnlyList<FlightGroup> Groups { get; init; } = [];

    /// <summary>Attacks of which groups are drawn for each run.</summary>
    public IReadOnlyList<Raid> Raids { get; init; } = [];

    /// <summary>What units are told to do, in the order of the file.</summary>
    public IReadOnlyList<UnitOrder> Orders { get; init; } = [];

    /// <summary>What happens to nodes and links of the defence, in the order of the file.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>How batteries tell attackers from protected traffic; null when they go by answers and silence alone.</summary>
    public IdentificationRules? Identification { get; init; }

    /// <summary>How batteries and surveillance sites share what they know; null when nobody says so, and nothing is shared.</summary>
    public SharingNetwork? Network { get; init; }

    /// <summary>Where the figures came from: one line per catalogue entry used, for reports.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
