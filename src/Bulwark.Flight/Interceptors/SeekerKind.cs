namespace Bulwark.Flight.Interceptors;

/// <summary>What measures the line of sight to the target at the end of a flight.</summary>
public enum SeekerKind
{
    /// <summary>Nothing on the round: the engagement radar's track steers it to the end.</summary>
    Command,

    /// <summary>A seeker that needs the engagement radar's illumination.</summary>
    SemiActive,

    /// <summary>A receiver on the round whose measurements the ground uses; needs the illumination too.</summary>
    TrackViaMissile,

    /// <summary>A seeker with a transmitter of its own: once it measures, the round needs nobody.</summary>
    Active,
}
