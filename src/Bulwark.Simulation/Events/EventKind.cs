namespace Bulwark.Simulation.Events;

/// <summary>
/// What a queued event asks for. The numeric order is the phase order: of two events at the same instant the one with the smaller
/// kind comes first, so that the world moves before it is looked at, and is looked at before anybody decides.
/// </summary>
public enum EventKind
{
    /// <summary>A target appears. Subject: target.</summary>
    TargetAppears = 0,

    /// <summary>A missile's guidance interval ends. Subject: missile.</summary>
    GuidanceInterval = 1,

    /// <summary>A target has done its work or left. Subject: target.</summary>
    TargetDeparts = 2,

    /// <summary>A rotating antenna finished a sector. Subject: node; detail: sector counted from the start of the run.</summary>
    SectorSwept = 3,

    /// <summary>A phased array finished a frame of looks. Subject: node; detail: frame counted from the start of the run.</summary>
    ArrayLooked = 4,

    /// <summary>An engagement radar looks at its target. Subject: engagement.</summary>
    FireControlLook = 5,

    /// <summary>The plots of a radar's sector reach the tracker. Subject: node.</summary>
    PlotsReady = 6,

    /// <summary>A launcher is reloaded. Subject: fire unit; detail: launcher.</summary>
    LauncherReloaded = 7,

    /// <summary>The result of a salvo can be judged. Subject: engagement.</summary>
    SalvoAssessed = 8,

    /// <summary>Command looks at the whole picture. Subject: battery.</summary>
    PictureEvaluated = 9,

    /// <summary>A fire unit may launch its next round. Subject: fire unit.</summary>
    LaunchOpportunity = 10,
}
