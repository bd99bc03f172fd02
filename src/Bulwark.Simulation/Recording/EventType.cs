namespace Bulwark.Simulation.Recording;

/// <summary>The types of recorded events. The numbers are part of the run hash: never renumber.</summary>
public enum EventType
{
    /// <summary>See <see cref="Recording.TargetAppeared"/>.</summary>
    TargetAppeared = 0,

    /// <summary>See <see cref="Recording.TargetDeparted"/>.</summary>
    TargetDeparted = 1,

    /// <summary>See <see cref="Recording.VisibilityChanged"/>.</summary>
    VisibilityChanged = 2,

    /// <summary>See <see cref="Recording.PlotMade"/>.</summary>
    PlotMade = 3,

    /// <summary>See <see cref="Recording.TrackChanged"/>.</summary>
    TrackChanged = 4,

    /// <summary>See <see cref="Recording.TrackUpdated"/>.</summary>
    TrackUpdated = 5,

    /// <summary>See <see cref="Recording.EngagementDeferred"/>.</summary>
    EngagementDeferred = 6,

    /// <summary>See <see cref="Recording.EngagementStarted"/>.</summary>
    EngagementStarted = 7,

    /// <summary>See <see cref="Recording.FireControlChanged"/>.</summary>
    FireControlChanged = 8,

    /// <summary>See <see cref="Recording.MissileLaunched"/>.</summary>
    MissileLaunched = 9,

    /// <summary>See <see cref="Recording.MissileSegment"/>.</summary>
    MissileSegment = 10,

    /// <summary>See <see cref="Recording.MissileEnded"/>.</summary>
    MissileEnded = 11,

    /// <summary>See <see cref="Recording.EngagementEnded"/>.</summary>
    EngagementEnded = 12,

    /// <summary>See <see cref="Recording.LauncherReload"/>.</summary>
    LauncherReload = 13,

    /// <summary>See <see cref="Recording.FenceSearched"/>.</summary>
    FenceSearched = 14,

    /// <summary>See <see cref="Recording.StrobeMade"/>.</summary>
    StrobeMade = 15,

    /// <summary>See <see cref="Recording.SiteChanged"/>.</summary>
    SiteChanged = 16,

    /// <summary>See <see cref="Recording.HomingChanged"/>.</summary>
    HomingChanged = 20,

    /// <summary>See <see cref="Recording.DebrisFell"/>.</summary>
    DebrisFell = 21,

    /// <summary>See <see cref="Recording.TrackClassified"/>.</summary>
    TrackClassified = 30,

    /// <summary>See <see cref="Recording.ImpactPredicted"/>.</summary>
    ImpactPredicted = 31,

    /// <summary>See <see cref="Recording.StrobeTracked"/>.</summary>
    StrobeTracked = 32,

    /// <summary>See <see cref="Recording.JammerLocated"/>.</summary>
    JammerLocated = 33,

    /// <summary>See <see cref="Recording.DoctrineActed"/>.</summary>
    DoctrineActed = 40,

    /// <summary>See <see cref="Recording.RoundsLoaded"/>.</summary>
    RoundsLoaded = 41,

    /// <summary>See <see cref="Recording.MessageEnded"/>.</summary>
    MessageEnded = 50,

    /// <summary>See <see cref="Recording.CommandMessageEnded"/>.</summary>
    CommandMessageEnded = 51,

    /// <summary>See <see cref="Recording.FireOrdered"/>.</summary>
    FireOrdered = 52,

    /// <summary>See <see cref="Recording.CommandChanged"/>.</summary>
    CommandChanged = 53,

    /// <summary>See <see cref="Recording.NodeChanged"/>.</summary>
    NodeChanged = 54,

    /// <summary>See <see cref="Recording.LinkChanged"/>.</summary>
    LinkChanged = 55,

    /// <summary>See <see cref="Recording.AssignmentWeighed"/>.</summary>
    AssignmentWeighed = 56,

    /// <summary>See <see cref="Recording.LiaisonTold"/>.</summary>
    LiaisonTold = 57,

    /// <summary>See <see cref="Recording.TrackJudged"/>.</summary>
    TrackJudged = 58,

    /// <summary>See <see cref="Recording.TrackKindJudged"/>.</summary>
    TrackKindJudged = 59,

    /// <summary>See <see cref="Recording.RadarRegistered"/>.</summary>
    RadarRegistered = 60,
}
