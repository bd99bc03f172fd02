using System.Collections.Immutable;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Sensing.Radars;
using Bulwark.Sensing.Signatures;

namespace Bulwark.Studies.Coverage;

/// <summary>One radar of a coverage study: how well it sees one target anywhere. Immutable; safe for any number of threads.</summary>
internal sealed class RadarLink
{
    /// <summary>More than the largest radius of curvature of the ellipsoid, 6400 km at the poles.</summary>
    private const double LargestRadiusM = 6_420_000;

    private readonly double _rcsM2;
    private readonly double _targetSpeedMPerS;
    private readonly RadarSurroundings _surroundings;
    private readonly (RadarView From, double NoiseRatio)[] _jammers;
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
        _rcsM2 = RcsM2(parameters, request);
        _targetSpeedMPerS = request.TargetSpeedMPerS;
        _surroundings = request.Surroundings.Around(parameters, Site);
        var jammers = request.Jammers.Select(jammer => Jam(jammer, request)).ToArray();
        JammerToNoiseRatios = [.. jammers.Select(static jammer => jammer.NoiseRatio)];
        _jammers = Array.FindAll(jammers, static jammer => jammer.NoiseRatio > 0);
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

    /// <summary>Cross-section of the target in the set's band from the nose, m².</summary>
    public double TargetRcsM2 => _rcsM2;

    /// <summary>Whether air, surface and clutter are reckoned with.</summary>
    public bool FeelsSurroundings => Model.Parameters.FrequencyHz > 0;

    /// <summary>Whether echoes of the surface are reckoned with.</summary>
    public bool FeelsClutter => _surroundings.HasClutter;

    /// <summary>For each jammer of the request its noise against the receiver's while the beam points at it; 0 when it is hidden.</summary>
    public ImmutableArray<double> JammerToNoiseRatios { get; }

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
        var jammerToNoiseRatio = 0.0;
        foreach (var (from, noiseRatio) in _jammers) jammerToNoiseRatio += noiseRatio * _surroundings.ReceiveShare(in from, in view);
        var snrRatio = _surroundings.SignalToInterferenceRatio(
            in view, Model.SnrRatio(view.RangeM, _rcsM2) * _surroundings.SignalRatio(in view), jammerToNoiseRatio, _targetSpeedMPerS);
        return new LinkState(Model.DetectionProbability(snrRatio), snrRatio, view.RangeM, view.AzimuthRad);
    }

    /// <summary>Whether the range ring, drawn along the surface, holds a place of the surface.</summary>
    public bool InRing(EcefVector surfaceM) => surfaceM.DistanceTo(_groundM) <= _ringChordM;

    /// <summary>Cross-section of a request's target in the band of a set, from the nose, m²; sets of unknown frequency take S band, as in a run.</summary>
    public static double RcsM2(RadarParameters set, CoverageRequest request) =>
        request.TargetSignature?.RcsM2(set.FrequencyHz > 0 ? RadarBands.Of(set.FrequencyHz) : RadarBand.S, 0) ?? request.TargetRcsM2;

    // Noise while the beam points at the jammer itself; each cell only asks by how much less it is there.
    private (RadarView From, double NoiseRatio) Jam(CoverageJammer jammer, CoverageRequest request)
    {
        var view = Site.View(Wgs84.ToEcef(jammer.Place));
        if (request.Terrain is { } terrain)
        {
            // Known ground decides; where it is not known the smooth Earth does, so that a jammer is not wished away.
            var floor = LineOfSight.LowestVisible(Site.Frame, jammer.Place, request.FineTerrain ?? terrain, request.Surroundings.TerrainGaps);
            if (floor.State is VisibleHeightState.Known or VisibleHeightState.LowerBound)
                view = view with { ClearsHorizon = jammer.Place.HeightM >= floor.SightHeightM && (floor.State == VisibleHeightState.Known || view.ClearsHorizon) };
        }

        return (view, _surroundings.JammerToNoiseRatio(jammer.Noise, in view, in view));
    }

    private static double HorizonM(double heightM, double factorRatio) =>
        1.001 * Math.Sqrt(Math.Max(0, heightM) * ((2 * factorRatio * LargestRadiusM) + Math.Max(0, heightM)));

    private static double GroundM(GeodeticPoint place, CoverageRequest request)
    {
        if (!double.IsNaN(place.HeightM)) return place.HeightM;
        if (request.Terrain is not { } terrain) return 0;
        var groundM = (request.FineTerrain ?? terrain).HeightM(place.LatitudeRad, place.LongitudeRad);
        if (!double.IsNaN(groundM)) return groundM;
        return request.Surroundings.TerrainGaps == MissingTerrain.SmoothEarth ? 0 : throw new UnknownGroundException(place);
    }

    private static double Period(RadarParameters parameters)
    {
        if (parameters.RotationPeriodS > 0) return parameters.RotationPeriodS;
        if (parameters.Array is { } array) return array.TrackPeriodS;
        return parameters.RevisitPeriodS > 0 ? parameters.RevisitPeriodS : double.PositiveInfinity;
    }
}
