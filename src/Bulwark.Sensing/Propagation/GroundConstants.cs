namespace Bulwark.Sensing.Propagation;

/// <summary>Electrical constants of the surface. Immutable.</summary>
/// <param name="PermittivityRatio">Relative permittivity (real part), 1 or more.</param>
/// <param name="ConductivitySPerM">Conductivity, siemens per metre, not negative.</param>
public readonly record struct GroundConstants(double PermittivityRatio, double ConductivitySPerM)
{
    /// <summary>Average land as the propagation Recommendations take it (P.452 table, P.526 section 3): 22 and 0.003 S/m.</summary>
    public static GroundConstants AverageLand => new(22, 0.003);

    /// <summary>Sea as the same Recommendations take it: 80 and 5 S/m.</summary>
    public static GroundConstants Sea => new(80, 5);
}
