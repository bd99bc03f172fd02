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

    private Half _lower;
    private Half _upper;
    private EcefVector _reference;

    /// <summary>Prepares the test.</summary>
    /// <param name="predicted">The track at the time of the plots.</param>
    /// <param name="antenna">The antenna.</param>
    /// <param name="noise">Largest variances among the plots.</param>
    /// <param name="reachM">How far from the track plots are asked about, metres.</param>
    public void Prepare(ref readonly ModeEstimate predicted, EcefVector antenna, PlotNoise noise, double reachM)
    {
        _reference = predicted.Position;

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
        var spread = new Spread(
            (r * along.X * along.X) + (a * across.X * across.X) + (e * above.X * above.X),
            (r * along.X * along.Y) + (a * across.X * across.Y) + (e * above.X * above.Y),
            (r * along.X * along.Z) + (a * across.X * across.Z) + (e * above.X * above.Z),
            (r * along.Y * along.Y) + (a * across.Y * across.Y) + (e * above.Y * above.Y),
            (r * along.Y * along.Z) + (a * across.Y * across.Z) + (e * above.Y * above.Z),
            (r * along.Z * along.Z) + (a * across.Z * across.Z) + (e * above.Z * above.Z));
        _lower.Prepare(in predicted.Modes.Lower, in spread);
        _upper.Prepare(in predicted.Modes.Upper, in spread);
    }

    /// <summary>Whether a plot may pass the exact test.</summary>
    public readonly bool MayTake(EcefVector position, double threshold)
    {
        var apart = position - _reference;
        return _lower.MayTake(apart, threshold) || _upper.MayTake(apart, threshold);
    }

    // The noise of the plots.
    private readonly record struct Spread(double XX, double XY, double XZ, double YY, double YZ, double ZZ);

    // The part of four models.
    private struct Half
    {
        private Vector256<double> _x;
        private Vector256<double> _y;
        private Vector256<double> _z;
        private Vector256<double> _xx;
        private Vector256<double> _xy;
        private Vector256<double> _xz;
        private Vector256<double> _yy;
        private Vector256<double> _yz;
        private Vector256<double> _zz;
        private Vector256<double> _believed;

        public void Prepare(ref readonly ModeHalf m, ref readonly Spread noise)
        {
            (_x, _y, _z) = (m.Px, m.Py, m.Pz);
            _believed = Vector256.GreaterThan(m.Weight, Vector256.Create(1e-9));
            var xx = m.Pxx + Vector256.Create(noise.XX);
            var xy = m.Pxy + Vector256.Create(noise.XY);
            var xz = m.Pxz + Vector256.Create(noise.XZ);
            var yy = m.Pyy + Vector256.Create(noise.YY);
            var yz = m.Pyz + Vector256.Create(noise.YZ);
            var zz = m.Pzz + Vector256.Create(noise.ZZ);
            var cxx = (yy * zz) - (yz * yz);
            var cxy = (xz * yz) - (xy * zz);
            var cxz = (xy * yz) - (xz * yy);
            var inverse = Vector256<double>.One / ((xx * cxx) + (xy * cxy) + (xz * cxz));
            _xx = cxx * inverse;
            _xy = cxy * inverse;
            _xz = cxz * inverse;
            _yy = ((xx * zz) - (xz * xz)) * inverse;
            _yz = ((xy * xz) - (xx * yz)) * inverse;
            _zz = ((xx * yy) - (xy * xy)) * inverse;
        }

        public readonly bool MayTake(EcefVector apart, double threshold)
        {
            var x = Vector256.Create(apart.X) - _x;
            var y = Vector256.Create(apart.Y) - _y;
            var z = Vector256.Create(apart.Z) - _z;
            var distance = (x * ((_xx * x) + ((_xy + _xy) * y) + ((_xz + _xz) * z))) + (y * ((_yy * y) + ((_yz + _yz) * z))) + (_zz * z * z);
            return Vector256.LessThanAny(Vector256.ConditionalSelect(_believed, distance, Vector256.Create(double.MaxValue)), Vector256.Create(threshold));
        }
    }
}
