using Bulwark.Core.Earth;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Sensing.Jamming;
using Bulwark.Sensing.Power;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Sensing.Radars;

/// <summary>
/// What stands between a set on its site and its targets: ground that hides, air and weather that weaken, a surface that reflects, noise
/// that is sent. Immutable; safe for any number of threads; nothing is allocated by a question.
/// </summary>
/// <remarks>
/// A published range was found in clear air. The two-way loss of the mean global atmosphere to that range, at an elevation of one degree, is
/// taken to be part of the statement (<see cref="PowerBudget.FromStatement"/>), so that clear air changes nothing there, and rain, cloud or a
/// longer path in dense air come on top. The surface's lobes are not taken to be part of it: statements are for free space.
/// </remarks>
public sealed class RadarSurroundings
{
    /// <summary>Above this there is no air that weakens a radar's wave.</summary>
    private const double HighestAirM = 80_000;

    /// <summary>Gain of an antenna times the product of its beamwidths in radians: 26 000 square degrees (Stutzman and Thiele, Antenna Theory and Design, 3rd ed. 2012, section 9.1).</summary>
    private const double GainTimesBeam = 26_000 * (Math.PI / 180) * (Math.PI / 180);

    private static readonly double StatementElevationRad = double.DegreesToRadians(1);

    private readonly RadarParameters _radar;
    private readonly SurfaceClutter? _clutter;
    private readonly SmoothEarthPropagation? _surface;
    private readonly EffectiveEarth _earth;
    private readonly PropagationTable? _air;
    private readonly double _statedLossDb;
    private readonly double _antennaGainRatio;
    private readonly double _sideLobeRatio;

    /// <summary>Describes the surroundings of one set on its site.</summary>
    /// <param name="radar">The set; without a frequency only terrain counts.</param>
    /// <param name="site">Where it stands.</param>
    /// <param name="horizon">What the ground hides; null for the smooth Earth.</param>
    /// <param name="air">Air and weather; null to reckon without. The frequency and the antenna's height in it are replaced by the set's.</param>
    /// <param name="surface">The reflecting surface round the set; null to reckon without reflections.</param>
    /// <param name="clutter">Echoes of the surface; null to reckon without clutter.</param>
    /// <exception cref="ArgumentException">A figure is outside the range of a model.</exception>
    public RadarSurroundings(
        RadarParameters radar,
        RadarSite site,
        HorizonProfile? horizon = null,
        PropagationConditions? air = null,
        ReflectingSurface? surface = null,
        SurfaceClutter? clutter = null)
    {
        ArgumentNullException.ThrowIfNull(radar);
        ArgumentNullException.ThrowIfNull(site);
        _radar = radar;
        Horizon = horizon;
        _clutter = clutter;
        _earth = new EffectiveEarth(site.Frame.EffectiveEarthFactorRatio);
        _antennaGainRatio = GainTimesBeam / (radar.AzimuthBeamwidthRad * radar.ElevationBeamwidthRad);
        _sideLobeRatio = Decibels.ToRatio(radar.SideLobeLevelDb);
        if (!(radar.FrequencyHz > 0)) return;
        var antennaM = site.Frame.Antenna.HeightM;
        if (air is not null)
        {
            _air = new PropagationTable(air with { FrequencyHz = radar.FrequencyHz, AntennaHeightM = antennaM }, Math.Max(1000, radar.InstrumentedRangeM));
            var heightM = Math.Min(HighestAirM, _earth.HeightM(radar.ReferenceRangeM, antennaM, StatementElevationRad));
            _statedLossDb = 2 * SlantPath.GasDb(radar.FrequencyHz, ReferenceAtmosphere.MeanGlobal, antennaM, StatementElevationRad, heightM);
        }

        if (surface is not null) _surface = surface.Under(radar, antennaM, _earth.RadiusM);
    }

    /// <summary>What the ground hides; null for the smooth Earth.</summary>
    public HorizonProfile? Horizon { get; }

    /// <summary>Whether echoes of the surface are reckoned with.</summary>
    public bool HasClutter => _clutter is not null;

