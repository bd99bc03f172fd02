namespace Bulwark.Formats.Acmi;

/// <summary>Type tags of the ACMI 2.2 specification that the workbench uses.</summary>
public static class AcmiType
{
    /// <summary>A fixed-wing aircraft.</summary>
    public const string Aircraft = "Air+FixedWing";

    /// <summary>A missile.</summary>
    public const string Missile = "Weapon+Missile";

    /// <summary>A ground-based air-defence unit: a radar or a launcher.</summary>
    public const string AirDefence = "Ground+AntiAircraft";

    /// <summary>Any other thing on the ground.</summary>
    public const string Ground = "Ground+Static";

    /// <summary>A position shown for reference.</summary>
    public const string Waypoint = "Navaid+Static+Waypoint";
}
