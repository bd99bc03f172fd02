namespace Bulwark.Sensing.Antennas;

/// <summary>
/// What a phased array loses when its beam is steered off broadside: the projected aperture shrinks and the elements' gain falls.
/// </summary>
/// <remarks>
/// Source: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 9.5; Mailloux, Phased Array Antenna Handbook, 2nd ed. (2005),
/// section 1.3. One-way gain falls as cosⁿ of the steering angle, n = 1 for the projected aperture alone and 1.3 to 1.5 with mismatch;
/// the beam broadens as 1/cos. Valid to some 60 degrees; grating lobes are left out.
/// </remarks>
public static class ArrayScan
{
    /// <summary>Loss of gain, one way, dB, not negative; infinite at 90 degrees and behind.</summary>
    /// <param name="steeringRad">Angle between the beam and the array's normal, radians.</param>
    /// <param name="powerFactor">n of cosⁿ, not negative.</param>
    public static double OneWayLossDb(double steeringRad, double powerFactor = 1.5)
    {
        var cosine = Math.Cos(steeringRad);
        return cosine > 0 ? -10 * powerFactor * Math.Log10(cosine) : double.PositiveInfinity;
    }

    /// <summary>Loss of an echo, both ways, dB.</summary>
    /// <param name="steeringRad">Angle between the beam and the array's normal, radians.</param>
    /// <param name="powerFactor">n of cosⁿ of one way, not negative.</param>
    public static double TwoWayLossDb(double steeringRad, double powerFactor = 1.5) => 2 * OneWayLossDb(steeringRad, powerFactor);

    /// <summary>Beamwidth in the plane of steering, radians; infinite at 90 degrees.</summary>
    /// <param name="broadsideBeamwidthRad">Beamwidth at broadside, radians.</param>
    /// <param name="steeringRad">Angle between the beam and the array's normal, radians.</param>
    public static double BeamwidthRad(double broadsideBeamwidthRad, double steeringRad)
    {
        var cosine = Math.Cos(steeringRad);
        return cosine > 0 ? broadsideBeamwidthRad / cosine : double.PositiveInfinity;
    }

    /// <summary>Angle between a direction and the array's normal, radians.</summary>
    /// <param name="azimuthRad">Azimuth of the direction from the array's facing, radians.</param>
    /// <param name="elevationRad">Elevation of the direction, radians.</param>
    /// <param name="tiltRad">Elevation of the normal, radians.</param>
    public static double SteeringRad(double azimuthRad, double elevationRad, double tiltRad)
    {
        var cosine = (Math.Cos(elevationRad) * Math.Cos(azimuthRad) * Math.Cos(tiltRad)) + (Math.Sin(elevationRad) * Math.Sin(tiltRad));
        return Math.Acos(Math.Clamp(cosine, -1, 1));
    }
}
