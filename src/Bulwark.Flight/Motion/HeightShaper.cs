using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Flight.Motion;

/// <summary>Gives routes heights without kinks: the great circles and turns stay, their heights become cubics between knots.</summary>
internal static class HeightShaper
{
    /// <summary>
    /// Rounds the changes of climb between legs by parabolas of a given load, centred on the change; where the legs are too short for the load, the
    /// parabola takes half of the shorter one.
    /// </summary>
    /// <param name="segments">Great circles and turns of a route.</param>
    /// <param name="loadMPerS2">Vertical acceleration, m/s², positive.</param>
    /// <returns>The same segments when no climb changes.</returns>
    public static TrajectorySegment[] RoundClimbs(TrajectorySegment[] segments, double loadMPerS2)
    {
        var rates = Array.ConvertAll(segments, static segment => RateMPerS(segment));
        var kinks = 0;
        for (var i = 1; i < segments.Length; i++) kinks += Math.Abs(rates[i] - rates[i - 1]) > 1e-9 ? 1 : 0;
        if (kinks == 0) return segments;
        var knots = new List<HeightKnot> { Knot(segments[0], segments[0].Start, rates[0]) };
        for (var i = 1; i < segments.Length; i++)
        {
            var change = Math.Abs(rates[i] - rates[i - 1]);
            if (change <= 1e-9) continue;
            var shorterS = Math.Min((segments[i - 1].End - segments[i - 1].Start).TotalS, (segments[i].End - segments[i].Start).TotalS);
            var half = SimDuration.FromSeconds(Math.Min(0.5 * change / loadMPerS2, 0.49 * shorterS));
            knots.Add(Knot(segments[i - 1], segments[i].Start - half, rates[i - 1]));
            knots.Add(Knot(segments[i], segments[i].Start + half, rates[i]));
        }

        knots.Add(Knot(segments[^1], segments[^1].End, rates[^1]));
        return Apply(segments, knots);
    }

    /// <summary>Cuts the segments at knots and gives each piece the cubic between its two.</summary>
    /// <param name="segments">Great circles and turns of a route.</param>
    /// <param name="knots">Heights above the ellipsoid in order of time, from the start of the first segment to the end of the last.</param>
    public static TrajectorySegment[] Apply(ReadOnlySpan<TrajectorySegment> segments, IReadOnlyList<HeightKnot> knots)
    {
        var pieces = new List<TrajectorySegment>(segments.Length + knots.Count);
        var next = 1;
        foreach (ref readonly var segment in segments)
        {
            var levelM = segment.Kind == SegmentKind.Turn ? HeightM(segment, segment.Start) : 0;
            var time = segment.Start;
            while (time < segment.End)
            {
                while (next < knots.Count - 1 && knots[next].Time <= time) next++;
                var (from, to) = (knots[next - 1], knots[next]);
                var end = to.Time > time && to.Time < segment.End ? to.Time : segment.End;
                var law = HeightLaw.Between(from.HeightM, from.RateMPerS, to.HeightM, to.RateMPerS, (to.Time - from.Time).TotalS);
                var (startS, endS) = ((time - from.Time).TotalS, (end - from.Time).TotalS);

                // The cubic of the knots, cut to the piece: a cubic again.
                var cut = HeightLaw.Between(law.HeightM(startS) - levelM, law.RateMPerS(startS), law.HeightM(endS) - levelM, law.RateMPerS(endS), endS - startS);
                pieces.Add(segment.Piece(time, end, cut));
                time = end;
            }
        }

        return [.. pieces];
    }

    private static HeightKnot Knot(in TrajectorySegment segment, SimTime time, double rateMPerS) => new(time, HeightM(segment, time), rateMPerS);

    private static double HeightM(in TrajectorySegment segment, SimTime time) => Wgs84.HeightM(segment.Position(time));

    // Turns are level; their height in truth changes by millimetres, which would look like kinks.
    private static double RateMPerS(in TrajectorySegment segment)
    {
        if (segment.Kind == SegmentKind.Turn) return 0;
        var change = HeightM(segment, segment.End) - HeightM(segment, segment.Start);
        return Math.Abs(change) < 1e-3 ? 0 : change / (segment.End - segment.Start).TotalS;
    }
}
