using System.Runtime.CompilerServices;
using Bulwark.Core.Earth;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Prediction;

/// <summary>
/// The arithmetic of <see cref="ModePredictor"/>, <see cref="ModeUpdater"/> and <see cref="ModeMoments"/> for a set of one model that flies straight on:
/// in the first lane alone, a fifth of the time, and the same results to the bit (turning by nothing multiplies by one and adds zeros).
/// Sources: as there.
/// </summary>
internal static class OneMode
{
    /// <summary>Predicts the first lane: p + t v, C + t V, P + t (C + Cᵀ) + t² V, and the noise (as in <see cref="ModePredictor"/>).</summary>
    /// <param name="from">The estimate.</param>
    /// <param name="to">Receives it later; its reference is set already.</param>
    /// <param name="seconds">How much later.</param>
    /// <param name="horizontal">Spectral density of the horizontal noise.</param>
    /// <param name="excess">That of the vertical noise less the horizontal one.</param>
    /// <param name="up">The vertical.</param>
    public static void Move(ref readonly ModeEstimate from, ref ModeEstimate to, double seconds, double horizontal, double excess, EcefVector up)
    {
        var m = new Lane(ref Unsafe.AsRef(in from.Modes));
        var n = new Lane(ref to.Modes);
        var (vx, vy, vz) = (m[3] + to.Velocity.X, m[4] + to.Velocity.Y, m[5] + to.Velocity.Z);
        n[0] = m[0] + ((seconds * vx) - (to.Velocity.X * seconds));
        n[1] = m[1] + ((seconds * vy) - (to.Velocity.Y * seconds));
        n[2] = m[2] + ((seconds * vz) - (to.Velocity.Z * seconds));
        (n[3], n[4], n[5]) = (vx - to.Velocity.X, vy - to.Velocity.Y, vz - to.Velocity.Z);

        var (xx, xy, xz) = (horizontal + (excess * (up.X * up.X)), excess * (up.X * up.Y), excess * (up.X * up.Z));
        var (yy, yz, zz) = (horizontal + (excess * (up.Y * up.Y)), excess * (up.Y * up.Z), horizontal + (excess * (up.Z * up.Z)));
        var (third, second) = (seconds * seconds * seconds / 3, seconds * seconds / 2);

        // X = t V; the covariance of the position grows by (C + X/2) t and its transpose, C by X.
        var (sxx, sxy, sxz) = (seconds * m[21], seconds * m[22], seconds * m[23]);
        var (syy, syz, szz) = (seconds * m[24], seconds * m[25], seconds * m[26]);
        var (gxx, gxy, gxz) = ((m[12] + (sxx * 0.5)) * seconds, (m[13] + (sxy * 0.5)) * seconds, (m[14] + (sxz * 0.5)) * seconds);
        var (gyx, gyy, gyz) = ((m[15] + (sxy * 0.5)) * seconds, (m[16] + (syy * 0.5)) * seconds, (m[17] + (syz * 0.5)) * seconds);
        var (gzx, gzy, gzz) = ((m[18] + (sxz * 0.5)) * seconds, (m[19] + (syz * 0.5)) * seconds, (m[20] + (szz * 0.5)) * seconds);
        n[6] = m[6] + (gxx + gxx) + (xx * third);
        n[7] = m[7] + (gxy + gyx) + (xy * third);
        n[8] = m[8] + (gxz + gzx) + (xz * third);
        n[9] = m[9] + (gyy + gyy) + (yy * third);
        n[10] = m[10] + (gyz + gzy) + (yz * third);
        n[11] = m[11] + (gzz + gzz) + (zz * third);
        (n[12], n[13], n[14]) = (m[12] + sxx + (xx * second), m[13] + sxy + (xy * second), m[14] + sxz + (xz * second));
        (n[15], n[16], n[17]) = (m[15] + sxy + (xy * second), m[16] + syy + (yy * second), m[17] + syz + (yz * second));
        (n[18], n[19], n[20]) = (m[18] + sxz + (xz * second), m[19] + syz + (yz * second), m[20] + szz + (zz * second));
        (n[21], n[22], n[23]) = (m[21] + (xx * seconds), m[22] + (xy * seconds), m[23] + (xz * seconds));
        (n[24], n[25], n[26]) = (m[24] + (yy * seconds), m[25] + (yz * seconds), m[26] + (zz * seconds));
        n[27] = m[27];
    }

