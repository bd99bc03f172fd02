using Bulwark.Core.Earth;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Coverage;

/// <summary>One radar of a coverage study: how well it sees one target anywhere. Immutable; safe for any number of threads.</summary>
internal sealed class RadarLink
{
    private readonly double _rcsM2;

    public RadarLink(CoverageRadar radar, CoverageRequest request)
    {
        // A set that may be turned to any side has no sector.
        var parameters = radar.FacingRad is null ? radar.Parameters with { SectorWidthRad = 2 * Math.PI } : radar.Parameters;
        var groundM = double.IsNaN(radar.Place.HeightM) ? 0 : radar.Place.HeightM;
        Place = radar.Place.WithHeight(groundM);
        Model = new RadarModel(parameters);
        Site = new RadarSite(Place, parameters.AntennaHeightM, radar.FacingRad ?? 0, request.EffectiveEarthFactorRatio);
        _rcsM2 = request.TargetRcsM2;
        RingM = Math.Min(Model.DetectionRangeM(_rcsM2, request.ThresholdProbability), parameters.InstrumentedRangeM);
        Looks = Math.Max(1, (int)(request.Combination.WindowS / Period(parameters)));
    }

    /// <summary>Where it stands, at the height of its ground.</summary>
    public GeodeticPoint Place { get; }

    public RadarModel Model { get; }

    public RadarSite Site { get; }

    /// <summary>Range ring: free-space range at the threshold, at most what the set displays.</summary>
    public double RingM { get; }

    /// <summary>Looks within the window of the track rule.</summary>
    public int Looks { get; }

    /// <summary>How a look at a place turns out.</summary>
    public LinkState At(EcefVector positionM)
    {
        var view = Site.View(positionM);
        if (Model.Check(Site, view) != Visibility.Visible) return default;
        var snrRatio = Model.SnrRatio(view.RangeM, _rcsM2);
        return new LinkState(Model.DetectionProbability(snrRatio), snrRatio, view.RangeM, view.AzimuthRad);
    }

    private static double Period(RadarParameters parameters)
    {
        if (parameters.RotationPeriodS > 0) return parameters.RotationPeriodS;
        return parameters.RevisitPeriodS > 0 ? parameters.RevisitPeriodS : double.PositiveInfinity;
    }
}
