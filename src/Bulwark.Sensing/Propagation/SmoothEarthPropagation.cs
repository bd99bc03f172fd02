using System.Numerics;
using Bulwark.Core.Earth;

namespace Bulwark.Sensing.Propagation;

/// <summary>
/// The pattern-propagation factor over one kind of surface, sea or flat land, from the lobes to deep shadow: what the surface does to the
/// field at the target. Immutable; evaluated exactly for every look without allocation, about a microsecond each.
/// </summary>
/// <remarks>
/// Where the direct ray clears the surface by 0.55 of the first Fresnel zone: two rays (<see cref="TwoRayGeometry"/>) with Fresnel's
/// coefficient, roughness, divergence and the antenna's pattern on both (Blake, NRL Report 7098, 1970). Beyond the horizon: diffraction
/// (<see cref="SphericalEarthDiffraction"/>). Between: by the clearance, in decibels, as Recommendation ITU-R P.526-15 section 3.2
/// goes from diffraction to free space, with the two rays in the place of free space (the weighting of Ayasli's SEKE, IEEE Trans. AES-22, 1986).
/// Refraction is that of the effective radius. Left out: ducts, troposcatter, diffuse reflection, the surface wave below some MHz.
/// </remarks>
public sealed class SmoothEarthPropagation
{
    private const double LightSpeedMPerS = 299_792_458;
    private const double SmallestFactor = 1e-6;

    private readonly Func<double, double>? _fieldFactor;

