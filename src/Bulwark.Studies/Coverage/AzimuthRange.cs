namespace Bulwark.Studies.Coverage;

/// <summary>How far is seen in a direction from a radar's place. Distances along the surface. Immutable.</summary>
/// <param name="Site">Number of the place, from 0.</param>
/// <param name="AzimuthRad">Direction, radians clockwise from north.</param>
/// <param name="UnbrokenRangeM">Far end of the first stretch that is covered, metres; 0 when nothing is.</param>
/// <param name="FarthestRangeM">Far end of the last stretch that is covered, metres; 0 when nothing is.</param>
/// <param name="RingRangeM">Range ring in this direction, metres.</param>
/// <param name="CoveredShare">Part of the way to the ring that is covered.</param>
/// <param name="UnknownShare">Part of the way to the ring of which nothing is known.</param>
public readonly record struct AzimuthRange(
    int Site, double AzimuthRad, double UnbrokenRangeM, double FarthestRangeM, double RingRangeM, double CoveredShare, double UnknownShare)
{
    /// <summary>The unbroken range against the ring, less one.</summary>
    public double DifferenceShare => RingRangeM > 0 ? (UnbrokenRangeM / RingRangeM) - 1 : 0;
}
