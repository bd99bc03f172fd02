namespace Bulwark.Sensing.Propagation;

/// <summary>Coefficients of the power law γ = k R^α of rain, γ in dB/km and R in mm/h (see <see cref="RainAttenuation"/>). Immutable.</summary>
/// <param name="ScaleFactor">Factor k, dB/km at 1 mm/h.</param>
/// <param name="AlphaFactor">Exponent α.</param>
public readonly record struct RainCoefficients(double ScaleFactor, double AlphaFactor);
