using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Identification;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="CommandStage"/> may use.</summary>
internal readonly ref struct CommandInput
{
    public required SimTime Now { get; init; }

    public required int BatteryIndex { get; init; }

    public required PlannedBattery Plan { get; init; }

    public required BatteryState Battery { get; init; }

    /// <summary>What its fire units are doing.</summary>
    public required ReadOnlySpan<EmitterState> Emitters { get; init; }

    public required ReadOnlySpan<FireUnitState> Units { get; init; }

    public required ReadOnlySpan<Track> Picture { get; init; }

    public required Tracker Tracker { get; init; }

    public required IReadOnlyDictionary<int, BallisticReport> Forecasts { get; init; }

    public required StructTable<TrackNote> Notes { get; init; }

    /// <summary>What speaks for kinds of targets beside each track.</summary>
    public required StructTable<KindNote> Kinds { get; init; }

    /// <summary>Tracks of others of which it was last told whether they are engaged there.</summary>
    public required ReadOnlySpan<EngagedElsewhere> EngagedElsewhere { get; init; }

    /// <summary>Whether its command works.</summary>
    public required bool Works { get; init; }

    /// <summary>The post that commands it; null when it commands itself.</summary>
    public required PlannedPost? Post { get; init; }

    /// <summary>What it heard from that post.</summary>
    public required BatteryCommand? Command { get; init; }

    public required StructTable<Engagement> Engagements { get; init; }

    public required StructTable<FireControlTrack> FireControl { get; init; }

    /// <summary>How it tells attackers from protected traffic; null when it goes by answers and silence alone.</summary>
    public required IdentificationRules? Identification { get; init; }

    public required ReadOnlySpan<ProtectedArea> Areas { get; init; }

    /// <summary>Its behaviours, of which zones, reserve and whom it guards are command's; null for none.</summary>
    public required PlannedDoctrine? Doctrine { get; init; }
}
