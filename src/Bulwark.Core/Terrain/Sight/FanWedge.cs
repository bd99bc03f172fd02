using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>Sweeps one wedge of rays from the site outwards: at each line first the cells on it are resolved, then the rays cross it. One a thread.</summary>
internal sealed class FanWedge
{
    // Sixteen rays or cells read 32 values beyond the first of them.
    private const int Reserve = 48;

    // Cells may lie a post or two beyond the outermost rays: the diagonals of two sectors are rounded on their own.
    private const int SideMargin = 8;

    // The ground nearer than this many posts is sampled at eighths of a post.
    private const double NearPosts = 24;
    private const double NearestPosts = 0.15;

    // Farther than this the ground is sampled at the lines only: what is missed between them is no longer magnified much.
    private const double MidwayPosts = 256;

    private readonly ElevationRaster _terrain;
    private readonly FanCells _cells;
    private readonly float[] _sightM;
    private readonly FanTile _tile;
    private readonly bool _usesVectors;
    private readonly float _curvaturePerM;
    private readonly double _antennaM;
    private readonly double _beyondM;
    private float[] _highest = [];
    private float[] _gaps = [];
    private readonly FanSide _side;
    private bool _hasGaps;
    private int _sideFirst;
    private int _sidePosts;
    private int _rays;

    internal FanWedge(ElevationRaster terrain, VisibleHeightOptions options, FanCells cells, float[] sightM, SensorFrame sensor)
    {
        (_terrain, _cells, _sightM) = (terrain, cells, sightM);
        _usesVectors = options.UsesVectors && FanVectorKernel.IsSupported;
        _tile = new FanTile(terrain, options.Missing, _usesVectors);
        _side = new FanSide(cells, sightM, _usesVectors);
        _beyondM = (1.003 * options.RadiusM) + (3 * terrain.SpacingM);
        var apparentM = sensor.EffectiveEarthFactorRatio * sensor.RadiusM(1, 1, 2);
        _curvaturePerM = (float)(1 / apparentM);
        _antennaM = apparentM * sensor.Antenna.HeightM / (apparentM + sensor.Antenna.HeightM);
    }

    internal void Sweep(FanSector sector, int wedge, CancellationToken cancellationToken)
    {
        if (_highest.Length < sector.Rays + Reserve)
        {
            _highest = new float[sector.Rays + Reserve];
            _gaps = new float[sector.Rays + Reserve];
        }

        Array.Fill(_highest, float.NegativeInfinity);
        Array.Clear(_gaps);
        _hasGaps = false;
        _rays = sector.RaysOf(0);
        for (var block = 0; block < sector.Blocks; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var firstStep = block * FanSector.BlockSteps;
            var steps = Math.Min(FanSector.BlockSteps, sector.Steps - firstStep);
            if (sector.RaysOf(block) != _rays) Refine(sector.RaysOf(block));
            var origin = Load(sector, wedge, firstStep, firstStep + steps - 1);
            _hasGaps |= _tile.MayHaveGaps;
            if (block == 0) CrossNear(sector, wedge, 0, -FanSector.Parts * 2, -1, origin);
            for (var step = firstStep; step < firstStep + steps; step++)
            {
                if (sector.IsBetween(step) && sector.StepPosts(step, 0) > MidwayPosts) continue;
                Step(sector, wedge, step, firstStep, origin);
                if (block == 0 && sector.StepPosts(step, 0) < NearPosts && step < steps - 1) CrossNear(sector, wedge, step, 1, FanSector.Parts - 1, origin);
            }

            if (!sector.LinesAreRows) _side.Flush();
            if (IsBeyond(sector, wedge, firstStep + steps - 1)) return;
        }
    }

