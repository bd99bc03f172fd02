namespace Bulwark.Core.Earth;

/// <summary>The reference atmospheres of Recommendation ITU-R P.835-6 (see <see cref="ReferenceAtmosphere"/>).</summary>
public enum ReferenceClimate
{
    /// <summary>Mean annual global: US Standard Atmosphere 1976 with water vapour.</summary>
    MeanGlobal = 0,

    /// <summary>Low latitudes, below 22 degrees, all year.</summary>
    LowLatitude = 1,

    /// <summary>Mid latitudes, 22 to 45 degrees, summer.</summary>
    MidLatitudeSummer = 2,

    /// <summary>Mid latitudes, 22 to 45 degrees, winter.</summary>
    MidLatitudeWinter = 3,

    /// <summary>High latitudes, above 45 degrees, summer.</summary>
    HighLatitudeSummer = 4,

    /// <summary>High latitudes, above 45 degrees, winter.</summary>
    HighLatitudeWinter = 5,
}
