namespace Bulwark.Core.Earth;

/// <summary>
/// Refractivity that falls exponentially with height, n - 1 = (n₀ - 1) exp(-h/h₀). Immutable.
/// Source: Recommendation ITU-R P.453-14 (2019), equation 12: N₀ = 315, h₀ = 7.35 km; Bean and Thayer, CRPL Exponential Reference
/// Atmosphere, NBS Monograph 4 (1959), for others.
/// </summary>
public sealed class ExponentialRefractivity : IRefractivityProfile
{
    private const double ReferenceRadiusM = 6_371_000;

    /// <summary>Chooses the profile.</summary>
    /// <param name="surfaceExcessRatio">n₀ - 1 at height zero, for example 315e-6; not negative.</param>
    /// <param name="scaleHeightM">Height h₀ in which it falls to 1/e, metres; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public ExponentialRefractivity(double surfaceExcessRatio = 315e-6, double scaleHeightM = 7350)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(surfaceExcessRatio);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scaleHeightM);
        SurfaceExcessRatio = surfaceExcessRatio;
        ScaleHeightM = scaleHeightM;
    }

    /// <summary>The Recommendation's mean profile, N₀ = 315 and h₀ = 7.35 km.</summary>
    public static ExponentialRefractivity Standard { get; } = new();

    /// <summary>n₀ - 1 at height zero.</summary>
    public double SurfaceExcessRatio { get; }

    /// <summary>Height in which it falls to 1/e, metres.</summary>
    public double ScaleHeightM { get; }

    /// <inheritdoc/>
    public double ExcessRatio(double heightM) => SurfaceExcessRatio * Math.Exp(-heightM / ScaleHeightM);

    /// <summary>Gradient of the refractive index, dn/dh, 1/m; negative. In N-units per kilometre it is 10⁹ times that.</summary>
    /// <param name="heightM">Height, metres.</param>
    public double GradientPerM(double heightM) => -ExcessRatio(heightM) / ScaleHeightM;

    /// <summary>Effective Earth factor k = 1/(1 + a dn/dh) of the gradient at a height.</summary>
    /// <param name="heightM">Height, metres.</param>
    /// <param name="earthRadiusM">True radius a of the sphere, metres; 6371 km unless stated.</param>
    public double EffectiveEarthFactor(double heightM, double earthRadiusM = ReferenceRadiusM) => 1 / (1 + (earthRadiusM * GradientPerM(heightM)));
}