    /// <summary>Whether ground hides a place, or it cannot be known.</summary>
    /// <param name="view">How the site sees the place.</param>
    public SightState Sight(in RadarView view) => Horizon?.Test(view.Measurement) ?? SightState.Clear;

    /// <summary>What air, weather and the surface leave of an echo's power, relative to the set's statement; may exceed 1 where the surface adds.</summary>
    /// <param name="view">How the site sees the target.</param>
    public double SignalRatio(in RadarView view)
    {
        var gainDb = 0.0;
        if (_air is not null) gainDb += _statedLossDb - _air.LossDb(view.RangeM, view.ElevationRad);
        if (_surface is not null)
        {
            var heightM = _earth.HeightM(view.RangeM, _surface.AntennaHeightM, view.ElevationRad);
            gainDb += _surface.TwoWayDb(_earth.GroundRangeM(view.RangeM, _surface.AntennaHeightM, view.ElevationRad), heightM);
        }

        return gainDb == 0 ? 1 : Decibels.ToRatio(gainDb);
    }

    /// <summary>What noise from jammers and echoes of the surface leave of a signal-to-noise ratio.</summary>
    /// <param name="view">How the site sees the target.</param>
    /// <param name="snrRatio">Signal-to-noise ratio in the receiver's own noise.</param>
    /// <param name="jammerToNoiseRatio">Sum of the jammer-to-noise ratios while the beam points there.</param>
    /// <param name="radialSpeedMPerS">Radial speed of the target, m/s.</param>
    public double SignalToInterferenceRatio(in RadarView view, double snrRatio, double jammerToNoiseRatio, double radialSpeedMPerS)
    {
        var noiseRatio = 1 + jammerToNoiseRatio;
        var signalRatio = snrRatio / noiseRatio;
        return _clutter is null ? signalRatio : _clutter.SignalToInterferenceRatio(in view, signalRatio, noiseRatio, radialSpeedMPerS);
    }

    /// <summary>Jammer-to-noise ratio in the receiver while the beam points to a target; 0 when the jammer is hidden or the set's receiver is not known.</summary>
    /// <param name="jammer">The jammer.</param>
    /// <param name="from">How the site sees the jammer.</param>
    /// <param name="beam">Where the beam points.</param>
    public double JammerToNoiseRatio(NoiseJammer jammer, in RadarView from, in RadarView beam)
    {
        ArgumentNullException.ThrowIfNull(jammer);
        if (!(_radar.FrequencyHz > 0 && _radar.NoiseTemperatureK > 0) || !from.ClearsHorizon || Sight(in from) == SightState.Blocked) return 0;
        var lossDb = _air is null ? 0 : 0.5 * _air.LossDb(from.RangeM, from.ElevationRad);
        var gainDb = Decibels.ToDb(_antennaGainRatio * ReceiveShare(in from, in beam));
        return NoiseJamming.JammerToNoiseRatio(
            _radar.FrequencyHz,
            PhysicalConstants.SpeedOfLightMPerS / (2 * _radar.RangeResolutionM),
            _radar.NoiseTemperatureK,
            jammer,
            from.RangeM,
            gainDb,
            lossDb);
    }

    /// <summary>Gain towards a place relative to that on the beam's axis: a Gaussian main lobe that ends in the mean level of the side lobes.</summary>
    /// <param name="from">How the site sees the place.</param>
    /// <param name="beam">Where the beam points.</param>
    public double ReceiveShare(in RadarView from, in RadarView beam)
    {
        var azimuth = Math.IEEERemainder(from.AzimuthRad - beam.AzimuthRad, 2 * Math.PI) * Math.Cos(from.ElevationRad) / _radar.AzimuthBeamwidthRad;
        var elevation = (from.ElevationRad - beam.ElevationRad) / _radar.ElevationBeamwidthRad;
        return Math.Max(_sideLobeRatio, Math.Exp(-4 * Math.Log(2) * ((azimuth * azimuth) + (elevation * elevation))));
    }
}
