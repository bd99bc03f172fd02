using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Timing;

namespace Bulwark.Flight.Motion;

/// <summary>
/// Makes a route follow the ground under it: the lowest flight that keeps its clearance with bounded climb, pull-up and push-over. Where it flies is
/// stated by the route; nothing is searched for.
/// </summary>
/// <remarks>
/// Each point of the curve stands for the highest ground from the point before it to the one after. The lowest curve above them whose climb is bounded is their dilation by a cone, whose push-over is
/// bounded that by a parabola; the lowest curve above that whose pull-up is bounded is, with the parabola ½ a t² taken away, the concave hull (Serra, Image
/// Analysis and Mathematical Morphology, 1982, chapter 12; Andrew's monotone chain). Between knots the height is a cubic within a fifth of a metre of it.
/// </remarks>
public static class GroundFollower
{
    /// <summary>Largest distance between the points of the height curve, metres; the ground is looked at three times as often.</summary>
    public const double SampleM = 60;

    private const int Looks = 3;

    private const int MostSamples = 200_000;
    private const double KnotErrorM = 0.2;

    // Where the curve passes from push-over to pull-up, its cubics exceed the loads of the curve by up to their own size and a tenth: the curve keeps to this share of the limits.
    private const double LoadShare = 0.45;
    private const int LongestKnot = 64;

    /// <summary>Gives a route the heights of the ground with its clearance.</summary>
    /// <param name="segments">Great circles and turns, in order of time; their own heights are not used.</param>
    /// <param name="ground">Heights of the ground; null for the smooth Earth.</param>
    /// <param name="unknownM">What stands in for unknown ground, metres; not a number to refuse it.</param>
    /// <param name="following">How it follows.</param>
    /// <returns>The same way over the ground, at other heights.</returns>
    /// <exception cref="ArgumentException">The ground is unknown somewhere under the route, or a limit is not positive.</exception>
    public static TrajectorySegment[] Follow(TrajectorySegment[] segments, IElevationField? ground, double unknownM, GroundFollowing following)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (!(following.ClearanceM > 0 && following.ClimbShare > 0 && following.PullUpMPerS2 > 0 && following.PushOverMPerS2 > 0))
            throw new ArgumentException("Following the ground needs a positive clearance, climb, pull-up and push-over.", nameof(following));
        var (start, end) = (segments[0].Start, segments[^1].End);
        var slowest = double.PositiveInfinity;
        var fastest = 0.0;
        foreach (var segment in segments)
        {
            var speed = segment.Velocity(segment.Start).Length;
            (slowest, fastest) = (Math.Min(slowest, speed), Math.Max(fastest, speed));
        }

