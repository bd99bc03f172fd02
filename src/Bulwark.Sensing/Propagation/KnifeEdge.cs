namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Diffraction over a single knife edge. Source: Recommendation ITU-R P.526-15 (2019), section 4.1, equations 26 and 30, and 31.
/// </summary>
public static class KnifeEdge
{
    /// <summary>The dimensionless height ν of an edge (equation 26).</summary>
    /// <param name="heightM">Height of the edge above the straight line between the ends, metres; negative when below.</param>
    /// <param name="distance1M">Distance to one end, metres, positive.</param>
    /// <param name="distance2M">Distance to the other end, metres, positive.</param>
    /// <param name="wavelengthM">Wavelength, metres, positive.</param>
    public static double ParameterRatio(double heightM, double distance1M, double distance2M, double wavelengthM) =>
        heightM * Math.Sqrt(2 / wavelengthM * ((1 / distance1M) + (1 / distance2M)));

    /// <summary>Loss against free space by the exact Fresnel integrals (equation 30), dB; 6.02 dB at grazing, oscillates about 0 in the clear.</summary>
    /// <param name="parameterRatio">The dimensionless height ν.</param>
    public static double ExactLossDb(double parameterRatio) => -20 * Math.Log10(FresnelIntegral.Complementary(parameterRatio).Magnitude / Math.Sqrt(2));

    /// <summary>The Recommendation's approximation J(ν) (equation 31), dB; zero for ν of -0.78 or less.</summary>
    /// <param name="parameterRatio">The dimensionless height ν.</param>
    public static double LossDb(double parameterRatio)
    {
        if (parameterRatio <= -0.78) return 0;
        var x = parameterRatio - 0.1;
        return 6.9 + (20 * Math.Log10(Math.Sqrt((x * x) + 1) + x));
    }
}
