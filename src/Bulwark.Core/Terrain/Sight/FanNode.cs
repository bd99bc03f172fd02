using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// A ray at a line. Over the apparent sphere of radius X, with the angle θ at its centre, p = Xh/(X + h) for heights and w = X + antenna height,
/// tan e = w(p - pₐ)/(X² sin θ) - tan(θ/2): linear in the reduced height p.
/// </summary>
/// <param name="Values">All four values; they are interpolated together.</param>
internal readonly record struct FanNode(Vector256<double> Values)
{
    internal FanNode(double cross, SurfaceSight sight, SensorFrame sensor)
        : this(ValuesOf(cross, sight, sensor))
    {
    }

    /// <summary>Place across the line, in posts from the site.</summary>
    internal double Cross => Values.GetElement(0);

    /// <summary>X² sin θ / w, metres.</summary>
    internal double SpreadM => Values.GetElement(1);

    /// <summary>tan(θ/2).</summary>
    internal double Drop => Values.GetElement(2);

    /// <summary>Height of the ellipsoid above the fitted sphere, metres.</summary>
    internal double SurfaceM => Values.GetElement(3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FanNode Mix(ReadOnlySpan<FanNode> nodes, ReadOnlySpan<double> weights) => new(
        (Vector256.Create(weights[0]) * nodes[0].Values) + (Vector256.Create(weights[1]) * nodes[1].Values)
        + ((Vector256.Create(weights[2]) * nodes[2].Values) + (Vector256.Create(weights[3]) * nodes[3].Values)));

    private static Vector256<double> ValuesOf(double cross, SurfaceSight sight, SensorFrame sensor)
    {
        // The sensor's relations keep straight distances, so half the angle's sine shrinks by k, not the angle.
        var antennaM = sensor.Antenna.HeightM;
        var apparentM = sight.ApparentRadiusM - antennaM;
        var sine = sight.HalfAngleSine / sensor.EffectiveEarthFactorRatio;
        var cosine = Math.Sqrt((1 - sine) * (1 + sine));
        return Vector256.Create(cross, apparentM * apparentM * 2 * sine * cosine / sight.ApparentRadiusM, sine / cosine, sight.RiseOfSurfaceM + antennaM);
    }
}
