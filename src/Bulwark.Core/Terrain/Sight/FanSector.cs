using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// One of the four sectors of the fan. Its rays start at the site and cross line after line of posts: rows to the north and south, columns to the
/// east and west; a sector ends where rays would cross more than one post per line, at the diagonals of the raster. Rays are the vertical planes of
/// the sensor's azimuths, exact on the ellipsoid. Where they cross the lines is computed for the edges and middles of wedges of rays at four
/// places of every block of lines, and interpolated (cubic across lines, quadratic across the rays of a wedge).
/// </summary>
internal sealed class FanSector
{
    /// <summary>Lines in a block.</summary>
    internal const int BlockLines = 64;

    /// <summary>Half-lines in a block: rays are sampled at every line and midway between lines.</summary>
    internal const int BlockSteps = 2 * BlockLines;

    /// <summary>Parts of a step, for the ground near the site, which is sampled more finely.</summary>
    internal const int Parts = 4;

    // A quadratic serves a wedge whose slopes differ by 2/17: relative error below 2e-5 of an elevation, the same for obstacle and cell.
    private const int FewestWedges = 17;
    private const int MostRays = 512;

    // How often the number of rays is halved towards the site.
    private const int MostHalvings = 2;
    private const int NodesPerBlock = 3;
    private const int PartsBefore = 8;
    private static readonly double[] Weights = CubicWeights();

    private readonly SensorFrame _sensor;
    private readonly ElevationRaster _raster;
    private readonly FanNode[] _nodes;
    private readonly int _nodesPerRay;
    private readonly (double East, double North) _perLine;
    private readonly (double East, double North) _perCross;

    internal FanSector(SensorFrame sensor, ElevationRaster raster, RasterPosition site, bool linesAreRows, int direction, int lastLine, double raysPerPost)
    {
        (_sensor, _raster, LinesAreRows, Direction) = (sensor, raster, linesAreRows, direction);
        (SiteLine, SiteCross) = linesAreRows ? (site.RowPosts, site.ColumnPosts) : (site.ColumnPosts, site.RowPosts);

        // Nearer than a quarter of a post there is only the ground under the antenna.
        FirstHalf = direction > 0 ? (int)Math.Ceiling(2 * (SiteLine + 0.25)) : (int)Math.Floor(2 * (SiteLine - 0.25));
        Steps = Math.Max(0, (((2 * lastLine) - FirstHalf) * direction) + 1);
        Blocks = (Steps + BlockSteps - 1) / BlockSteps;
        FirstPosts = Math.Abs((FirstHalf / 2.0) - SiteLine);
        _nodes = [];
        if (Steps == 0) return;

        var origin = SightAt(0, 0);
        var (alongLine, alongCross) = (SightAt(0.01, 0), SightAt(0, 0.01));
        _perLine = (alongLine.EastM - origin.EastM, alongLine.NorthM - origin.NorthM);
        _perCross = (alongCross.EastM - origin.EastM, alongCross.NorthM - origin.NorthM);
        var rays = 2 * raysPerPost * WidestSpreadPosts(FirstPosts + (Steps / 2.0));
        Wedges = Math.Max(FewestWedges, (int)Math.Ceiling(rays / (MostRays - 1)));
        const int leastRays = 16 << MostHalvings;
        Rays = leastRays * (int)Math.Ceiling(((rays / Wedges) + 1) / leastRays);
        _nodesPerRay = (Blocks * NodesPerBlock) + 1;
        _nodes = new FanNode[((2 * Wedges) + 1) * _nodesPerRay];
    }

    internal bool LinesAreRows { get; }

    internal int Direction { get; }

    internal double SiteLine { get; }

    internal double SiteCross { get; }

    /// <summary>Twice the number of the first line, or half-line, that the rays cross.</summary>
    internal int FirstHalf { get; }

    /// <summary>Lines and half-lines crossed.</summary>
    internal int Steps { get; }

    internal int Blocks { get; }

    internal int Wedges { get; }

    /// <summary>Rays of a wedge at the rim; the last is the first of the next.</summary>
    internal int Rays { get; }

    /// <summary>Number of rays whose crossings are computed: edges and middles of wedges.</summary>
    internal int NodeRays => Steps == 0 ? 0 : (2 * Wedges) + 1;

    private double FirstPosts { get; }

    /// <summary>Rays of a wedge in a block: half as many in the inner half, where they would lie closer than half a post, and so on.</summary>
    internal int RaysOf(int block)
    {
        var rays = Rays;
        for (var halving = 1; halving <= MostHalvings && (block + 1) << halving <= Blocks; halving++) rays /= 2;
        return rays;
    }

