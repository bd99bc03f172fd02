using Bulwark.Sensing.Power;

namespace Bulwark.Sensing.Clutter;

/// <summary>
/// Ground and volume from which echoes come back together with a target's.
/// </summary>
/// <remarks>
/// Sources: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), sections 7.2 and 7.6; Barton, Modern Radar System Analysis (1988),
/// section 3.6; Probert-Jones, Quarterly Journal of the Royal Meteorological Society 88 (1962) 485-495. The beam is Gaussian and counts
/// both ways: a width θ₃ is worth θ₃/√2 · √(π/(4 ln 2)) = 0.7526 θ₃. At a steep angle the beam limits the ground cell instead of the pulse.
/// </remarks>
public static class ResolutionCell
{
    /// <summary>Ground in the cell, m².</summary>
    /// <param name="rangeM">Slant range, metres.</param>
    /// <param name="azimuthBeamwidthRad">Half-power beamwidth in azimuth, radians.</param>
    /// <param name="elevationBeamwidthRad">Half-power beamwidth in elevation, radians.</param>
    /// <param name="rangeResolutionM">Range resolution c/(2B), metres.</param>
    /// <param name="grazingRad">Grazing angle, radians, above 0 and at most π/2.</param>
    public static double AreaM2(double rangeM, double azimuthBeamwidthRad, double elevationBeamwidthRad, double rangeResolutionM, double grazingRad)
    {
        var alongM = Math.Min(rangeResolutionM / Math.Cos(grazingRad), rangeM * EffectiveWidthRad(elevationBeamwidthRad) / Math.Sin(grazingRad));
        return rangeM * EffectiveWidthRad(azimuthBeamwidthRad) * alongM;
    }

    /// <summary>Volume of the cell, m³, when the beam is filled.</summary>
    /// <param name="rangeM">Slant range, metres.</param>
    /// <param name="azimuthBeamwidthRad">Half-power beamwidth in azimuth, radians.</param>
    /// <param name="elevationBeamwidthRad">Half-power beamwidth in elevation, radians.</param>
    /// <param name="rangeResolutionM">Range resolution c/(2B), metres.</param>
    public static double VolumeM3(double rangeM, double azimuthBeamwidthRad, double elevationBeamwidthRad, double rangeResolutionM) =>
        rangeM * rangeM * EffectiveWidthRad(azimuthBeamwidthRad) * EffectiveWidthRad(elevationBeamwidthRad) * rangeResolutionM;

    /// <summary>Clutter-to-noise ratio of a cell: the radar equation with the clutter's cross-section.</summary>
    /// <param name="budget">Power of the set.</param>
    /// <param name="rangeM">Slant range, metres.</param>
    /// <param name="clutterRcsM2">Cross-section of the clutter in the cell, m².</param>
    /// <param name="lossDb">Two-way loss of path and pattern toward the clutter, dB.</param>
    public static double ClutterToNoiseRatio(PowerBudget budget, double rangeM, double clutterRcsM2, double lossDb = 0)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return budget.SnrRatio(rangeM, clutterRcsM2, lossDb);
    }

    private static double EffectiveWidthRad(double beamwidthRad) => beamwidthRad * Math.Sqrt(Math.PI / (8 * Math.Log(2)));
}
