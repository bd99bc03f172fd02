namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Diffraction loss over a smooth spherical Earth, for any distance. Source: Recommendation ITU-R P.526-15 (2019), section 3.2 with the
/// first-term residue series of section 3.1.1 (practical units, equations 13 to 21); the same as sections 4.2.2.1 and 4.2.2.2 of P.452-17.
/// </summary>
/// <remarks>
/// Validity: 10 MHz and above, heights small against the Earth. One-way loss relative to free space, antennas in still air over one kind
/// of ground. Beyond the horizon it exceeds measurements once troposcatter takes over (some 100 to 200 dB), which is left out.
/// </remarks>
public static class SphericalEarthDiffraction
{
    private const double LightSpeedMPerS = 299_792_458;

    /// <summary>One-way diffraction loss, dB: zero where the path clears the Earth by 0.55 of the first Fresnel zone.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="distanceM">Distance along the surface, metres, positive.</param>
    /// <param name="height1M">Height of one end above the smooth surface, metres, positive.</param>
    /// <param name="height2M">Height of the other end, metres, positive.</param>
    /// <param name="effectiveRadiusM">Effective radius of the Earth, metres, positive.</param>
    /// <param name="polarisation">Polarisation; circular counts as the mean of the two losses in dB.</param>
    /// <param name="ground">Ground constants.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static double LossDb(double frequencyHz, double distanceM, double height1M, double height2M, double effectiveRadiusM, Polarisation polarisation, GroundConstants ground)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequencyHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distanceM);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height1M);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height2M);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(effectiveRadiusM);
        if (polarisation == Polarisation.Circular)
        {
            return 0.5 * (LossDb(frequencyHz, distanceM, height1M, height2M, effectiveRadiusM, Polarisation.Horizontal, ground)
                + LossDb(frequencyHz, distanceM, height1M, height2M, effectiveRadiusM, Polarisation.Vertical, ground));
        }

        var roots = Math.Sqrt(height1M) + Math.Sqrt(height2M);
        if (distanceM >= Math.Sqrt(2 * effectiveRadiusM) * roots)
            return FirstTermLossDb(frequencyHz, distanceM, height1M, height2M, effectiveRadiusM, polarisation, ground);

        var clearance = Clearance(distanceM, height1M, height2M, effectiveRadiusM, out var distance1M);
        var required = RequiredClearanceM(frequencyHz, distanceM, distance1M);
        if (clearance > required) return 0;

