using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// The squared distance from a site over the posts of a raster, as a polynomial: a row of a projected raster is no simple curve on the Earth, and to
/// search where it enters a disc through the projection takes longer than the rest of a map. Chebyshev interpolation in both directions over a
/// square around the disc; the functions are smooth over thousands of kilometres, so that the rim is right to a thousandth of a post at 1,000 km
/// (a test compares with the projection itself).
/// </summary>
internal sealed class DiscFit
{
    // Ratio of two coefficients one degree apart: about 1/10 at 1,000 km.
    private const int Count = 13;

    private readonly double[] _powers = new double[Count];
    private readonly double[] _coefficients = new double[Count * Count];
    private readonly double[] _byColumn = new double[Count];
    private readonly RasterPosition _site;
    private readonly double _halfPosts;

    /// <summary>Fits.</summary>
    /// <param name="raster">The raster.</param>
    /// <param name="site">The site, on the ellipsoid.</param>
    /// <param name="position">The site in posts.</param>
    /// <param name="radiusM">Radius of the disc, metres.</param>
    internal DiscFit(ElevationRaster raster, EcefVector site, RasterPosition position, double radiusM)
    {
        _site = position;
        var (downM, rightM) = (Math.Sqrt(DistanceSquared(0.5, 0)), Math.Sqrt(DistanceSquared(0, 0.5)));

        // The scale of the projection changes by less than a tenth over the disc.
        _halfPosts = 1.15 * radiusM / (2 * Math.Min(downM, rightM));
        var values = new double[Count * Count];
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < Count; j++) values[(i * Count) + j] = DistanceSquared(_halfPosts * Place(i), _halfPosts * Place(j));
        }

        for (var k = 0; k < Count; k++)
        {
            for (var l = 0; l < Count; l++)
            {
                var sum = 0.0;
                for (var i = 0; i < Count; i++)
                {
                    for (var j = 0; j < Count; j++) sum += values[(i * Count) + j] * Math.Cos(k * Angle(i)) * Math.Cos(l * Angle(j));
                }

                _coefficients[(k * Count) + l] = sum * (k == 0 ? 1 : 2) * (l == 0 ? 1 : 2) / (Count * Count);
            }
        }

        static double Angle(int node) => Math.PI * (node + 0.5) / Count;

        static double Place(int node) => Math.Cos(Angle(node));

        double DistanceSquared(double down, double right)
        {
            var difference = Wgs84.ToEcef(RasterPlaces.At(raster, position.RowPosts + down, position.ColumnPosts + right)) - site;
            return difference.Dot(difference);
        }
    }

    /// <summary>Where a row enters and leaves the disc, in posts; right is less than left when it does not.</summary>
    internal (double Left, double Right) Run(int row, double chordSquared)
    {
        var down = (row - _site.RowPosts) / _halfPosts;
        if (!(Math.Abs(down) <= 1)) return (0, -1);
        Collapse(down);

        // The nearest point of the row, then the rim on both sides of it; the curve is almost a parabola.
        var nearest = 0.0;
        for (var trial = 0; trial < 8; trial++)
        {
            var (_, slope, bend) = At(nearest);
            var step = slope / bend;
            nearest -= step;
            if (Math.Abs(step) < 1e-9) break;
        }

        var (least, _, curvature) = At(nearest);
        if (!(least <= chordSquared)) return (0, -1);
        var half = Math.Sqrt(2 * (chordSquared - least) / curvature);
        return (_site.ColumnPosts + (_halfPosts * Rim(nearest - half, chordSquared)), _site.ColumnPosts + (_halfPosts * Rim(nearest + half, chordSquared)));
    }

    private double Rim(double guess, double chordSquared)
    {
        for (var trial = 0; trial < 8; trial++)
        {
            var (value, slope, _) = At(guess);
            var step = (value - chordSquared) / slope;
            if (!(Math.Abs(step) < 0.5)) break;
            guess -= step;
            if (Math.Abs(step) < 1e-9) break;
        }

        return guess;
    }

    /// <summary>Makes the polynomial of one row, in powers of the column.</summary>
    private void Collapse(double down)
    {
        Span<double> chebyshev = stackalloc double[Count];
        (chebyshev[0], chebyshev[1]) = (1, down);
        for (var k = 2; k < Count; k++) chebyshev[k] = (2 * down * chebyshev[k - 1]) - chebyshev[k - 2];
        Array.Clear(_byColumn);
        for (var k = 0; k < Count; k++)
        {
            for (var l = 0; l < Count; l++) _byColumn[l] += chebyshev[k] * _coefficients[(k * Count) + l];
        }

        // Clenshaw's recurrence on polynomials: b(l) = c(l) + 2x b(l+1) - b(l+2).
        Span<double> next = stackalloc double[Count];
        Span<double> later = stackalloc double[Count];
        Span<double> now = stackalloc double[Count];
        next.Clear();
        later.Clear();
        for (var l = Count - 1; l >= 0; l--)
        {
            var factor = l == 0 ? 1.0 : 2.0;
            for (var power = Count - 1; power >= 0; power--) now[power] = (power > 0 ? factor * next[power - 1] : _byColumn[l]) - later[power];
            next.CopyTo(later);
            now.CopyTo(next);
        }

        next.CopyTo(_powers);
    }

    private (double Value, double Slope, double Bend) At(double x)
    {
        double value = 0, slope = 0, bend = 0;
        for (var power = Count - 1; power >= 0; power--)
        {
            bend = (bend * x) + slope;
            slope = (slope * x) + value;
            value = (value * x) + _powers[power];
        }

        return (value, slope, 2 * bend);
    }
}
