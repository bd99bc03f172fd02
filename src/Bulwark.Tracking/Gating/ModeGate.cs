using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// A quick test of many plots against one predicted track: the least normalised distance over its motion models, with one noise
/// covariance for all plots near the track. It only keeps the exact test from being asked in vain.
/// </summary>
internal struct ModeGate
{
    // The noise is that at the track's place, not at the plot's; and plots may lie up to the time tolerance apart.
    private const double NoiseFactor = 1.3;

    private Vector512<double> _x;
    private Vector512<double> _y;
    private Vector512<double> _z;
    private Vector512<double> _xx;
    private Vector512<double> _xy;
    private Vector512<double> _xz;
    private Vector512<double> _yy;
    private Vector512<double> _yz;
    private Vector512<double> _zz;
    private Vector512<double> _believed;
    private EcefVector _reference;

    /// <summary>Prepares the test.</summary>
    /// <param name="predicted">The track at the time of the plots.</param>
    /// <param name="antenna">The antenna.</param>
    /// <param name="noise">Largest variances among the plots.</param>
    /// <param name="reachM">How far from the track plots are asked about, metres.</param>
    public void Prepare(ref readonly ModeEstimate predicted, EcefVector antenna, PlotNoise noise, double reachM)
    {
        ref readonly var m = ref predicted.Modes;
        _reference = predicted.Position;
        (_x, _y, _z) = (m[0], m[1], m[2]);
        _believed = Vector512.GreaterThan(m[ModeState.Probability], Vector512.Create(1e-9));

        // R = s_r² r rᵀ + d² s_az² a aᵀ + d² s_el² e eᵀ with the unit vectors along range, azimuth and elevation.
        var line = predicted.Position - antenna;
        var distance = Math.Max(1, line.Length);
        var along = line / distance;
        var up = antenna.Normalized();
        var across = along.Cross(up);
        across = across.LengthSquared > 1e-12 ? across.Normalized() : new EcefVector(1, 0, 0);
        var above = across.Cross(along);
        var far = distance + reachM;
        var (r, a) = (NoiseFactor * noise.RangeM2, NoiseFactor * noise.AzimuthRad2 * far * far);
        var e = NoiseFactor * Math.Max(noise.ElevationRad2 * far * far, noise.AboveM2);
        var xx = m[6] + Vector512.Create((r * along.X * along.X) + (a * across.X * across.X) + (e * above.X * above.X));
        var xy = m[7] + Vector512.Create((r * along.X * along.Y) + (a * across.X * across.Y) + (e * above.X * above.Y));
        var xz = m[8] + Vector512.Create((r * along.X * along.Z) + (a * across.X * across.Z) + (e * above.X * above.Z));
        var yy = m[9] + Vector512.Create((r * along.Y * along.Y) + (a * across.Y * across.Y) + (e * above.Y * above.Y));
        var yz = m[10] + Vector512.Create((r * along.Y * along.Z) + (a * across.Y * across.Z) + (e * above.Y * above.Z));
        var zz = m[11] + Vector512.Create((r * along.Z * along.Z) + (a * across.Z * across.Z) + (e * above.Z * above.Z));
        var cxx = (yy * zz) - (yz * yz);
        var cxy = (xz * yz) - (xy * zz);
        var cxz = (xy * yz) - (xz * yy);
        var inverse = Vector512<double>.One / ((xx * cxx) + (xy * cxy) + (xz * cxz));
        _xx = cxx * inverse;
        _xy = cxy * inverse;
        _xz = cxz * inverse;
        _yy = ((xx * zz) - (xz * xz)) * inverse;
        _yz = ((xy * xz) - (xx * yz)) * inverse;
        _zz = ((xx * yy) - (xy * xy)) * inverse;
    }

    /// <summary>Whether a plot may pass the exact test.</summary>
    public readonly bool MayTake(EcefVector position, double threshold)
    {
        var apart = position - _reference;
        var x = Vector512.Create(apart.X) - _x;
        var y = Vector512.Create(apart.Y) - _y;
        var z = Vector512.Create(apart.Z) - _z;
        var distance = (x * ((_xx * x) + ((_xy + _xy) * y) + ((_xz + _xz) * z))) + (y * ((_yy * y) + ((_yz + _yz) * z))) + (_zz * z * z);
        return Vector512.LessThanAny(Vector512.ConditionalSelect(_believed, distance, Vector512.Create(double.MaxValue)), Vector512.Create(threshold));
    }
}
