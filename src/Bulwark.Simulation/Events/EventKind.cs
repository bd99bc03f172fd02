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

    /// <summary>An order is to be carried out. Subject: order of the plan.</summary>
    OrderDue = 11,

    /// <summary>A step of leaving, marching or deploying is over. Subject: emitter; detail: number of the step.</summary>
    PostureDue = 12,

    /// <summary>A missile that homes on a radar is to be released, listens, or comes down. Subject: target.</summary>
    HomingDue = 13,

    /// <summary>The crew of a unit looks at its situation as its doctrine says. Subject: picture.</summary>
    DoctrineReviewed = 16,

    /// <summary>A picture reports its tracks over the network. Subject: picture.</summary>
    ReportsDue = 20,

    /// <summary>Something happens in the network.</summary>
    MessageDue = 21,

    /// <summary>Something happens to nodes or a link. Subject: fault of the plan.</summary>
    FaultDue = 22,

    /// <summary>A command post looks at its picture. Subject: post.</summary>
    PostDecides = 23,

    /// <summary>The members of a group report themselves over the network. Subject: reporter of the plan.</summary>
    MembersReport = 24,

    /// <summary>Years of a programme: something begins or ends to happen to the supply. Subject: event; detail: 1 for its end.</summary>
    SupplyChanges = 64,

    /// <summary>A source of a component begins to qualify (detail 0) or is qualified (1). Subject: source.</summary>
    SourceQualifies = 65,

    /// <summary>A delivery arrives. Subject: delivery.</summary>
    DeliveryArrives = 66,

    /// <summary>A unit is set up and manned. Subject: unit.</summary>
    UnitActivates = 67,

    /// <summary>A part of a unit fails. Subject: unit; detail: part number.</summary>
    PartFails = 68,

    /// <summary>A spare has been fitted. Subject: position.</summary>
    PartFitted = 69,

    /// <summary>A spare arrives from the depot. Subject: base; detail: part number.</summary>
    SpareArrives = 70,

    /// <summary>A failed part arrives at a shop. Subject: slot of the shop and the place it returns to; detail: part number.</summary>
    ShopReceives = 71,

    /// <summary>A repair ends. Subject: slot of the shop and the place it returns to; detail: part number.</summary>
    RepairEnds = 72,

    /// <summary>An order arrives. Subject: order; detail: how often it had been placed.</summary>
    OrderArrives = 73,

    /// <summary>A round is fired for training. Subject: unit.</summary>
    RoundFires = 74,

    /// <summary>An instalment is due. Subject: contract; detail: its number.</summary>
    InstalmentDue = 75,
}
