namespace Bulwark.Sensing.Radars;

/// <summary>
/// The smallest separation that a set tells apart: range resolution by beamwidth by beamwidth. Two echoes closer than that in all three
/// come out as one plot.
/// </summary>
/// <remarks>
/// Source: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 6.5 (resolution by a pulse's width and a beam's width); the
/// place of an unresolved pair is the power-weighted mean of the two, as for the centroid of a beam split (Barton, Modern Radar System
/// Analysis, 1988, chapter 8). Echoes are resolved or not by their true places, after each has been detected by itself.
/// </remarks>
public static class EchoResolution
{
    /// <summary>Whether two echoes fall into one cell.</summary>
    /// <param name="parameters">The set.</param>
    /// <param name="one">One echo.</param>
    /// <param name="other">The other.</param>
    public static bool Holds(RadarParameters parameters, in RadarView one, in RadarView other)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Math.Abs(one.RangeM - other.RangeM) < parameters.RangeResolutionM
            && Math.Abs(Math.IEEERemainder(one.AzimuthRad - other.AzimuthRad, 2 * Math.PI)) < parameters.AzimuthBeamwidthRad
            && Math.Abs(one.ElevationRad - other.ElevationRad) < parameters.ElevationBeamwidthRad;
    }
}
