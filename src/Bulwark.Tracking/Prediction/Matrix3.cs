using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bulwark.Tracking.Prediction;

/// <summary>Four 3 × 3 matrices, one to a lane.</summary>
internal readonly struct Matrix3(
    Vector256<double> xx, Vector256<double> xy, Vector256<double> xz,
    Vector256<double> yx, Vector256<double> yy, Vector256<double> yz,
    Vector256<double> zx, Vector256<double> zy, Vector256<double> zz)
{
    public readonly Vector256<double> XX = xx;
    public readonly Vector256<double> XY = xy;
    public readonly Vector256<double> XZ = xz;
    public readonly Vector256<double> YX = yx;
    public readonly Vector256<double> YY = yy;
    public readonly Vector256<double> YZ = yz;
    public readonly Vector256<double> ZX = zx;
    public readonly Vector256<double> ZY = zy;
    public readonly Vector256<double> ZZ = zz;

    public static Matrix3 Symmetric(Vector256<double> xx, Vector256<double> xy, Vector256<double> xz, Vector256<double> yy, Vector256<double> yz, Vector256<double> zz) =>
        new(xx, xy, xz, xy, yy, yz, xz, yz, zz);

    /// <summary>left + factor · right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Matrix3 AddScaled(in Matrix3 left, in Matrix3 right, double factor) => new(
        left.XX + (right.XX * factor), left.XY + (right.XY * factor), left.XZ + (right.XZ * factor),
        left.YX + (right.YX * factor), left.YY + (right.YY * factor), left.YZ + (right.YZ * factor),
        left.ZX + (right.ZX * factor), left.ZY + (right.ZY * factor), left.ZZ + (right.ZZ * factor));

    /// <summary>left · right.</summary>
    public static void Multiply(in Matrix3 l, in Matrix3 r, out Matrix3 result) => result = new Matrix3(
        (l.XX * r.XX) + (l.XY * r.YX) + (l.XZ * r.ZX), (l.XX * r.XY) + (l.XY * r.YY) + (l.XZ * r.ZY), (l.XX * r.XZ) + (l.XY * r.YZ) + (l.XZ * r.ZZ),
        (l.YX * r.XX) + (l.YY * r.YX) + (l.YZ * r.ZX), (l.YX * r.XY) + (l.YY * r.YY) + (l.YZ * r.ZY), (l.YX * r.XZ) + (l.YY * r.YZ) + (l.YZ * r.ZZ),
        (l.ZX * r.XX) + (l.ZY * r.YX) + (l.ZZ * r.ZX), (l.ZX * r.XY) + (l.ZY * r.YY) + (l.ZZ * r.ZY), (l.ZX * r.XZ) + (l.ZY * r.YZ) + (l.ZZ * r.ZZ));

    /// <summary>left · rightᵀ.</summary>
    public static void MultiplyTransposed(in Matrix3 l, in Matrix3 r, out Matrix3 result) => result = new Matrix3(
        (l.XX * r.XX) + (l.XY * r.XY) + (l.XZ * r.XZ), (l.XX * r.YX) + (l.XY * r.YY) + (l.XZ * r.YZ), (l.XX * r.ZX) + (l.XY * r.ZY) + (l.XZ * r.ZZ),
        (l.YX * r.XX) + (l.YY * r.XY) + (l.YZ * r.XZ), (l.YX * r.YX) + (l.YY * r.YY) + (l.YZ * r.YZ), (l.YX * r.ZX) + (l.YY * r.ZY) + (l.YZ * r.ZZ),
        (l.ZX * r.XX) + (l.ZY * r.XY) + (l.ZZ * r.XZ), (l.ZX * r.YX) + (l.ZY * r.YY) + (l.ZZ * r.YZ), (l.ZX * r.ZX) + (l.ZY * r.ZY) + (l.ZZ * r.ZZ));
}
