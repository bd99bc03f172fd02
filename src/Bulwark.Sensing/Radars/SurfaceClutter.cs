using Bulwark.Core.Earth;
using Bulwark.Sensing.Clutter;
using Bulwark.Sensing.Doppler;
using Bulwark.Sensing.Power;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Sensing.Radars;

/// <summary>
/// Echoes of the ground or the sea that compete with a target in its resolution cell, and what a canceller leaves of both. Immutable.
/// </summary>
/// <remarks>
/// The clutter's cross-section is reflectivity times the ground in the cell (<see cref="LandClutter"/>, <see cref="SeaClutter"/>,
/// <see cref="Clutter.ResolutionCell"/>); it enters by the part of the beam, Gaussian and pointed at the target, that looks at the surface at the
/// same range, and only as far as the smooth Earth's horizon. The set's published statement is taken to be free of clutter. Only sets with a
/// frequency and a canceller are reckoned with: nothing is published of most, and a set without any would see nothing low.
/// Sources: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), sections 7.2 and 3.4; Barton, Modern Radar System Analysis (1988), chapter 5.
/// </remarks>
public sealed class SurfaceClutter
{
    private static readonly double SmallestGrazingRad = double.DegreesToRadians(0.1);

    private readonly RadarParameters _radar;
    private readonly PowerBudget _budget;
    private readonly DelayCanceller _canceller;
    private readonly double _antennaHeightM;
    private readonly double _earthRadiusM;
    private readonly double _gammaDb;
    private readonly int? _seaState;

    private SurfaceClutter(RadarParameters radar, PowerBudget budget, double antennaHeightM, double earthRadiusM, double gammaDb, int? seaState, ClutterSpectrum spectrum)
    {
        (_radar, _budget, _antennaHeightM, _earthRadiusM, _gammaDb, _seaState) = (radar, budget, Math.Max(0.1, antennaHeightM), earthRadiusM, gammaDb, seaState);
        _canceller = new DelayCanceller(
            radar.CancellerOrder,
            PhysicalConstants.SpeedOfLightMPerS / radar.FrequencyHz,
            [1 / radar.PulseRepetitionHz, 1.2 / radar.PulseRepetitionHz],
            spectrum,
            radar.ImprovementLimitDb);
    }

    /// <summary>Clutter of the sea round a set; null when the set has no frequency or no canceller.</summary>
    /// <param name="radar">The set.</param>
    /// <param name="site">Where it stands.</param>
    /// <param name="seaState">Sea state, 0 to 6.</param>
    /// <exception cref="ArgumentException">A figure is outside the model's range.</exception>
    public static SurfaceClutter? OfSea(RadarParameters radar, RadarSite site, int seaState)
    {
        ArgumentNullException.ThrowIfNull(radar);
        ArgumentNullException.ThrowIfNull(site);

        // Speeds of the sea's echo spread by about a tenth of the wind that raises it (Skolnik, section 7.4): half a metre a second a state.
        return CanReckon(radar) ? new SurfaceClutter(radar, new RadarModel(radar).Budget, site.Frame.Antenna.HeightM, Earth(site), 0, seaState, new ClutterSpectrum(0.3 + (0.3 * seaState))) : null;
    }

    /// <summary>Clutter of the land round a set; null when the set has no frequency or no canceller.</summary>
    /// <param name="radar">The set.</param>
    /// <param name="site">Where it stands.</param>
    /// <param name="surface">Class of ground.</param>
    /// <exception cref="ArgumentException">A figure is outside the model's range.</exception>
    public static SurfaceClutter? OfLand(RadarParameters radar, RadarSite site, LandSurface surface)
    {
        ArgumentNullException.ThrowIfNull(radar);
        ArgumentNullException.ThrowIfNull(site);
        return CanReckon(radar)
            ? new SurfaceClutter(radar, new RadarModel(radar).Budget, radar.AntennaHeightM, Earth(site), LandClutter.Gamma(surface, radar.FrequencyHz).TypicalDb, null, LandClutter.Spectrum(surface))
            : null;
    }

    /// <summary>Clutter-to-noise ratio in the cell of a target before the canceller; 0 beyond the horizon of the surface.</summary>
    /// <param name="view">How the site sees the target.</param>
    public double ClutterToNoiseRatio(in RadarView view)
    {
        // Depression of the surface at that range, and the angle at which it is met (Blake 1986, section 5.3; heights small against the range).
        var bulgeRad = view.RangeM / (2 * _earthRadiusM);
        var depressionRad = (_antennaHeightM / view.RangeM) + bulgeRad;
        var grazingRad = (_antennaHeightM / view.RangeM) - bulgeRad;
        if (grazingRad <= 0) return 0;
        grazingRad = Math.Clamp(grazingRad, SmallestGrazingRad, Math.PI / 2);
        var reflectivity = _seaState is { } state
            ? Decibels.ToRatio(SeaClutter.ReflectivityDb(_radar.FrequencyHz, grazingRad, state, Polarisation.Horizontal))
            : LandClutter.ReflectivityRatio(_gammaDb, grazingRad);
        var offBeams = (view.ElevationRad + depressionRad) / _radar.ElevationBeamwidthRad;
        var patternRatio = Math.Max(Math.Exp(-4 * Math.Log(2) * offBeams * offBeams), Decibels.ToRatio(_radar.SideLobeLevelDb));
        var areaM2 = Clutter.ResolutionCell.AreaM2(view.RangeM, _radar.AzimuthBeamwidthRad, _radar.ElevationBeamwidthRad, _radar.RangeResolutionM, grazingRad);
        return Clutter.ResolutionCell.ClutterToNoiseRatio(_budget, view.RangeM, reflectivity * areaM2 * patternRatio * patternRatio);
    }

    /// <summary>Signal to noise and clutter after the canceller.</summary>
    /// <param name="view">How the site sees the target.</param>
    /// <param name="snrRatio">Signal-to-noise ratio, jamming counted as noise.</param>
    /// <param name="noiseRatio">Noise in multiples of the receiver's own: 1 without jamming.</param>
    /// <param name="radialSpeedMPerS">Radial speed of the target, m/s.</param>
    public double SignalToInterferenceRatio(in RadarView view, double snrRatio, double noiseRatio, double radialSpeedMPerS) =>
        _canceller.SignalToInterferenceRatio(snrRatio, ClutterToNoiseRatio(in view) / noiseRatio, radialSpeedMPerS);

    private static bool CanReckon(RadarParameters radar) => radar is { FrequencyHz: > 0, PulseRepetitionHz: > 0, CancellerOrder: > 0 };

    private static double Earth(RadarSite site) => new EffectiveEarth(site.Frame.EffectiveEarthFactorRatio).RadiusM;
}
