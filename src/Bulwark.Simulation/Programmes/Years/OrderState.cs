namespace Bulwark.Simulation.Programmes.Years;

/// <summary>How far an order is.</summary>
internal enum OrderState
{
    /// <summary>Nobody may or can make it.</summary>
    Unplaced,

    /// <summary>Its maker waits for what goes into it.</summary>
    WaitingForInputs,

    /// <summary>It is being made, or on its way.</summary>
    UnderWay,

    /// <summary>It is made and may not be sent.</summary>
    Held,

    /// <summary>It has arrived.</summary>
    Done,
}