        var count = Math.Clamp((int)Math.Ceiling((end - start).TotalS * fastest / SampleM), 2, MostSamples) + 1;
        var stepS = (end - start).TotalS / (count - 1);
        var heights = ground is null ? Smooth(count, following.ClearanceM) : Sample(segments, ground, unknownM, following.ClearanceM, start, stepS, count);
        var climbMPerS = following.ClimbShare * slowest;
        BoundClimb(heights, climbMPerS * stepS);
        BoundPushOver(ref heights, LoadShare * following.PushOverMPerS2, climbMPerS, stepS);
        BoundPullUp(heights, LoadShare * following.PullUpMPerS2, stepS);
        return HeightShaper.Apply(segments, Knots(heights, start, end, stepS));
    }

    private static double[] Smooth(int count, double clearanceM)
    {
        var heights = new double[count];
        Array.Fill(heights, clearanceM);
        return heights;
    }

    private static double[] Sample(TrajectorySegment[] segments, IElevationField ground, double unknownM, double clearanceM, SimTime start, double stepS, int count)
    {
        var heights = new double[count];
        Array.Fill(heights, double.NegativeInfinity);
        var index = 0;
        for (var look = 0; look <= (count - 1) * Looks; look++)
        {
            var time = start + SimDuration.FromSeconds(look * stepS / Looks);
            while (index < segments.Length - 1 && time >= segments[index].End) index++;
            var place = Wgs84.ToGeodetic(segments[index].Position(time));
            var heightM = ground.HeightM(place.LatitudeRad, place.LongitudeRad);
            if (double.IsNaN(heightM)) heightM = unknownM;
            if (double.IsNaN(heightM))
                throw new ArgumentException(FormattableString.Invariant($"the ground is unknown at {place.LatitudeDeg:0.####}, {place.LongitudeDeg:0.####}, under the route: add the tile, or let the smooth Earth stand in for gaps"), nameof(ground));
            var (point, between) = Math.DivRem(look, Looks);
            Raise(point);
            if (between > 0 || point + 1 < count) Raise(Math.Min(count - 1, point + 1));
            if (between == 0 && point > 0) Raise(point - 1);

            void Raise(int at) => heights[at] = Math.Max(heights[at], heightM + clearanceM);
        }

        return heights;
    }

    private static void BoundClimb(double[] heights, double stepM)
    {
        for (var i = 1; i < heights.Length; i++) heights[i] = Math.Max(heights[i], heights[i - 1] - stepM);
        for (var i = heights.Length - 2; i >= 0; i--) heights[i] = Math.Max(heights[i], heights[i + 1] - stepM);
    }

    private static void BoundPushOver(ref double[] heights, double loadMPerS2, double climbMPerS, double stepS)
    {
        var reach = (int)(climbMPerS / loadMPerS2 / stepS);
        if (reach == 0) return;
        var result = new double[heights.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var largest = heights[i];
            for (var j = Math.Max(0, i - reach); j <= Math.Min(result.Length - 1, i + reach); j++)
            {
                var awayS = (j - i) * stepS;
                largest = Math.Max(largest, heights[j] - (0.5 * loadMPerS2 * awayS * awayS));
            }

            result[i] = largest;
        }

        heights = result;
    }

    private static void BoundPullUp(double[] heights, double loadMPerS2, double stepS)
    {
        // The parabola is centred on the route, which halves its size and with it the rounding.
        var centre = 0.5 * (heights.Length - 1);
        var hull = new int[heights.Length];
        var top = 0;
        for (var i = 0; i < heights.Length; i++)
        {
            heights[i] -= Parabola(i);
            while (top > 1 && Rises(heights, hull[top - 2], hull[top - 1], i)) top--;
            hull[top++] = i;
        }

        for (var corner = 1; corner < top; corner++)
        {
            var (from, to) = (hull[corner - 1], hull[corner]);
            var slope = (heights[to] - heights[from]) / (to - from);
            for (var i = from + 1; i < to; i++) heights[i] = heights[from] + (slope * (i - from));
        }

        for (var i = 0; i < heights.Length; i++) heights[i] += Parabola(i);

        double Parabola(int i) => 0.5 * loadMPerS2 * (i - centre) * (i - centre) * stepS * stepS;

        static bool Rises(double[] h, int a, int b, int c) => (h[b] - h[a]) * (c - a) <= (h[c] - h[a]) * (b - a);
    }

    private static List<HeightKnot> Knots(double[] heights, SimTime start, SimTime end, double stepS)
    {
        var last = heights.Length - 1;
        var knots = new List<HeightKnot> { Knot(0) };
        var from = 0;
        while (from < last)
        {
            var to = Math.Min(last, from + 1);
            for (var reach = 2; reach <= LongestKnot && from + reach <= last; reach *= 2)
            {
                if (!Fits(from, from + reach)) break;
                to = from + reach;
            }

            knots.Add(Knot(to));
            from = to;
        }

        return knots;

        HeightKnot Knot(int i) => new(i == last ? end : start + SimDuration.FromSeconds(i * stepS), heights[i], Rate(i));

        double Rate(int i) => i == 0 ? (heights[1] - heights[0]) / stepS : i == last ? (heights[last] - heights[last - 1]) / stepS : (heights[i + 1] - heights[i - 1]) / (2 * stepS);

        bool Fits(int a, int b)
        {
            var law = HeightLaw.Between(heights[a], Rate(a), heights[b], Rate(b), (b - a) * stepS);
            for (var i = a + 1; i < b; i++)
            {
                if (Math.Abs(law.HeightM((i - a) * stepS) - heights[i]) > KnotErrorM) return false;
            }

            return true;
        }
    }
}
