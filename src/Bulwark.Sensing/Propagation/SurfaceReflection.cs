using System.Numerics;

namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Reflection of a wave by the surface of the Earth. Sources: Blake, "Machine plotting of radio/radar vertical-plane coverage diagrams", NRL
/// Report 7098 (1970); Kerr, Propagation of Short Radio Waves (1951), chapters 2 and 5; Miller, Brown and Vegh, IEE Proc. H 131 (1984) 114-116.
/// </summary>
public static class SurfaceReflection
{
    private const double VacuumPermittivityFPerM = 8.8541878128e-12;

    /// <summary>Fresnel's reflection coefficient of a smooth surface; the field's direction is that which gives -1 at grazing for both polarisations.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="grazingRad">Grazing angle, radians, 0 to π/2.</param>
    /// <param name="polarisation">Horizontal or vertical; circular gives the half sum, the part that keeps its sense.</param>
    /// <param name="ground">Constants of the surface.</param>
    public static Complex Fresnel(double frequencyHz, double grazingRad, Polarisation polarisation, GroundConstants ground)
    {
        if (polarisation == Polarisation.Circular)
            return 0.5 * (Fresnel(frequencyHz, grazingRad, Polarisation.Horizontal, ground) + Fresnel(frequencyHz, grazingRad, Polarisation.Vertical, ground));
        var permittivity = new Complex(ground.PermittivityRatio, -ground.ConductivitySPerM / (2 * Math.PI * frequencyHz * VacuumPermittivityFPerM));
        var (sine, cosine) = Math.SinCos(grazingRad);
        var root = Complex.Sqrt(permittivity - (cosine * cosine));
        var incident = polarisation == Polarisation.Vertical ? permittivity * sine : sine;
        return (incident - root) / (incident + root);
    }

    /// <summary>What roughness leaves of the specular reflection, exp(-z) I₀(z) with z = 8π²(σ sin ψ/λ)² (Miller, Brown and Vegh).</summary>
    /// <param name="roughnessM">Standard deviation σ of the surface's height, metres, not negative.</param>
    /// <param name="grazingRad">Grazing angle ψ, radians.</param>
    /// <param name="wavelengthM">Wavelength λ, metres, positive.</param>
    public static double RoughnessFactor(double roughnessM, double grazingRad, double wavelengthM)
    {
        var ratio = roughnessM * Math.Sin(grazingRad) / wavelengthM;
        return ScaledBesselI0(8 * Math.PI * Math.PI * ratio * ratio);
    }

    /// <summary>The older form for a Gaussian surface without shadowing, exp(-8π²(σ sin ψ/λ)²) (Ament, Proc. IRE 41 (1953) 142-146); too small for rough seas.</summary>
    /// <param name="roughnessM">Standard deviation of the surface's height, metres.</param>
    /// <param name="grazingRad">Grazing angle, radians.</param>
    /// <param name="wavelengthM">Wavelength, metres, positive.</param>
    public static double AmentFactor(double roughnessM, double grazingRad, double wavelengthM)
    {
        var ratio = roughnessM * Math.Sin(grazingRad) / wavelengthM;
        return Math.Exp(-8 * Math.PI * Math.PI * ratio * ratio);
    }

    /// <summary>exp(-z) I₀(z) for z of 0 or more. Source: Abramowitz and Stegun (1964), 9.8.1 and 9.8.2; error below 2e-7.</summary>
    internal static double ScaledBesselI0(double z)
    {
        if (z < 3.75)
        {
            var t = z / 3.75 * (z / 3.75);
            return Math.Exp(-z) * (1 + (t * (3.5156229 + (t * (3.0899424 + (t * (1.2067492 + (t * (0.2659732 + (t * (0.0360768 + (t * 0.0045813))))))))))));
        }

        var u = 3.75 / z;
        return (0.39894228 + (u * (0.01328592 + (u * (0.00225319 + (u * (-0.00157565 + (u * (0.00916281 + (u * (-0.02057706 + (u * (0.02635537
            + (u * (-0.01647633 + (u * 0.00392377)))))))))))))))) / Math.Sqrt(z);
    }
}
