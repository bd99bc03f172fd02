using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// The arithmetic of the fan on sixteen rays, or cells, at once. Neighbouring rays are less than two posts apart, so all that sixteen of them need
/// of a line lies in two registers, and a permutation fetches it: no gathering from memory. Results are those of <see cref="FanKernel"/> to the bit.
/// </summary>
internal static class FanVectorKernel
{
    private const int Lanes = 16;

    internal static bool IsSupported => Avx512F.IsSupported;

    /// <summary>As <see cref="FanKernel.Cross"/>; the number of rays is a multiple of sixteen, and 32 floats may be read from any post a ray crosses.</summary>
    internal static void Cross(in FanLine line, ref float near, ref float far, Span<float> highest, Span<float> gaps)
    {
        var (place0, place1, place2) = (Vector512.Create(line.Place0), Vector512.Create(line.Place1), Vector512.Create(line.Place2));
        var (offset0, offset1, offset2) = (Vector512.Create(line.Offset0), Vector512.Create(line.Offset1), Vector512.Create(line.Offset2));
        var (slope0, slope1, slope2) = (Vector512.Create(line.Slope0), Vector512.Create(line.Slope1), Vector512.Create(line.Slope2));
        var curvature = Vector512.Create(line.CurvaturePerM);
        var between = Vector512.Create(line.Between);
        var one = Vector512.Create(1);
        var zero = Vector512<float>.Zero;
        var number = Sequence() - Vector512.Create((highest.Length - 1) * 0.5f);
        var step = Vector512.Create((float)Lanes);
        var isBetween = line.Between != 0;
        var hasGaps = !gaps.IsEmpty;
        ref var highestAt = ref MemoryMarshal.GetReference(highest);
        ref var gapsAt = ref MemoryMarshal.GetReference(gaps);
        for (nuint ray = 0; ray < (nuint)highest.Length; ray += Lanes)
        {
            var place = Quadratic(place0, place1, place2, number);
            var post = Avx512F.ConvertToVector512Int32WithTruncation(place);
            var share = place - Avx512F.ConvertToVector512Single(post);
            var first = (nuint)(uint)post.ToScalar();
            var leftPost = post - Vector512.Create((int)first);
            var rightPost = leftPost + one;
            var low = Vector512.LoadUnsafe(ref near, first);
            var high = Vector512.LoadUnsafe(ref near, first + Lanes);
            if (isBetween)
            {
                low = Avx512F.FusedMultiplyAdd(between, Vector512.LoadUnsafe(ref far, first) - low, low);
                high = Avx512F.FusedMultiplyAdd(between, Vector512.LoadUnsafe(ref far, first + Lanes) - high, high);
            }

            var left = Avx512F.PermuteVar16x32x2(low, leftPost, high);
            var right = Avx512F.PermuteVar16x32x2(low, rightPost, high);
            var height = Avx512F.FusedMultiplyAdd(share, right - left, left);
            var reduced = Avx512F.FusedMultiplyAddNegated(height * curvature, height, height);
            var tangent = Avx512F.FusedMultiplyAdd(Quadratic(slope0, slope1, slope2, number), reduced, Quadratic(offset0, offset1, offset2, number));
            if (hasGaps) Avx512F.FusedMultiplyAdd(tangent, zero, Vector512.LoadUnsafe(ref gapsAt, ray)).StoreUnsafe(ref gapsAt, ray);

            // The instruction gives its second operand when one of them is not a number: unknown ground raises nothing.
            Avx512F.Max(tangent, Vector512.LoadUnsafe(ref highestAt, ray)).StoreUnsafe(ref highestAt, ray);
            number += step;
        }
    }