    /// <summary>Sets the scene.</summary>
    /// <param name="frequencyHz">Frequency, hertz, 10 MHz to 200 GHz.</param>
    /// <param name="antennaHeightM">Height of the antenna above the surface, metres, positive.</param>
    /// <param name="polarisation">Polarisation.</param>
    /// <param name="ground">Constants of the surface; for the sea see <see cref="SeaWater"/>.</param>
    /// <param name="roughnessM">Standard deviation of the surface's height, metres.</param>
    /// <param name="effectiveRadiusM">Effective radius of the Earth, metres; 4/3 of the mean radius unless stated.</param>
    /// <param name="fieldFactor">Field of the antenna by elevation (radians), relative to that of its maximum; none for an antenna without preference.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public SmoothEarthPropagation(
        double frequencyHz,
        double antennaHeightM,
        Polarisation polarisation,
        GroundConstants ground,
        double roughnessM = 0,
        double effectiveRadiusM = Wgs84.MeanRadiusM * 4 / 3,
        Func<double, double>? fieldFactor = null)
    {
        if (!(frequencyHz is >= 1e7 and <= 2e11)) throw new ArgumentOutOfRangeException(nameof(frequencyHz), frequencyHz, "Frequencies are 10 MHz to 200 GHz.");
        if (!(antennaHeightM is > 0 and <= 50_000)) throw new ArgumentOutOfRangeException(nameof(antennaHeightM), antennaHeightM, "The antenna stands 0 to 50 km above the surface.");
        if (!(roughnessM is >= 0 and <= 1000)) throw new ArgumentOutOfRangeException(nameof(roughnessM), roughnessM, "The roughness is 0 to 1000 m.");
        if (!(effectiveRadiusM is >= 1e6 and <= 1e12)) throw new ArgumentOutOfRangeException(nameof(effectiveRadiusM), effectiveRadiusM, "The effective radius is 1000 km or more.");
        if (!(ground.PermittivityRatio >= 1 && ground.ConductivitySPerM >= 0)) throw new ArgumentOutOfRangeException(nameof(ground), ground, "Permittivity is 1 or more, conductivity not negative.");
        FrequencyHz = frequencyHz;
        AntennaHeightM = antennaHeightM;
        Polarisation = polarisation;
        Ground = ground;
        RoughnessM = roughnessM;
        EffectiveRadiusM = effectiveRadiusM;
        _fieldFactor = fieldFactor;
    }

    /// <summary>Frequency, hertz.</summary>
    public double FrequencyHz { get; }

    /// <summary>Height of the antenna above the surface, metres.</summary>
    public double AntennaHeightM { get; }

    /// <summary>Polarisation.</summary>
    public Polarisation Polarisation { get; }

    /// <summary>Constants of the surface.</summary>
    public GroundConstants Ground { get; }

    /// <summary>Standard deviation of the surface's height, metres.</summary>
    public double RoughnessM { get; }

    /// <summary>Effective radius of the Earth, metres.</summary>
    public double EffectiveRadiusM { get; }

    /// <summary>The factor of both ways, 40 log₁₀ F, dB: add it to the signal. Not below -240 dB; deep shadow is beyond -1000 dB in theory only.</summary>
    /// <param name="groundRangeM">Distance along the surface, metres, positive.</param>
    /// <param name="targetHeightM">Height of the target above the surface, metres; below a millimetre counts as one.</param>
    public double TwoWayDb(double groundRangeM, double targetHeightM) => Math.Max(-240, 2 * OneWayDb(groundRangeM, targetHeightM));

    /// <summary>The factor one way, 20 log₁₀ F, dB.</summary>
    /// <param name="groundRangeM">Distance along the surface, metres, positive.</param>
    /// <param name="targetHeightM">Height of the target above the surface, metres.</param>
    public double OneWayDb(double groundRangeM, double targetHeightM)
    {
        var heightM = Math.Max(1e-3, targetHeightM);
        if (!TwoRayGeometry.TrySolve(AntennaHeightM, heightM, groundRangeM, EffectiveRadiusM, out var rays))
            return DirectPatternDb(groundRangeM, heightM) - Diffraction(groundRangeM, heightM);

        var lobes = 20 * Math.Log10(Math.Max(SmallestFactor, LobesFactor(rays)));
        var weight = SphericalEarthDiffraction.ClearanceShare(FrequencyHz, groundRangeM, AntennaHeightM, heightM, EffectiveRadiusM);
        if (weight >= 1) return lobes;

        // P.526's own value is (1 - weight) of the loss at grazing; weight of the lobes replaces its free space.
        return (weight * lobes) - Diffraction(groundRangeM, heightM) + ((1 - weight) * DirectPatternDb(groundRangeM, heightM));
    }

    /// <summary>The two rays alone, field over that in free space on the beam's axis, one way.</summary>
    /// <param name="rays">Their geometry.</param>
    public double LobesFactor(in TwoRayGeometry rays)
    {
        var wavelengthM = LightSpeedMPerS / FrequencyHz;
        var reflection = SurfaceReflection.Fresnel(FrequencyHz, rays.GrazingRad, Polarisation, Ground)
            * (rays.DivergenceFactor * SurfaceReflection.RoughnessFactor(RoughnessM, rays.GrazingRad, wavelengthM));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * Math.IEEERemainder(rays.PathDifferenceM / wavelengthM, 1));
        var reflected = reflection * new Complex(cosine, -sine);
        return _fieldFactor is null
            ? (Complex.One + reflected).Magnitude
            : (_fieldFactor(rays.DirectElevationRad) + (_fieldFactor(rays.ReflectedElevationRad) * reflected)).Magnitude;
    }

    private double Diffraction(double groundRangeM, double heightM) =>
        SphericalEarthDiffraction.LossDb(FrequencyHz, groundRangeM, AntennaHeightM, heightM, EffectiveRadiusM, Polarisation, Ground);

    // Diffracted waves leave along the horizon.
    private double DirectPatternDb(double groundRangeM, double heightM)
    {
        if (_fieldFactor is null) return 0;
        var dipRad = -Math.Sqrt(2 * AntennaHeightM / EffectiveRadiusM);
        var (sine, cosine) = Math.SinCos(groundRangeM / EffectiveRadiusM);
        var directRad = Math.Atan2(((EffectiveRadiusM + heightM) * cosine) - (EffectiveRadiusM + AntennaHeightM), (EffectiveRadiusM + heightM) * sine);
        return 20 * Math.Log10(Math.Max(SmallestFactor, Math.Abs(_fieldFactor(Math.Max(dipRad, directRad)))));
    }
}
