using Bulwark.Core.Earth;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Coverage;

/// <summary>One radar of a coverage study: how well it sees one target anywhere. Immutable; safe for any number of threads.</summary>
internal sealed class RadarLink
{
    /// <summary>More than the largest radius of curvature of the ellipsoid, 6400 km at the poles.</summary>
    private const double LargestRadiusM = 6_420_000;

    private readonly double _rcsM2;
    private readonly PathFactor? _path;
    private readonly double _horizonM;
    private readonly EcefVector _antennaM;
    private readonly EcefVector _groundM;
    private readonly double _ringChordM;

    public RadarLink(CoverageRadar radar, CoverageRequest request)
    {
        // A set that may be turned to any side has no sector.
        var parameters = radar.FacingRad is null ? radar.Parameters with { SectorWidthRad = 2 * Math.PI } : radar.Parameters;
        Place = radar.Place.WithHeight(GroundM(radar.Place, request));
        Model = new RadarModel(parameters);
        Site = new RadarSite(Place, parameters.AntennaHeightM, radar.FacingRad ?? 0, request.EffectiveEarthFactorRatio);
        _rcsM2 = request.TargetRcsM2;
        _path = request.Weather is { } weather ? PathFactor.Of(parameters, Site.Frame.Antenna, weather) : null;
        RingM = Math.Min(Model.DetectionRangeM(_rcsM2, request.ThresholdProbability), parameters.InstrumentedRangeM);
        _antennaM = Wgs84.ToEcef(Site.Frame.Antenna);
        _groundM = Wgs84.ToEcef(Place.WithHeight(0));
        _ringChordM = 2 * Wgs84.MeanRadiusM * Math.Sin(Math.Min(Math.PI / 2, RingM / (2 * Wgs84.MeanRadiusM)));
        _horizonM = HorizonM(Site.Frame.Antenna.HeightM, request.EffectiveEarthFactorRatio);
        Looks = Math.Max(1, (int)(request.Combination.WindowS / Period(parameters)));
    }

    /// <summary>Where it stands, at the height of its ground.</summary>
    public GeodeticPoint Place { get; }

    public RadarModel Model { get; }

    public RadarSite Site { get; }

    /// <summary>What the ground hides from it; null over the smooth Earth.</summary>
    public VisibleHeightMap? Sight { get; set; }

    /// <summary>Range ring: free-space range at the threshold, at most what the set displays.</summary>
    public double RingM { get; }

    /// <summary>Whether air and weather are reckoned with.</summary>
    public bool FeelsAir => _path is not null;

    /// <summary>Looks within the window of the track rule.</summary>
    public int Looks { get; }

    /// <summary>The lowest free ray over a place, metres; unknown outside the terrain. Only with terrain.</summary>
    public VisibleHeight Floor(GeodeticPoint place) => Sight!.At(place.LatitudeRad, place.LongitudeRad);

    /// <summary>How a look at a position turns out.</summary>
    /// <param name="positionM">Earth-fixed position.</param>
    /// <param name="heightM">Its height above sea level.</param>
    /// <param name="floor">The lowest free ray there; not used over the smooth Earth.</param>
    public LinkState At(EcefVector positionM, double heightM, in VisibleHeight floor)
    {
        // Most places are far beyond reach or horizon; that is told without angles.
        var rangeM = positionM.DistanceTo(_antennaM);
        if (rangeM > Model.Parameters.InstrumentedRangeM) return default;
        if (Sight is null && rangeM > _horizonM + HorizonM(heightM, Site.Frame.EffectiveEarthFactorRatio)) return default;
        var view = Site.View(positionM);
        if (Sight is not null)
        {
            // Below the ray over known ground it is hidden, whatever lies on ground that is not known.
            if (floor.State is VisibleHeightState.Known or VisibleHeightState.LowerBound && heightM < floor.SightHeightM) return default;
            view = view with { ClearsHorizon = true };
        }

        if (Model.Check(Site, view) != Visibility.Visible) return default;
        if (Sight is not null && floor.State != VisibleHeightState.Known) return LinkState.Unknown;
        var snrRatio = Model.SnrRatio(view.RangeM, _rcsM2) * (_path?.At(in view) ?? 1);
        return new LinkState(Model.DetectionProbability(snrRatio), snrRatio, view.RangeM, view.AzimuthRad);
    }

    /// <summary>Whether the range ring, drawn along the surface, holds a place of the surface.</summary>
    public bool InRing(EcefVector surfaceM) => surfaceM.DistanceTo(_groundM) <= _ringChordM;

    private static double HorizonM(double heightM, double factorRatio) =>
        1.001 * Math.Sqrt(Math.Max(0, heightM) * ((2 * factorRatio * LargestRadiusM) + Math.Max(0, heightM)));

    private static double GroundM(GeodeticPoint place, CoverageRequest request)
    {
        if (!double.IsNaN(place.HeightM)) return place.HeightM;
        if (request.Terrain is not { } terrain) return 0;
        var groundM = (request.FineTerrain ?? terrain).HeightM(place.LatitudeRad, place.LongitudeRad);
        if (!double.IsNaN(groundM)) return groundM;
        return request.MissingTerrain == MissingTerrain.SmoothEarth ? 0 : throw new UnknownGroundException(place);
    }

    private static double Period(RadarParameters parameters)
    {
        if (parameters.RotationPeriodS > 0) return parameters.RotationPeriodS;
        return parameters.RevisitPeriodS > 0 ? parameters.RevisitPeriodS : double.PositiveInfinity;
    }
}