    /// <summary>
    /// As <see cref="FanKernel.Resolve"/>; the arrays of rays may be read 32 floats beyond their end.
    /// </summary>
    internal static void Resolve(in FanLine line, int firstPost, ReadOnlySpan<float> highest, ReadOnlySpan<float> gaps, Span<float> sightM)
    {
        var one = Vector512.Create(1);
        var oneF = Vector512.Create(1f);
        var minusTwo = Vector512.Create(-2f);
        var last = Vector512.Create(highest.Length - 2);
        var middle = Vector512.Create((highest.Length - 1) * 0.5f);
        var place0 = Vector512.Create(line.Place0);
        var raysPerPost = Vector512.Create(line.RaysPerPost);
        var bend = Vector512.Create(line.Bend);
        var (drop0, drop1, drop2) = (Vector512.Create(line.Drop0), Vector512.Create(line.Drop1), Vector512.Create(line.Drop2));
        var (spread0, spread1, spread2) = (Vector512.Create(line.Spread0), Vector512.Create(line.Spread1), Vector512.Create(line.Spread2));
        var antenna = Vector512.Create(line.AntennaM);
        var curvature = Vector512.Create(line.CurvaturePerM);
        var post = Vector512.Create(firstPost) + Vector512<int>.Indices;
        ref var highestAt = ref MemoryMarshal.GetReference(highest);
        ref var gapsAt = ref MemoryMarshal.GetReference(gaps);
        ref var sightAt = ref MemoryMarshal.GetReference(sightM);
        var hasGaps = !gaps.IsEmpty;
        Span<float> rest = stackalloc float[Lanes];
        for (var cell = 0; cell < sightM.Length; cell += Lanes)
        {
            var along = (Avx512F.ConvertToVector512Single(post) - place0) * raysPerPost;
            var bent = bend * along;
            var number = along * Avx512F.FusedMultiplyAddNegated(bent, Avx512F.FusedMultiplyAdd(minusTwo, bent, oneF), oneF);
            var ray = number + middle;
            var leftRay = Avx512F.Min(Avx512F.Max(Avx512F.ConvertToVector512Int32WithTruncation(ray), Vector512<int>.Zero), last);
            var share = ray - Avx512F.ConvertToVector512Single(leftRay);
            // Far from the site the rays of sixteen cells lie in two registers; nearer they spread over more, taken two by two.
            var first = (nuint)(uint)leftRay.ToScalar();
            var leftIndex = leftRay - Vector512.Create((int)first);
            var rightIndex = leftIndex + one;
            var left = Fetch(ref highestAt, first, leftIndex);
            var right = Fetch(ref highestAt, first, rightIndex);
            var reach = (uint)rightIndex.GetElement(Lanes - 1);
            for (var pair = 1u; pair <= reach / (2 * Lanes); pair++)
            {
                left = FetchMore(left, ref highestAt, first, leftIndex, pair);
                right = FetchMore(right, ref highestAt, first, rightIndex, pair);
            }

            var tangent = Avx512F.FusedMultiplyAdd(share, right - left, left);
            var reduced = Avx512F.FusedMultiplyAdd(tangent + Quadratic(drop0, drop1, drop2, number), Quadratic(spread0, spread1, spread2, number), antenna);
            var q = reduced * curvature;
            var height = reduced * Avx512F.FusedMultiplyAdd(q, Avx512F.FusedMultiplyAdd(q, q + oneF, oneF), oneF);
            var bits = height.AsInt32() & Vector512.Create(~1);
            if (hasGaps)
            {
                var (leftGap, rightGap) = (Fetch(ref gapsAt, first, leftIndex), Fetch(ref gapsAt, first, rightIndex));
                for (var pair = 1u; pair <= reach / (2 * Lanes); pair++)
                {
                    leftGap = FetchMore(leftGap, ref gapsAt, first, leftIndex, pair);
                    rightGap = FetchMore(rightGap, ref gapsAt, first, rightIndex, pair);
                }

                var gap = leftGap + rightGap;
                bits |= ~Vector512.Equals(gap, gap).AsInt32() & one;
            }

            var packed = bits.AsSingle();
            if (cell + Lanes <= sightM.Length)
            {
                packed.StoreUnsafe(ref sightAt, (nuint)cell);
            }
            else
            {
                packed.CopyTo(rest);
                rest[..(sightM.Length - cell)].CopyTo(sightM[cell..]);
            }

            post += Vector512.Create(Lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fetch(ref float values, nuint first, Vector512<int> index) =>
        Avx512F.PermuteVar16x32x2(Vector512.LoadUnsafe(ref values, first), index, Vector512.LoadUnsafe(ref values, first + Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FetchMore(Vector512<float> known, ref float values, nuint first, Vector512<int> index, uint pair) => Vector512.ConditionalSelect(
        Vector512.Equals(Vector512.ShiftRightLogical(index, 5), Vector512.Create((int)pair)).AsSingle(),
        Fetch(ref values, first + (pair * 2 * Lanes), index),
        known);

    private static Vector512<float> Sequence() => Avx512F.ConvertToVector512Single(Vector512<int>.Indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quadratic(Vector512<float> c0, Vector512<float> c1, Vector512<float> c2, Vector512<float> x) =>
        Avx512F.FusedMultiplyAdd(Avx512F.FusedMultiplyAdd(c2, x, c1), x, c0);
}
