namespace Bulwark.Studies.Coverage;

/// <summary>How one look of one radar at a place turns out; all zero when the place is hidden or outside the set's reach.</summary>
/// <param name="Probability">Probability of detection; 0 when it is unknown.</param>
/// <param name="SnrRatio">Signal-to-noise ratio of one pulse.</param>
/// <param name="RangeM">Straight distance.</param>
/// <param name="AzimuthRad">Azimuth at the radar.</param>
/// <param name="IsUnknown">Whether unknown ground decides if the place is seen.</param>
internal readonly record struct LinkState(double Probability, double SnrRatio, double RangeM, double AzimuthRad, bool IsUnknown = false)
{
    public static LinkState Unknown { get; } = new(0, 0, 0, 0, IsUnknown: true);
}
