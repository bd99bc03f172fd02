namespace Bulwark.Formats.Asterix;

/// <summary>Which sensor of a radar station detected a target.</summary>
public enum RadarDetection
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>The primary radar alone.</summary>
    Primary = 1,

    /// <summary>The secondary radar (including Mode S) alone.</summary>
    Secondary = 2,

    /// <summary>Both, combined.</summary>
    Combined = 3,
}
