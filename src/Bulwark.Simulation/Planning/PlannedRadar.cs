using Bulwark.Core.Earth;
using Bulwark.Sensing.Radars;
using Bulwark.Sensing.Signatures;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>A radar set on its site with what surrounds it. Immutable.</summary>
public sealed class PlannedRadar
{
    private readonly RadarBand _band;

    internal PlannedRadar(RadarModel model, RadarSite site, RadarSurroundings surroundings)
    {
        Model = model;
        Site = site;
        Surroundings = surroundings;
        _band = model.Parameters.FrequencyHz > 0 ? RadarBands.Of(model.Parameters.FrequencyHz) : RadarBand.S;
    }

    /// <summary>The set.</summary>
    public RadarModel Model { get; }

    /// <summary>Where it stands and faces.</summary>
    public RadarSite Site { get; }

    /// <summary>Terrain, air and surface round it.</summary>
    public RadarSurroundings Surroundings { get; }

    /// <summary>Whether it can see a place at all; the first reason why not.</summary>
    /// <param name="view">How the site sees the place.</param>
    public Visibility Check(in RadarView view) => Model.Check(Site, in view, Surroundings);

    /// <summary>Signal-to-noise ratio of one pulse, with what lies on the way; noise of jammers and echoes of the surface count as noise.</summary>
    /// <param name="view">How the site sees the target.</param>
    /// <param name="target">Its class.</param>
    /// <param name="velocity">Its Earth-fixed velocity, m/s.</param>
    /// <param name="jammerToNoiseRatio">Sum of the jammer-to-noise ratios while the beam points there.</param>
    /// <param name="gainRatio">Power of the look relative to one with the beam's axis and the search dwell.</param>
    public double SnrRatio(in RadarView view, TargetClass target, EcefVector velocity, double jammerToNoiseRatio = 0, double gainRatio = 1)
    {
        ArgumentNullException.ThrowIfNull(target);
        var motion = Site.Frame.Local.Rotate(velocity);
        var rcsM2 = target.Signature?.RcsM2(_band, SignatureModel.AspectRad(Math.Atan2(motion.East, motion.North), view.AzimuthRad)) ?? target.RcsM2;
        var snrRatio = gainRatio * Surroundings.SignalRatio(in view) * Model.SnrRatio(view.RangeM, rcsM2);
        var (sine, cosine) = Math.SinCos(view.AzimuthRad);
        var (rise, level) = Math.SinCos(view.ElevationRad);
        var radialMPerS = (level * ((sine * motion.East) + (cosine * motion.North))) + (rise * motion.Up);
        return Surroundings.SignalToInterferenceRatio(in view, snrRatio, jammerToNoiseRatio, radialMPerS);
    }
}
