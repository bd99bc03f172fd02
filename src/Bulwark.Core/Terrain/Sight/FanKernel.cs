using System.Runtime.CompilerServices;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// The arithmetic of the fan, plainly. <see cref="FanVectorKernel"/> does the same operations in the same order on sixteen rays at once and must
/// agree with this to the bit.
/// </summary>
internal static class FanKernel
{
    /// <summary>Lets the rays of a wedge cross a line: raises the largest tangent of each by the ground it crosses.</summary>
    /// <param name="line">The line.</param>
    /// <param name="near">Heights along the line, from the start of the segment.</param>
    /// <param name="far">The next line, when the rays cross between the two; otherwise not read.</param>
    /// <param name="highest">Largest tangent of each ray.</param>
    /// <param name="gaps">Zero for each ray that has met only known ground; becomes not a number. Empty when all ground is known.</param>
    internal static void Cross(in FanLine line, ref float near, ref float far, Span<float> highest, Span<float> gaps)
    {
        var middle = (highest.Length - 1) * 0.5f;
        for (var ray = 0; ray < highest.Length; ray++)
        {
            var number = ray - middle;
            var place = Quadratic(line.Place0, line.Place1, line.Place2, number);
            var post = (int)place;
            var share = place - post;
            var (left, right) = (Unsafe.Add(ref near, post), Unsafe.Add(ref near, post + 1));
            if (line.Between != 0)
            {
                left = float.FusedMultiplyAdd(line.Between, Unsafe.Add(ref far, post) - left, left);
                right = float.FusedMultiplyAdd(line.Between, Unsafe.Add(ref far, post + 1) - right, right);
            }

            var heightM = float.FusedMultiplyAdd(share, right - left, left);
            var reduced = float.FusedMultiplyAdd(-heightM * line.CurvaturePerM, heightM, heightM);
            var tangent = float.FusedMultiplyAdd(
                Quadratic(line.Slope0, line.Slope1, line.Slope2, number),
                reduced,
                Quadratic(line.Offset0, line.Offset1, line.Offset2, number));
            if (!gaps.IsEmpty) gaps[ray] = float.FusedMultiplyAdd(tangent, 0, gaps[ray]);
            if (tangent > highest[ray]) highest[ray] = tangent;
        }
    }

    /// <summary>The lowest free height over posts of a line, from the two rays beside each.</summary>
    /// <param name="line">The line.</param>
    /// <param name="firstPost">The first post, counted from the start of the segment.</param>
    /// <param name="highest">Largest tangent of each ray over the ground before the line.</param>
    /// <param name="gaps">Not a number for each ray that has met unknown ground; empty when none has.</param>
    /// <param name="sightM">Receives the packed heights.</param>
    internal static void Resolve(in FanLine line, int firstPost, ReadOnlySpan<float> highest, ReadOnlySpan<float> gaps, Span<float> sightM)
    {
        var middle = (highest.Length - 1) * 0.5f;
        for (var cell = 0; cell < sightM.Length; cell++)
        {
            var number = Number(line, firstPost + cell);
            var ray = number + middle;
            var left = Math.Min(Math.Max((int)ray, 0), highest.Length - 2);
            var share = ray - left;
            var tangent = float.FusedMultiplyAdd(share, highest[left + 1] - highest[left], highest[left]);
            var drop = Quadratic(line.Drop0, line.Drop1, line.Drop2, number);
            var reduced = float.FusedMultiplyAdd(tangent + drop, Quadratic(line.Spread0, line.Spread1, line.Spread2, number), line.AntennaM);
            var bits = BitConverter.SingleToInt32Bits(HeightM(reduced, line.CurvaturePerM)) & ~1;
            if (!gaps.IsEmpty && float.IsNaN(gaps[left] + gaps[left + 1])) bits |= 1;
            sightM[cell] = BitConverter.Int32BitsToSingle(bits);
        }
    }

    /// <summary>The number of the ray, not whole, that passes a post: the inverse of the quadratic of places.</summary>
    internal static float Number(in FanLine line, int post)
    {
        var along = (post - line.Place0) * line.RaysPerPost;
        var bend = line.Bend * along;
        return along * float.FusedMultiplyAdd(-bend, float.FusedMultiplyAdd(-2f, bend, 1f), 1f);
    }

    /// <summary>The height, metres, of a reduced height p = Xh/(X + h): p + p²/X + p³/X² + p⁴/X³.</summary>
    internal static float HeightM(float reduced, float curvature)
    {
        var q = reduced * curvature;
        return reduced * float.FusedMultiplyAdd(q, float.FusedMultiplyAdd(q, q + 1f, 1f), 1f);
    }

    private static float Quadratic(float c0, float c1, float c2, float x) => float.FusedMultiplyAdd(float.FusedMultiplyAdd(c2, x, c1), x, c0);
}