    /// <inheritdoc cref="ModeUpdater.TryUpdate"/>
    public static bool TryUpdate(ref ModeEstimate estimate, ref readonly Linearization measurement, out double likelihood, out double distanceSquared)
    {
        var m = new Lane(ref estimate.Modes);
        var lag = measurement.LagS;
        var volume = 1.0;
        (likelihood, distanceSquared) = (0, 0);
        for (var k = 0; k < measurement.Dimension; k++)
        {
            var g = measurement.Gradient[k];
            var px = (m[6] * g.X) + (m[7] * g.Y) + (m[8] * g.Z);
            var py = (m[7] * g.X) + (m[9] * g.Y) + (m[10] * g.Z);
            var pz = (m[8] * g.X) + (m[10] * g.Y) + (m[11] * g.Z);
            var vx = (m[12] * g.X) + (m[15] * g.Y) + (m[18] * g.Z);
            var vy = (m[13] * g.X) + (m[16] * g.Y) + (m[19] * g.Z);
            var vz = (m[14] * g.X) + (m[17] * g.Y) + (m[20] * g.Z);
            var expected = (m[0] * g.X) + (m[1] * g.Y) + (m[2] * g.Z);
            if (lag != 0)
            {
                px += ((m[12] * g.X) + (m[13] * g.Y) + (m[14] * g.Z)) * lag;
                py += ((m[15] * g.X) + (m[16] * g.Y) + (m[17] * g.Z)) * lag;
                pz += ((m[18] * g.X) + (m[19] * g.Y) + (m[20] * g.Z)) * lag;
                vx += ((m[21] * g.X) + (m[22] * g.Y) + (m[23] * g.Z)) * lag;
                vy += ((m[22] * g.X) + (m[24] * g.Y) + (m[25] * g.Z)) * lag;
                vz += ((m[23] * g.X) + (m[25] * g.Y) + (m[26] * g.Z)) * lag;
                expected += ((m[3] * g.X) + (m[4] * g.Y) + (m[5] * g.Z)) * lag;
            }

            var seen = (g.X * px) + (g.Y * py) + (g.Z * pz);
            if (lag != 0) seen += ((g.X * vx) + (g.Y * vy) + (g.Z * vz)) * lag;
            var s = seen + measurement.Noise[k];
            var inverse = 1 / s;
            var residual = measurement.Residual[k] - expected;
            var scaled = residual * inverse;
            distanceSquared += residual * scaled;
            volume *= s * (1 / measurement.Noise[k]);
            (m[0], m[1], m[2]) = (m[0] + (px * scaled), m[1] + (py * scaled), m[2] + (pz * scaled));
            (m[3], m[4], m[5]) = (m[3] + (vx * scaled), m[4] + (vy * scaled), m[5] + (vz * scaled));
            var (kx, ky, kz) = (px * inverse, py * inverse, pz * inverse);
            (m[6], m[7], m[8]) = (m[6] - (kx * px), m[7] - (kx * py), m[8] - (kx * pz));
            (m[9], m[10], m[11]) = (m[9] - (ky * py), m[10] - (ky * pz), m[11] - (kz * pz));
            (m[12], m[13], m[14]) = (m[12] - (kx * vx), m[13] - (kx * vy), m[14] - (kx * vz));
            (m[15], m[16], m[17]) = (m[15] - (ky * vx), m[16] - (ky * vy), m[17] - (ky * vz));
            (m[18], m[19], m[20]) = (m[18] - (kz * vx), m[19] - (kz * vy), m[20] - (kz * vz));
            var (lx, ly, lz) = (vx * inverse, vy * inverse, vz * inverse);
            (m[21], m[22], m[23]) = (m[21] - (lx * vx), m[22] - (lx * vy), m[23] - (lx * vz));
            (m[24], m[25], m[26]) = (m[24] - (ly * vy), m[25] - (ly * vz), m[26] - (lz * vz));
        }

        if (!(distanceSquared < 1e6)) return false;
        var posterior = m[27] * (1 / Math.Sqrt(volume));
        if (!(posterior > 0) || !double.IsFinite(posterior)) return false;
        m[27] = posterior * (1 / posterior);
        likelihood = posterior * Math.Exp(-0.5 * distanceSquared);
        return true;
    }

    /// <inheritdoc cref="ModeMoments.AddWeighted"/>
    public static void AddWeighted(ref ModeEstimate sum, ref readonly ModeEstimate part, double weight)
    {
        var to = new Lane(ref sum.Modes);
        var m = new Lane(ref Unsafe.AsRef(in part.Modes));
        var w = m[27] * weight;
        to[27] += w;
        for (var k = 0; k < 6; k++) to[k] += w * m[k];
        for (var at = ModeHalf.PositionCovariance; at < ModeHalf.Probability; at++) to[at] += w * (m[at] + (m[Row(at)] * m[Column(at)]));
    }

    /// <inheritdoc cref="ModeMoments.Finish"/>
    public static void Finish(ref ModeEstimate sum)
    {
        var m = new Lane(ref sum.Modes);
        var scale = 1 / Math.Max(m[27], 1e-300);
        for (var k = 0; k < ModeHalf.Probability; k++) m[k] *= scale;
        for (var at = ModeHalf.PositionCovariance; at < ModeHalf.Probability; at++) m[at] -= m[Row(at)] * m[Column(at)];
        m[27] *= 1 / m[27];
    }

    /// <inheritdoc cref="ModeMoments.Combine"/>
    public static void Combine(ref ModeEstimate estimate, ref KinematicEstimate result)
    {
        var m = new Lane(ref estimate.Modes);
        var weight = m[27];
        Span<double> mean = stackalloc double[6];
        for (var k = 0; k < 6; k++)
        {
            mean[k] = weight * m[k];
            m[k] -= mean[k];
        }

        estimate.Position += new EcefVector(mean[0], mean[1], mean[2]);
        estimate.Velocity += new EcefVector(mean[3], mean[4], mean[5]);
        (result.Time, result.Position, result.Velocity) = (estimate.Time, estimate.Position, estimate.Velocity);
        var matrix = result.Matrix;
        for (var at = ModeHalf.PositionCovariance; at < ModeHalf.Probability; at++)
        {
            var (row, column) = (Row(at), Column(at));
            matrix[(6 * row) + column] = matrix[(6 * column) + row] = weight * (m[at] + (m[row] * m[column]));
        }
    }

    // Row and column of the whole covariance at which the elements of the blocks stand.
    private static int Row(int at) => Rows[at];

    private static int Column(int at) => Columns[at];

    private static ReadOnlySpan<byte> Rows => [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5];

    private static ReadOnlySpan<byte> Columns => [0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 2, 2, 3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5, 4, 5, 5];

    // The first lane of every element.
    private readonly ref struct Lane
    {
        private readonly ref double _first;

        public Lane(ref ModeState modes) => _first = ref Unsafe.As<ModeState, double>(ref modes);

        public ref double this[int element]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref Unsafe.Add(ref _first, element * ModeHalf.Lanes);
        }
    }
}
