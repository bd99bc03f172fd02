using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="FireControlStage"/> may use.</summary>
internal readonly ref struct FireControlInput
{
    public required SimTime Now { get; init; }

    public required int EngagementIndex { get; init; }

    public required PlannedFireUnit Plan { get; init; }

    public required EmitterState[] Emitters { get; init; }

    /// <summary>Its row among the emitters.</summary>
    public required int EmitterRow { get; init; }

    public required FireUnitState Unit { get; init; }

    public required BatteryState Battery { get; init; }

    /// <summary>Largest standard deviation of a track that rounds are led on with the radar dark, metres.</summary>
    public required double LargestSigmaM { get; init; }

    /// <summary>Tells whose echo the radar follows.</summary>
    public required TruthKey Truth { get; init; }

    public required RandomNames Random { get; init; }

    public required Tracker Picture { get; init; }

    public required StructTable<TrackNote> Notes { get; init; }

    public required StructTable<Engagement> Engagements { get; init; }

    public required StructTable<FireControlTrack> FireControl { get; init; }

    public required JammerSky Jammers { get; init; }

    public required ReadOnlySpan<PlannedTarget> Targets { get; init; }

    public required ReadOnlySpan<TargetStatus> Statuses { get; init; }
}
