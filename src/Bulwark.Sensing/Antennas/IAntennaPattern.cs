namespace Bulwark.Sensing.Antennas;

/// <summary>One cut through an antenna's pattern: gain against the peak by the angle from it.</summary>
public interface IAntennaPattern
{
    /// <summary>One-way gain relative to the peak, as a power ratio, 0 to 1.</summary>
    /// <param name="offsetRad">Angle from the peak, radians; the sign matters only to patterns that are not symmetric.</param>
    double RelativeGainRatio(double offsetRad);
}
