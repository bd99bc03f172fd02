using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bulwark.Tracking.Prediction;

/// <summary>
/// The beliefs of four motion models: offsets of position and velocity from a common reference, the upper triangles of the covariance blocks, and the
/// probability of each model.
/// </summary>
/// <remarks>Named fields rather than an array, so that the arithmetic on them is plain loads and stores.</remarks>
internal struct ModeHalf
{
    /// <summary>Models that fit.</summary>
    public const int Lanes = 4;

    /// <summary>Elements of each model.</summary>
    public const int Length = 28;

    /// <summary>Elements before this one are means.</summary>
    public const int PositionCovariance = 6;

    /// <summary>The last element.</summary>
    public const int Probability = 27;

    // Offsets of position and velocity.
    public Vector256<double> Px;
    public Vector256<double> Py;
    public Vector256<double> Pz;
    public Vector256<double> Vx;
    public Vector256<double> Vy;
    public Vector256<double> Vz;

    // Covariance of the position.
    public Vector256<double> Pxx;
    public Vector256<double> Pxy;
    public Vector256<double> Pxz;
    public Vector256<double> Pyy;
    public Vector256<double> Pyz;
    public Vector256<double> Pzz;

    // Covariance of position (row) with velocity (column).
    public Vector256<double> Cxx;
    public Vector256<double> Cxy;
    public Vector256<double> Cxz;
    public Vector256<double> Cyx;
    public Vector256<double> Cyy;
    public Vector256<double> Cyz;
    public Vector256<double> Czx;
    public Vector256<double> Czy;
    public Vector256<double> Czz;

    // Covariance of the velocity.
    public Vector256<double> Vxx;
    public Vector256<double> Vxy;
    public Vector256<double> Vxz;
    public Vector256<double> Vyy;
    public Vector256<double> Vyz;
    public Vector256<double> Vzz;

    public Vector256<double> Weight;

    /// <summary>Covariances plus the products of the means: second moments.</summary>
    /// <param name="from">Means and covariances.</param>
    /// <param name="to">Receives means and second moments, and the weights.</param>
    public static void Moments(ref readonly ModeHalf from, out ModeHalf to)
    {
        Unsafe.SkipInit(out to);
        var (px, py, pz, vx, vy, vz) = (from.Px, from.Py, from.Pz, from.Vx, from.Vy, from.Vz);
        to.Px = px;
        to.Py = py;
        to.Pz = pz;
        to.Vx = vx;
        to.Vy = vy;
        to.Vz = vz;
        to.Weight = from.Weight;
        to.Pxx = from.Pxx + (px * px);
        to.Pxy = from.Pxy + (px * py);
        to.Pxz = from.Pxz + (px * pz);
        to.Pyy = from.Pyy + (py * py);
        to.Pyz = from.Pyz + (py * pz);
        to.Pzz = from.Pzz + (pz * pz);
        to.Cxx = from.Cxx + (px * vx);
        to.Cxy = from.Cxy + (px * vy);
        to.Cxz = from.Cxz + (px * vz);
        to.Cyx = from.Cyx + (py * vx);
        to.Cyy = from.Cyy + (py * vy);
        to.Cyz = from.Cyz + (py * vz);
        to.Czx = from.Czx + (pz * vx);
        to.Czy = from.Czy + (pz * vy);
        to.Czz = from.Czz + (pz * vz);
        to.Vxx = from.Vxx + (vx * vx);
        to.Vxy = from.Vxy + (vx * vy);
        to.Vxz = from.Vxz + (vx * vz);
        to.Vyy = from.Vyy + (vy * vy);
        to.Vyz = from.Vyz + (vy * vz);
        to.Vzz = from.Vzz + (vz * vz);
    }

    /// <summary>Second moments less the products of the means, in place: covariances.</summary>
    public static void Centre(ref ModeHalf m)
    {
        var (px, py, pz, vx, vy, vz) = (m.Px, m.Py, m.Pz, m.Vx, m.Vy, m.Vz);
        m.Pxx -= px * px;
        m.Pxy -= px * py;
        m.Pxz -= px * pz;
        m.Pyy -= py * py;
        m.Pyz -= py * pz;
        m.Pzz -= pz * pz;
        m.Cxx -= px * vx;
        m.Cxy -= px * vy;
        m.Cxz -= px * vz;
        m.Cyx -= py * vx;
        m.Cyy -= py * vy;
        m.Cyz -= py * vz;
        m.Czx -= pz * vx;
        m.Czy -= pz * vy;
        m.Czz -= pz * vz;
        m.Vxx -= vx * vx;
        m.Vxy -= vx * vy;
        m.Vxz -= vx * vz;
        m.Vyy -= vy * vy;
        m.Vyz -= vy * vz;
        m.Vzz -= vz * vz;
    }
}
