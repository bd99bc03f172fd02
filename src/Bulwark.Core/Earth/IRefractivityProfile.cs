namespace Bulwark.Core.Earth;

/// <summary>A refractive index of the air that depends on height alone. Implementations are immutable.</summary>
public interface IRefractivityProfile
{
    /// <summary>Excess of the refractive index over one, n - 1 (a million times less than the refractivity N).</summary>
    /// <param name="heightM">Height above the surface of the sphere, metres.</param>
    double ExcessRatio(double heightM);
}
