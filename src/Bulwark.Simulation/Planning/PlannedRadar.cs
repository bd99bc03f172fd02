using Bulwark.Sensing.Radars;

namespace Bulwark.Simulation.Planning;

/// <summary>A radar set on its site with what surrounds it. Immutable.</summary>
public sealed class PlannedRadar
{
    internal PlannedRadar(RadarModel model, RadarSite site, RadarSurroundings surroundings)
    {
        Model = model;
        Site = site;
        Surroundings = surroundings;
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

    /// <summary>Signal-to-noise ratio of one pulse, with what lies on the way.</summary>
    /// <param name="view">How the site sees the target.</param>
    /// <param name="rcsM2">Radar cross-section, m², not negative.</param>
    public double SnrRatio(in RadarView view, double rcsM2) => Surroundings.SignalRatio(in view) * Model.SnrRatio(view.RangeM, rcsM2);
}
