using Bulwark.Core.Earth;

namespace Bulwark.Studies.Coverage;

/// <summary>The probability of detection at any place, for the heights of a request. Immutable; safe for any number of threads.</summary>
internal sealed class CoverageField
{
    private readonly RadarLink[] _links;
    private readonly double[] _heightsM;
    private readonly Combination _rule;

    public CoverageField(CoverageRequest request)
    {
        Request = request;
        _links = [.. request.Radars.Select(radar => new RadarLink(radar, request))];
        _heightsM = [.. request.HeightsM];
        _rule = request.Combination;
    }

    public CoverageRequest Request { get; }

    public IReadOnlyList<RadarLink> Links => _links;

    public int Layers => _heightsM.Length;

    public bool HasTerrain { get; }

    /// <summary>The probability at each height over a place.</summary>
    /// <param name="place">The place; its height is ignored.</param>
    /// <param name="probability">Receives a value for each height; not-a-number where it is unknown.</param>
    public void Evaluate(GeodeticPoint place, Span<float> probability)
    {
        Span<LinkState> states = stackalloc LinkState[_links.Length];
        var (surface, up) = Surface(place);
        for (var layer = 0; layer < _heightsM.Length; layer++)
        {
            var position = surface + (up * _heightsM[layer]);
            for (var index = 0; index < _links.Length; index++) states[index] = _links[index].At(position);
            probability[layer] = (float)CombinedLook.Probability(states, _links, _rule);
        }
    }

    /// <summary>Whether enough range rings hold a place.</summary>
    public bool InRing(GeodeticPoint place)
    {
        var needed = _rule.Kind == CombinationKind.Track ? 1 : _rule.Count;
        var surface = Wgs84.ToEcef(place.WithHeight(0));
        foreach (var link in _links)
        {
            // The chord is shorter than the way along the surface; by 28 m at 300 km.
            var chordM = surface.DistanceTo(Wgs84.ToEcef(link.Place.WithHeight(0)));
            var alongM = 2 * Wgs84.MeanRadiusM * Math.Asin(Math.Min(1, chordM / (2 * Wgs84.MeanRadiusM)));
            if (alongM <= link.RingM && --needed == 0) return true;
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
}
