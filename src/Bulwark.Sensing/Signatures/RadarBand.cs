namespace Bulwark.Sensing.Signatures;

/// <summary>Radar bands by their letters (IEEE Std 521-2019), in order of frequency.</summary>
public enum RadarBand
{
    /// <summary>30 to 300 MHz.</summary>
    Vhf = 0,

    /// <summary>300 MHz to 1 GHz.</summary>
    Uhf = 1,

    /// <summary>1 to 2 GHz.</summary>
    L = 2,

    /// <summary>2 to 4 GHz.</summary>
    S = 3,

    /// <summary>4 to 8 GHz.</summary>
    C = 4,

    /// <summary>8 to 12 GHz.</summary>
    X = 5,

    /// <summary>12 to 18 GHz.</summary>
    Ku = 6,
}
