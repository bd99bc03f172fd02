namespace Bulwark.Simulation.Programmes;

/// <summary>What a component is to an engagement.</summary>
public enum EquipmentRole
{
    /// <summary>Nothing that a scenario has.</summary>
    Other,

    /// <summary>A radar that searches.</summary>
    AcquisitionRadar,

    /// <summary>A radar that guides.</summary>
    EngagementRadar,

    /// <summary>A launcher.</summary>
    Launcher,

    /// <summary>A round.</summary>
    Round,
}
