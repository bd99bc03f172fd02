namespace Bulwark.Simulation.Scenarios;

/// <summary>The categories of targets that some model treats in its own way, as the catalogue writes them; every other word is allowed too.</summary>
public static class TargetCategory
{
    /// <summary>Flies low and steadily.</summary>
    public const string CruiseMissile = "cruise-missile";

    /// <summary>Falls freely.</summary>
    public const string BallisticMissile = "ballistic-missile";

    /// <summary>Small and slow.</summary>
    public const string Drone = "drone";

    /// <summary>Homes on radars.</summary>
    public const string AntiRadiationMissile = "anti-radiation-missile";
}
