namespace Bulwark.Simulation.Programmes.Years;

/// <summary>What is recorded of the years of a programme. Numbers are for ever: the fingerprint of a result is made of them.</summary>
public enum ProgrammeEventKind
{
    /// <summary>A unit's equipment arrived. Other: delivery.</summary>
    UnitDelivered = 0,

    /// <summary>A unit is set up and its crew trained.</summary>
    UnitActivated = 1,

    /// <summary>A unit stopped being ready.</summary>
    UnitDown = 2,

    /// <summary>A unit became ready.</summary>
    UnitUp = 3,

    /// <summary>A part of a unit failed. Other: position in the structure.</summary>
    PartFailed = 4,

    /// <summary>No spare was at the base for a failed part. Other: the base.</summary>
    StockOut = 5,

    /// <summary>A spare for a failed part is being fitted. Other: position in the structure.</summary>
    FitStarted = 6,

    /// <summary>A part works again. Other: position in the structure.</summary>
    PartFitted = 7,

    /// <summary>A part was ordered, or sent to its maker for repair. Other: source.</summary>
    OrderPlaced = 8,

    /// <summary>Nobody may or can supply a part now, or what was made may not be sent. Other: source, or -1.</summary>
    OrderHeld = 9,

    /// <summary>What was ordered arrived. Other: source.</summary>
    OrderReceived = 10,

    /// <summary>A part was repaired in a shop of ours. Other: the site.</summary>
    RepairDone = 11,

    /// <summary>A round was fired for training.</summary>
    RoundFired = 12,

    /// <summary>Rounds arrived. Other: how many.</summary>
    RoundsDelivered = 13,

    /// <summary>Money was paid. Other: what for, a <see cref="CostCategory"/>.</summary>
    Paid = 14,

    /// <summary>Something began to happen to the supply. Other: event.</summary>
    SupplyEventBegan = 15,

    /// <summary>It ended. Other: event.</summary>
    SupplyEventEnded = 16,

    /// <summary>A source of a component is qualified. Other: source.</summary>
    SourceQualified = 17,
}
