namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Diffraction loss over a terrain profile by the delta-Bullington method. Source: Recommendation ITU-R P.526-15 (2019), section 4.5.2 with
/// 4.5.1; the effective heights by the smooth-surface fit of P.452-17, attachment 2 to annex 1, section 5.1.6.
/// </summary>
/// <remarks>
/// Validity: 10 MHz and above, one way, loss against free space; median refraction through the effective radius. The profile's first and last
/// points are the ground below the two ends. Heights above sea level. No allocation.
/// </remarks>
public static class TerrainDiffraction
{
    private const double LightSpeedMPerS = 299_792_458;

    /// <summary>Loss by the delta-Bullington construction: Bullington over the terrain, plus what a smooth sphere costs above Bullington over it, dB.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="distanceM">Distances of the profile's points from the first, metres, growing from zero; at least two.</param>
    /// <param name="groundM">Heights of the ground there, metres above sea level.</param>
    /// <param name="antennaHeightM">Height of the antenna at the first point above sea level, metres; above the ground.</param>
    /// <param name="targetHeightM">Height at the last point above sea level, metres; above the ground.</param>
    /// <param name="effectiveRadiusM">Effective radius of the Earth, metres, positive.</param>
    /// <param name="polarisation">Polarisation.</param>
    /// <param name="ground">Constants of the ground.</param>
    /// <exception cref="ArgumentException">The profile is not one.</exception>
    public static double LossDb(
        double frequencyHz,
        ReadOnlySpan<double> distanceM,
        ReadOnlySpan<double> groundM,
        double antennaHeightM,
        double targetHeightM,
        double effectiveRadiusM,
        Polarisation polarisation,
        GroundConstants ground)
    {
        Check(frequencyHz, distanceM, groundM, effectiveRadiusM);
        var (surface1M, surface2M) = SmoothSurface(distanceM, groundM, antennaHeightM, targetHeightM);
        var height1M = antennaHeightM - surface1M;
        var height2M = targetHeightM - surface2M;
        var actual = Bullington(frequencyHz, distanceM, groundM, antennaHeightM, targetHeightM, effectiveRadiusM);
        var smooth = Bullington(frequencyHz, distanceM, default, height1M, height2M, effectiveRadiusM);
        var sphere = SphericalEarthDiffraction.LossDb(frequencyHz, distanceM[^1], Math.Max(1e-3, height1M), Math.Max(1e-3, height2M), effectiveRadiusM, polarisation, ground);
        return actual + Math.Max(sphere - smooth, 0);
    }

    /// <summary>Loss by the Bullington construction alone (section 4.5.1): one edge where the two horizons' rays meet, dB.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="distanceM">Distances of the profile's points from the first, metres.</param>
    /// <param name="groundM">Heights of the ground there, metres above sea level.</param>
    /// <param name="antennaHeightM">Height of the antenna above sea level, metres.</param>
    /// <param name="targetHeightM">Height of the target above sea level, metres.</param>
    /// <param name="effectiveRadiusM">Effective radius of the Earth, metres, positive.</param>
    /// <exception cref="ArgumentException">The profile is not one.</exception>
    public static double BullingtonLossDb(double frequencyHz, ReadOnlySpan<double> distanceM, ReadOnlySpan<double> groundM, double antennaHeightM, double targetHeightM, double effectiveRadiusM)
    {
        Check(frequencyHz, distanceM, groundM, effectiveRadiusM);
        return Bullington(frequencyHz, distanceM, groundM, antennaHeightM, targetHeightM, effectiveRadiusM);
    }

