namespace Bulwark.Operations.Logistics;

/// <summary>What spares are bought for.</summary>
public enum SpareGoal
{
    /// <summary>As few expected backorders as possible.</summary>
    Backorders,

    /// <summary>As high an availability as possible.</summary>
    Availability,
}
