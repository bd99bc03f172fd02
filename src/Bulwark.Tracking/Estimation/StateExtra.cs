namespace Bulwark.Tracking.Estimation;

/// <summary>What a state holds beyond Earth-fixed position and velocity.</summary>
public enum StateExtra
{
    /// <summary>Nothing: six components.</summary>
    None,

    /// <summary>Earth-fixed acceleration, m/s²: nine components.</summary>
    Acceleration,

    /// <summary>Rate of turn about the local vertical, rad/s, positive to the right: seven components.</summary>
    TurnRate,

    /// <summary>Natural logarithm of the ballistic coefficient mass / (drag coefficient · area) in kg/m²: seven components.</summary>
    LogBallisticCoefficient,
}
