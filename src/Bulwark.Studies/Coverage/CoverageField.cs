using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;

namespace Bulwark.Studies.Coverage;

/// <summary>The probability of detection at any place, for the heights of a request. Safe for any number of threads once it is made.</summary>
internal sealed class CoverageField
{
    /// <summary>Places a little outside the area are asked for too, by its last cells and by maps.</summary>
    private const double SightRoom = 1.03;

    private readonly RadarLink[] _links;
    private readonly double[] _heightsM;
    private readonly Combination _rule;
    private readonly ElevationRaster? _terrain;
    private readonly bool _aboveGround;
    private readonly double _unknownGroundM;

    public CoverageField(CoverageRequest request)
    {
        Request = request;
        _links = [.. request.Radars.Select(radar => new RadarLink(radar, request))];
        _heightsM = [.. request.HeightsM];
        _rule = request.Combination;
        _terrain = request.Terrain;
        _aboveGround = request.Reference == HeightReference.Ground;
        _unknownGroundM = request.Surroundings.TerrainGaps == MissingTerrain.SmoothEarth ? 0 : double.NaN;
    }

    public CoverageRequest Request { get; }

    public IReadOnlyList<RadarLink> Links => _links;

    public int Layers => _heightsM.Length;

    public bool HasTerrain => _terrain is not null;

    /// <summary>Finds out what the terrain hides from each radar; radars on one mast share the work.</summary>
    public void LookAround(CoverageGrid grid, Action<double>? progress, CancellationToken cancellation)
    {
        if (_terrain is null) return;
        var done = new List<RadarLink>();
        foreach (var link in _links)
        {
            var antenna = link.Site.Frame.Antenna;
            if (done.Find(other => other.Site.Frame.Antenna == antenna && other.Model.Parameters.InstrumentedRangeM >= link.Model.Parameters.InstrumentedRangeM) is { } same)
            {
                link.Sight = same.Sight;
            }
            else
            {
                var acrossM = grid.RadiusM + Geodesic.Inverse(grid.Centre, link.Place.WithHeight(0)).DistanceM;
                var radiusM = SightRoom * Math.Min(acrossM, link.Model.Parameters.InstrumentedRangeM);
                var share = new ShareOfSight(progress, done.Count, _links.Length);
                link.Sight = VisibleHeightMap.Compute(
                    link.Site.Frame, _terrain, new VisibleHeightOptions { RadiusM = Math.Min(radiusM, 1e6), Missing = Request.Surroundings.TerrainGaps }, share, cancellation);
            }

            done.Add(link);
        }
    }

    /// <summary>The same as <see cref="GroundM"/> from the finest terrain there is.</summary>
    public double FineGroundM(GeodeticPoint place)
    {
        if (Request.FineTerrain is not { } fine) return GroundM(place);
        var groundM = fine.HeightM(place.LatitudeRad, place.LongitudeRad);
        return double.IsNaN(groundM) ? _unknownGroundM : groundM;
    }

    /// <summary>Height of the ground, metres above sea level; 0 over the smooth Earth, not-a-number where it is unknown.</summary>
    public double GroundM(GeodeticPoint place)
    {
        if (_terrain is null) return 0;
        var groundM = _terrain.HeightM(place.LatitudeRad, place.LongitudeRad);
        return double.IsNaN(groundM) ? _unknownGroundM : groundM;
    }

    /// <summary>The probability at each height over a place.</summary>
    /// <param name="place">The place; its height is ignored.</param>
    /// <param name="probability">Receives a value for each height; not-a-number where it is unknown.</param>
    public void Evaluate(GeodeticPoint place, Span<float> probability)
    {
        Span<LinkState> states = stackalloc LinkState[_links.Length];
        Span<VisibleHeight> floors = stackalloc VisibleHeight[_links.Length];
        var groundM = GroundM(place);
        if (double.IsNaN(groundM) && _aboveGround)
        {
            probability.Fill(float.NaN);
            return;
        }

        if (HasTerrain)
        {
            for (var index = 0; index < _links.Length; index++) floors[index] = _links[index].Floor(place);
        }

        var (surface, up) = Surface(place);
        for (var layer = 0; layer < _heightsM.Length; layer++)
        {
            var heightM = _aboveGround ? groundM + _heightsM[layer] : _heightsM[layer];
            if (heightM < groundM)
            {
                probability[layer] = 0;
                continue;
            }

            var position = surface + (up * heightM);
            var unknown = false;
            for (var index = 0; index < _links.Length; index++)
            {
                states[index] = _links[index].At(position, heightM, floors[index]);
                unknown |= states[index].IsUnknown;
            }

            // What is not known can only add to what is.
            var known = CombinedLook.Probability(states, _links, _rule);
            probability[layer] = unknown && known < Request.ThresholdProbability ? float.NaN : (float)known;
        }
    }

    /// <summary>Whether enough range rings hold a place.</summary>
    public bool InRing(GeodeticPoint place)
    {
        var needed = _rule.Kind == CombinationKind.Track ? 1 : _rule.Count;
        var surface = Wgs84.ToEcef(place.WithHeight(0));
        foreach (var link in _links)
        {
            if (link.InRing(surface) && --needed == 0) return true;
        }

        return false;
    }

    private static (EcefVector Surface, EcefVector Up) Surface(GeodeticPoint place)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(place.LatitudeRad);
        var (sinLongitude, cosLongitude) = Math.SinCos(place.LongitudeRad);
        var up = new EcefVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
        return (Wgs84.FromNormal(up, 0), up);
    }

    private sealed class ShareOfSight(Action<double>? progress, int done, int all) : IProgress<double>
    {
        private readonly Lock _lock = new();

        public void Report(double value)
        {
            if (progress is null) return;
            lock (_lock) progress((done + value) / all);
        }
    }
}
