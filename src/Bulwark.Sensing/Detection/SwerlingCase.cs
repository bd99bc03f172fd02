namespace Bulwark.Sensing.Detection;

/// <summary>
/// Fluctuation model of a target's echo. Source: Swerling, "Probability of detection for fluctuating targets",
/// IRE Transactions IT-6 (1960) 269-308; case 0 is the steady target of Marcum (also called case 5).
/// </summary>
public enum SwerlingCase
{
    /// <summary>Steady echo.</summary>
    Steady = 0,

    /// <summary>Exponential power, constant within a look.</summary>
    Case1 = 1,

    /// <summary>Exponential power, independent from pulse to pulse.</summary>
    Case2 = 2,

    /// <summary>Chi-square power with four degrees of freedom, constant within a look.</summary>
    Case3 = 3,

    /// <summary>Chi-square power with four degrees of freedom, independent from pulse to pulse.</summary>
    Case4 = 4,
}