    // An empty ground is a smooth sphere at zero.
    private static double Bullington(double frequencyHz, ReadOnlySpan<double> distanceM, ReadOnlySpan<double> groundM, double height1M, double height2M, double radiusM)
    {
        var wavelengthM = LightSpeedMPerS / frequencyHz;
        var lengthM = distanceM[^1];
        double steepest1 = double.NegativeInfinity, steepest2 = double.NegativeInfinity, greatest = double.NegativeInfinity;
        for (var i = 1; i < distanceM.Length - 1; i++)
        {
            var at = distanceM[i];
            var rest = lengthM - at;
            var bulged = (groundM.IsEmpty ? 0 : groundM[i]) + (at * rest / (2 * radiusM));
            steepest1 = Math.Max(steepest1, (bulged - height1M) / at);
            steepest2 = Math.Max(steepest2, (bulged - height2M) / rest);
            var above = bulged - (((height1M * rest) + (height2M * at)) / lengthM);
            greatest = Math.Max(greatest, above * Math.Sqrt(2 * lengthM / (wavelengthM * at * rest)));
        }

        double edge;
        if (distanceM.Length < 3) return 0;
        if (steepest1 < (height2M - height1M) / lengthM)
        {
            edge = KnifeEdge.LossDb(greatest);
        }
        else
        {
            var at = Math.Clamp((height2M - height1M + (steepest2 * lengthM)) / (steepest1 + steepest2), 1e-9 * lengthM, (1 - 1e-9) * lengthM);
            var above = height1M + (steepest1 * at) - (((height1M * (lengthM - at)) + (height2M * at)) / lengthM);
            edge = KnifeEdge.LossDb(above * Math.Sqrt(2 * lengthM / (wavelengthM * at * (lengthM - at))));
        }

        return edge + ((1 - Math.Exp(-edge / 6)) * (10 + (2e-5 * lengthM)));
    }

    /// <summary>Heights at both ends of the straight line that fits the terrain, lowered by what obstructs the path.</summary>
    private static (double FirstM, double LastM) SmoothSurface(ReadOnlySpan<double> distanceM, ReadOnlySpan<double> groundM, double antennaHeightM, double targetHeightM)
    {
        var lengthM = distanceM[^1];
        double v1 = 0, v2 = 0, obstruction = double.NegativeInfinity, slope1 = double.NegativeInfinity, slope2 = double.NegativeInfinity;
        for (var i = 1; i < distanceM.Length; i++)
        {
            var step = distanceM[i] - distanceM[i - 1];
            v1 += step * (groundM[i] + groundM[i - 1]);
            v2 += step * ((groundM[i] * ((2 * distanceM[i]) + distanceM[i - 1])) + (groundM[i - 1] * (distanceM[i] + (2 * distanceM[i - 1]))));
            if (i == distanceM.Length - 1) continue;
            var above = groundM[i] - (((antennaHeightM * (lengthM - distanceM[i])) + (targetHeightM * distanceM[i])) / lengthM);
            obstruction = Math.Max(obstruction, above);
            slope1 = Math.Max(slope1, above / distanceM[i]);
            slope2 = Math.Max(slope2, above / (lengthM - distanceM[i]));
        }

        var first = ((2 * v1 * lengthM) - v2) / (lengthM * lengthM);
        var last = (v2 - (v1 * lengthM)) / (lengthM * lengthM);
        if (obstruction > 0)
        {
            first -= obstruction * slope1 / (slope1 + slope2);
            last -= obstruction * slope2 / (slope1 + slope2);
        }

        return (Math.Min(first, groundM[0]), Math.Min(last, groundM[^1]));
    }

    private static void Check(double frequencyHz, ReadOnlySpan<double> distanceM, ReadOnlySpan<double> groundM, double effectiveRadiusM)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequencyHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(effectiveRadiusM);
        if (distanceM.Length < 2 || groundM.Length != distanceM.Length || distanceM[0] != 0) throw new ArgumentException("A profile has at least two points, the first at zero, and as many heights.", nameof(distanceM));
        for (var i = 1; i < distanceM.Length; i++)
        {
            if (!(distanceM[i] > distanceM[i - 1])) throw new ArgumentException("The distances of a profile grow.", nameof(distanceM));
        }
    }
}