    /// <summary>
    /// Computes where one node ray crosses the lines: at a few places, from which a polynomial gives the nodes, or at each node where no polynomial
    /// serves.
    /// </summary>
    internal void Trace(int ray)
    {
        var nodes = _nodes.AsSpan(ray * _nodesPerRay, _nodesPerRay);
        var slope = ((double)ray / Wedges) - 1;
        for (var count = 10; count < nodes.Length / 2; count += 8)
        {
            var lastPosts = NodePosts(nodes.Length - 1);
            var fit = new NodeFit(count, FirstPosts, lastPosts);
            Cross(slope, fit.Places, fit.Values);
            if (!fit.Solve()) continue;
            for (var node = 0; node < nodes.Length; node++) nodes[node] = fit.At(NodePosts(node));
            return;
        }

        var places = new double[nodes.Length];
        for (var node = 0; node < nodes.Length; node++) places[node] = NodePosts(node);
        Cross(slope, places, nodes);
    }

    private double NodePosts(int node) => FirstPosts + (((node / NodesPerBlock) + ((node % NodesPerBlock) switch { 0 => 0.0, 1 => 0.25, _ => 0.75 })) * BlockLines);

    private void Cross(double slope, ReadOnlySpan<double> lines, Span<FanNode> nodes)
    {
        var (cross, before) = (slope * lines[0], lines[0]);
        for (var node = 0; node < lines.Length; node++)
        {
            cross = Crossing(slope, lines[node], cross * lines[node] / before, out var sight);
            before = lines[node];
            nodes[node] = new FanNode(cross, sight, _sensor);
        }
    }

    /// <summary>A node ray's place across a line, in posts from the site.</summary>
    internal double Place(int ray, int step) => Node(ray, step, 0).Cross;

    /// <summary>All of a node ray at a line, or some parts of a step before or after it.</summary>
    internal FanNode Node(int ray, int step, int part)
    {
        var block = step / BlockSteps;
        var weight = 4 * (((step - (block * BlockSteps)) * Parts) + part + PartsBefore);
        return FanNode.Mix(_nodes.AsSpan((ray * _nodesPerRay) + (block * NodesPerBlock), 4), Weights.AsSpan(weight, 4));
    }

    /// <summary>Whether a step lies midway between two lines.</summary>
    internal bool IsBetween(int step) => ((FirstHalf + step) & 1) != 0;

    /// <summary>Distance of a step from the site, in posts across the lines.</summary>
    internal double StepPosts(int step, int part) => FirstPosts + ((step + ((double)part / Parts)) / 2);

    private static double[] CubicWeights()
    {
        double[] places = [0, 0.25, 0.75, 1];
        var weights = new double[4 * ((BlockSteps * Parts) + 1 + PartsBefore)];
        for (var part = 0; part < weights.Length / 4; part++)
        {
            var at = (double)(part - PartsBefore) / (BlockSteps * Parts);
            for (var node = 0; node < 4; node++)
            {
                var weight = 1.0;
                for (var other = 0; other < 4; other++)
                {
                    if (other != node) weight *= (at - places[other]) / (places[node] - places[other]);
                }

                weights[(4 * part) + node] = weight;
            }
        }

        return weights;
    }

    private SurfaceSight SightAt(double lines, double cross)
    {
        var (line, along) = (SiteLine + (Direction * lines), SiteCross + cross);
        var place = LinesAreRows ? RasterPlaces.At(_raster, line, along) : RasterPlaces.At(_raster, along, line);
        return new SurfaceSight(_sensor, place.LatitudeRad, place.LongitudeRad);
    }

    /// <summary>Where the vertical plane of a slope's azimuth crosses a line: secant steps from a guess.</summary>
    private double Crossing(double slope, double lines, double guess, out SurfaceSight sight)
    {
        var (east, north) = (_perLine.East + (slope * _perCross.East), _perLine.North + (slope * _perCross.North));
        var (last, cross) = (guess + 0.5, guess);
        sight = SightAt(lines, last);
        var lastMiss = (sight.EastM * north) - (sight.NorthM * east);
        for (var trial = 0; trial < 12; trial++)
        {
            sight = SightAt(lines, cross);
            var miss = (sight.EastM * north) - (sight.NorthM * east);
            if (Math.Abs(cross - last) < 1e-7 || miss == lastMiss) break;
            var next = cross - (miss * (cross - last) / (miss - lastMiss));
            (last, lastMiss, cross) = (cross, miss, next);
        }

        return cross;
    }

    /// <summary>Largest distance of the rays of slopes one apart on the farthest line, in posts.</summary>
    private double WidestSpreadPosts(double lines)
    {
        var widest = 0.0;
        var before = Crossing(-1, lines, -lines, out _);
        for (var part = 1; part <= 8; part++)
        {
            var slope = -1 + (part / 4.0);
            var place = Crossing(slope, lines, slope * lines, out _);
            widest = Math.Max(widest, 4 * (place - before));
            before = place;
        }

        return widest;
    }
}