    /// <summary>Goes on with more rays: each takes its share of the two that were beside it.</summary>
    private void Refine(int rays)
    {
        // From the last on, so that nothing is read that was written.
        var ratio = (_rays - 1f) / (rays - 1f);
        for (var ray = rays - 1; ray >= 0; ray--)
        {
            var place = ray * ratio;
            var left = Math.Min((int)place, _rays - 2);
            var (low, high) = (_highest[left], _highest[left + 1]);

            // A ray that has met no known ground yet is at minus infinity; then so is its neighbour.
            _highest[ray] = Math.Min(low, high) == float.NegativeInfinity ? float.NegativeInfinity : float.FusedMultiplyAdd(place - left, high - low, low);
            _gaps[ray] = _gaps[left] + _gaps[left + 1];
        }

        _rays = rays;
    }

    /// <summary>Whether the whole wedge has left the disc; a little late at most.</summary>
    private bool IsBeyond(FanSector sector, int wedge, int step) =>
        sector.Node(2 * wedge, step, 0).SpreadM > _beyondM && sector.Node((2 * wedge) + 1, step, 0).SpreadM > _beyondM && sector.Node((2 * wedge) + 2, step, 0).SpreadM > _beyondM;

    /// <summary>Samples between two half-lines, for the ground near the site: what it hides grows with distance.</summary>
    private void CrossNear(FanSector sector, int wedge, int step, int firstPart, int lastPart, int origin)
    {
        for (var part = firstPart; part <= lastPart; part++)
        {
            if (sector.StepPosts(step, part) < NearestPosts) continue;
            var at = 0.5 * (sector.FirstHalf + (sector.Direction * (step + ((double)part / FanSector.Parts))));
            var below = (int)Math.Floor(at);
            var line = LineOf(sector, wedge, step, part, origin, resolves: false);
            line.Between = (float)(at - below);
            Cross(line, ref _tile.Line(below), ref _tile.Line(line.Between == 0 ? below : below + 1), _rays);
        }
    }

    private void Step(FanSector sector, int wedge, int step, int firstStep, int origin)
    {
        var half = sector.FirstHalf + (sector.Direction * step);
        var at = half >> 1;
        var line = LineOf(sector, wedge, step, 0, origin, resolves: (half & 1) == 0);
        if ((half & 1) != 0)
        {
            line.Between = 0.5f;
            Cross(line, ref _tile.Line(at), ref _tile.Line(at + 1), _rays);
            return;
        }

        if (!sector.LinesAreRows) StartSide(sector, at, step - firstStep);

        // Cells between the first ray and the last; beyond them too in the outermost wedges of the sides, which take what the diagonals leave over.
        var (first, last) = sector.LinesAreRows ? _cells.RowRun(at) : _cells.ColumnRun(at);
        if (wedge > 0) first = Math.Max(first, (int)Math.Ceiling(sector.SiteCross + sector.Place(2 * wedge, step)));
        if (wedge < sector.Wedges - 1) last = Math.Min(last, (int)Math.Ceiling(sector.SiteCross + sector.Place((2 * wedge) + 2, step)) - 1);
        if (first <= last) Resolve(line, sector, at, origin, first, last);
        Cross(line, ref _tile.Line(at), ref _tile.Line(at), _rays);
    }

    private void StartSide(FanSector sector, int column, int stepInBlock)
    {
        var lines = stepInBlock / 2;
        if (lines % FanSide.Columns != 0) return;
        if (lines > 0) _side.Flush();
        _side.Start(sector.Direction > 0 ? column : column - FanSide.Columns + 1, _sideFirst, _sidePosts);
    }

    private int Load(FanSector sector, int wedge, int firstStep, int lastStep)
    {
        var (low, high) = (double.MaxValue, double.MinValue);
        foreach (var ray in (ReadOnlySpan<int>)[2 * wedge, (2 * wedge) + 2])
        {
            foreach (var step in (ReadOnlySpan<int>)[firstStep, lastStep])
            {
                var place = sector.Place(ray, step);
                (low, high) = (Math.Min(low, place), Math.Max(high, place));
            }
        }

        var origin = (int)Math.Floor(sector.SiteCross + low) - 2;
        var posts = (int)Math.Ceiling(sector.SiteCross + high) + 3 - origin + 32;
        var (from, to) = (sector.FirstHalf + (sector.Direction * firstStep), sector.FirstHalf + (sector.Direction * lastStep));
        var (lowLine, highLine) = (Math.Min(from, to) >> 1, (Math.Max(from, to) + 1) >> 1);
        if (firstStep == 0)
        {
            // The ground between the site and the first line, for the samples there.
            if (sector.Direction > 0) lowLine = Math.Min(lowLine, (int)Math.Floor(sector.SiteLine));
            else highLine = Math.Max(highLine, (int)Math.Ceiling(sector.SiteLine));
        }

        (_sideFirst, _sidePosts) = (origin - SideMargin, posts + (2 * SideMargin));
        _tile.Load(sector.LinesAreRows, lowLine, highLine, origin, posts);
        return origin;
    }

