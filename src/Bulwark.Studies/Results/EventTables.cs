using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Results;

/// <summary>The tables of all event types, also of those that did not occur. The one place that lists the types.</summary>
internal sealed class EventTables : IDisposable
{
    private readonly EventTable?[] _tables = new EventTable?[1 + (int)Enum.GetValues<EventType>().Max()];

    public EventTables(SqliteFile database)
    {
        Create<TargetAppeared>(database);
        Create<TargetDeparted>(database);
        Create<VisibilityChanged>(database);
        Create<PlotMade>(database);
        Create<TrackChanged>(database);
        Create<TrackUpdated>(database);
        Create<EngagementDeferred>(database);
        Create<EngagementStarted>(database);
        Create<FireControlChanged>(database);
        Create<MissileLaunched>(database);
        Create<MissileSegment>(database);
        Create<MissileEnded>(database);
        Create<EngagementEnded>(database);
        Create<LauncherReload>(database);
        Create<FenceSearched>(database);
        Create<StrobeMade>(database);
        Create<SiteChanged>(database);
        Create<HomingChanged>(database);
        Create<DebrisFell>(database);
        Create<TrackClassified>(database);
        Create<ImpactPredicted>(database);
        Create<DoctrineActed>(database);
        Create<RoundsLoaded>(database);
        Create<MessageEnded>(database);
        Create<CommandMessageEnded>(database);
        Create<FireOrdered>(database);
        Create<CommandChanged>(database);
        Create<NodeChanged>(database);
        Create<LinkChanged>(database);
        Create<AssignmentWeighed>(database);
        Create<LiaisonTold>(database);
        Create<StrobeTracked>(database);
        Create<JammerLocated>(database);
        Create<TrackJudged>(database);
        Create<TrackKindJudged>(database);
        Create<RadarRegistered>(database);
    }

    /// <summary>The table of one type.</summary>
    /// <exception cref="InvalidOperationException">The type was forgotten in the list above.</exception>
    public EventTable Of(EventType type) => _tables[(int)type] ?? throw new InvalidOperationException($"Event type {type} has no table.");

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var table in _tables) table?.Dispose();
    }

    private void Create<T>(SqliteFile database)
        where T : struct, IRunEvent => _tables[(int)T.Type] = EventTable.Create<T>(database);
}
