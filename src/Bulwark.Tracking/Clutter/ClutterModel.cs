namespace Bulwark.Tracking.Clutter;

/// <summary>Where the density of false plots is taken from.</summary>
public enum ClutterModel
{
    /// <summary>As the settings state it, the same everywhere.</summary>
    Stated,

    /// <summary>From the plots themselves, over cells of range and azimuth (Musicki and others 2005); the settings are where it begins.</summary>
    Map,
}