    private FanLine LineOf(FanSector sector, int wedge, int step, int part, int origin, bool resolves)
    {
        var left = sector.Node(2 * wedge, step, part);
        var middle = sector.Node((2 * wedge) + 1, step, part);
        var right = sector.Node((2 * wedge) + 2, step, part);
        // Both sides of the middle at once for all four values of a node, then those that depend on the inverse of the spread.
        var half = (_rays - 1) * 0.5;
        var (linear, square) = (1 / (2 * half), 1 / (2 * half * half));
        var first = Vector256.Create(linear) * (right.Values - left.Values);
        var second = Vector256.Create(square) * (left.Values + right.Values - (middle.Values + middle.Values));
        var line = default(FanLine);
        line.CurvaturePerM = _curvaturePerM;
        (line.Place0, line.Place1, line.Place2) = ((float)(sector.SiteCross - origin + middle.Cross), (float)first.GetElement(0), (float)second.GetElement(0));
        var (slopeLeft, slope, slopeRight) = (1 / left.SpreadM, 1 / middle.SpreadM, 1 / right.SpreadM);
        (line.Slope0, line.Slope1, line.Slope2) = ((float)slope, (float)((slopeRight - slopeLeft) * linear), (float)((slopeLeft + slopeRight - (2 * slope)) * square));
        var offsetLeft = -left.Drop - (slopeLeft * (_antennaM - left.SurfaceM));
        var offset = -middle.Drop - (slope * (_antennaM - middle.SurfaceM));
        var offsetRight = -right.Drop - (slopeRight * (_antennaM - right.SurfaceM));
        (line.Offset0, line.Offset1, line.Offset2) = ((float)offset, (float)((offsetRight - offsetLeft) * linear), (float)((offsetLeft + offsetRight - (2 * offset)) * square));
        if (!resolves) return line;

        line.RaysPerPost = 1 / line.Place1;
        line.Bend = line.Place2 * line.RaysPerPost;
        line.AntennaM = (float)(_antennaM - middle.SurfaceM);
        (line.Spread0, line.Spread1, line.Spread2) = ((float)middle.SpreadM, (float)first.GetElement(1), (float)second.GetElement(1));
        (line.Drop0, line.Drop1, line.Drop2) = ((float)middle.Drop, (float)first.GetElement(2), (float)second.GetElement(2));
        return line;
    }

    private void Cross(in FanLine line, ref float near, ref float far, int rays)
    {
        var highest = _highest.AsSpan(0, rays);
        var gaps = _gaps.AsSpan(0, _hasGaps ? rays : 0);
        if (_usesVectors) FanVectorKernel.Cross(line, ref near, ref far, highest, gaps);
        else FanKernel.Cross(line, ref near, ref far, highest, gaps);
    }

    private void Resolve(in FanLine line, FanSector sector, int at, int origin, int first, int last)
    {
        var disc = _cells.Disc;
        var target = sector.LinesAreRows
            ? _sightM.AsSpan((int)(disc.Offsets[at - disc.FirstRow] + first - disc.FirstColumns[at - disc.FirstRow]), last - first + 1)
            : _side.Column(at, first, last);
        var highest = _highest.AsSpan(0, _rays);
        var gaps = _gaps.AsSpan(0, _hasGaps ? _rays : 0);
        if (_usesVectors) FanVectorKernel.Resolve(line, first - origin, highest, gaps, target);
        else FanKernel.Resolve(line, first - origin, highest, gaps, target);
    }
}
