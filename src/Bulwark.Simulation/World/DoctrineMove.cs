namespace Bulwark.Simulation.World;

/// <summary>Where a unit is in a move that its doctrine set off.</summary>
internal enum DoctrineMove
{
    /// <summary>In no move.</summary>
    None,

    /// <summary>On its way to another position.</summary>
    Moving,

    /// <summary>Packing up to be loaded.</summary>
    Withdrawing,

    /// <summary>Away to be loaded.</summary>
    Loading,

    /// <summary>Coming into action again.</summary>
    Returning,
}
