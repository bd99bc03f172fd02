using System.Runtime.Intrinsics;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>A node ray along the lines as polynomials through a few places (Chebyshev nodes), all four values at once.</summary>
internal sealed class NodeFit
{
    private readonly double _middle;
    private readonly double _half;
    private readonly Vector256<double>[] _coefficients;

    /// <summary>Chooses the places.</summary>
    /// <param name="count">How many.</param>
    /// <param name="first">Where the ray begins, in posts from the site.</param>
    /// <param name="last">Where it ends.</param>
    internal NodeFit(int count, double first, double last)
    {
        (_middle, _half) = (0.5 * (first + last), 0.5 * (last - first));
        (Places, Values, _coefficients) = (new double[count], new FanNode[count], new Vector256<double>[count]);
        for (var i = 0; i < count; i++) Places[i] = _middle - (_half * Math.Cos(Angle(i)));
    }

    /// <summary>Where the ray is to be known, in posts from the site, outwards.</summary>
    internal double[] Places { get; }

    /// <summary>The ray there.</summary>
    internal FanNode[] Values { get; }

    // What the last two terms may be: posts, metres, tangents and metres. Less than single precision keeps of them far from the site.
    private static Vector256<double> Tolerance => Vector256.Create(1e-5, 1e-4, 1e-10, 1e-4);

    /// <summary>Finds the polynomials and says whether they are good enough.</summary>
    internal bool Solve()
    {
        var count = Places.Length;
        for (var k = 0; k < count; k++)
        {
            var sum = Vector256<double>.Zero;
            for (var i = 0; i < count; i++) sum += Vector256.Create(Math.Cos(k * Angle(i))) * Values[i].Values;
            _coefficients[k] = sum * Vector256.Create(((k & 1) == 0 ? 1.0 : -1.0) * (k == 0 ? 1 : 2) / count);
        }

        return Vector256.LessThanAll(Vector256.Max(Vector256.Abs(_coefficients[^1]), Vector256.Abs(_coefficients[^2])), Tolerance);
    }

    /// <summary>The ray at a place, by Clenshaw's recurrence.</summary>
    internal FanNode At(double posts)
    {
        var x = Vector256.Create((posts - _middle) / _half);
        var (next, later) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var k = _coefficients.Length - 1; k > 0; k--) (next, later) = (_coefficients[k] + ((x + x) * next) - later, next);
        return new FanNode(_coefficients[0] + (x * next) - later);
    }

    private double Angle(int node) => Math.PI * (node + 0.5) / Places.Length;
}