        // The radius with which the same path would just graze, and from there a straight line to zero at full clearance.
        var grazing = distanceM / roots;
        var loss = FirstTermLossDb(frequencyHz, distanceM, height1M, height2M, 0.5 * grazing * grazing, polarisation, ground);
        return loss < 0 ? 0 : (1 - (clearance / required)) * loss;
    }

    /// <summary>
    /// Least clearance of the straight ray over that needed for free space (0.55 of the first Fresnel zone): zero when grazing or beyond the
    /// horizon, one or more in the clear.
    /// </summary>
    /// <param name="frequencyHz">Frequency, hertz.</param>
    /// <param name="distanceM">Distance along the surface, metres.</param>
    /// <param name="height1M">Height of one end above the smooth surface, metres.</param>
    /// <param name="height2M">Height of the other end, metres.</param>
    /// <param name="effectiveRadiusM">Effective radius of the Earth, metres.</param>
    public static double ClearanceShare(double frequencyHz, double distanceM, double height1M, double height2M, double effectiveRadiusM)
    {
        if (distanceM >= Math.Sqrt(2 * effectiveRadiusM) * (Math.Sqrt(height1M) + Math.Sqrt(height2M))) return 0;
        var clearance = Clearance(distanceM, height1M, height2M, effectiveRadiusM, out var distance1M);
        return Math.Max(0, clearance / RequiredClearanceM(frequencyHz, distanceM, distance1M));
    }

    /// <summary>The first term of the residue series alone, dB: valid beyond the horizon.</summary>
    /// <param name="frequencyHz">Frequency, hertz.</param>
    /// <param name="distanceM">Distance along the surface, metres.</param>
    /// <param name="height1M">Height of one end above the smooth surface, metres.</param>
    /// <param name="height2M">Height of the other end, metres.</param>
    /// <param name="effectiveRadiusM">Effective radius of the Earth, metres.</param>
    /// <param name="polarisation">Horizontal or vertical.</param>
    /// <param name="ground">Ground constants.</param>
    public static double FirstTermLossDb(double frequencyHz, double distanceM, double height1M, double height2M, double effectiveRadiusM, Polarisation polarisation, GroundConstants ground)
    {
        var f = frequencyHz / 1e9;
        var radiusKm = effectiveRadiusM / 1000;
        var k = Admittance(f, radiusKm, polarisation, ground);
        var k2 = k * k;
        var beta = (1 + (1.6 * k2) + (0.67 * k2 * k2)) / (1 + (4.5 * k2) + (1.53 * k2 * k2));
        var x = 21.88 * beta * Math.Cbrt(f / (radiusKm * radiusKm)) * (distanceM / 1000);
        var y = 0.9575 * beta * Math.Cbrt(f * f / radiusKm);
        var distanceTerm = x >= 1.6 ? 11 + (10 * Math.Log10(x)) - (17.6 * x) : (-20 * Math.Log10(x)) - (5.6488 * Math.Pow(x, 1.425));
        return -distanceTerm - HeightGainDb(y * height1M, beta, k) - HeightGainDb(y * height2M, beta, k);
    }

    /// <summary>Least clearance of the straight ray above the curved surface inside the horizon (P.526 equations 22 to 24), metres.</summary>
    private static double Clearance(double distanceM, double height1M, double height2M, double radiusM, out double distance1M)
    {
        var c = (height1M - height2M) / (height1M + height2M);
        var m = distanceM * distanceM / (4 * radiusM * (height1M + height2M));
        var angle = Math.Acos(Math.Clamp(1.5 * c * Math.Sqrt(3 * m / Math.Pow(m + 1, 3)), -1, 1));
        var b = 2 * Math.Sqrt((m + 1) / (3 * m)) * Math.Cos((Math.PI / 3) + (angle / 3));
        distance1M = 0.5 * distanceM * (1 + b);
        var distance2M = distanceM - distance1M;
        return (((height1M - (distance1M * distance1M / (2 * radiusM))) * distance2M) + ((height2M - (distance2M * distance2M / (2 * radiusM))) * distance1M)) / distanceM;
    }

    private static double RequiredClearanceM(double frequencyHz, double distanceM, double distance1M) =>
        17.456 * Math.Sqrt(1e-3 * distance1M * (distanceM - distance1M) / distanceM * (LightSpeedMPerS / frequencyHz));

    private static double Admittance(double f, double radiusKm, Polarisation polarisation, GroundConstants ground)
    {
        var loss = 18 * ground.ConductivitySPerM / f;
        var excess = ground.PermittivityRatio - 1;
        var horizontal = 0.036 / (Math.Cbrt(radiusKm * f) * Math.Sqrt(Math.Sqrt((excess * excess) + (loss * loss))));
        return polarisation == Polarisation.Vertical
            ? horizontal * Math.Sqrt((ground.PermittivityRatio * ground.PermittivityRatio) + (loss * loss))
            : horizontal;
    }

    private static double HeightGainDb(double y, double beta, double k)
    {
        var b = beta * y;
        var gain = b > 2 ? (17.6 * Math.Sqrt(b - 1.1)) - (5 * Math.Log10(b - 1.1)) - 8 : 20 * Math.Log10(b + (0.1 * b * b * b));
        return Math.Max(gain, 2 + (20 * Math.Log10(k)));
    }
}
