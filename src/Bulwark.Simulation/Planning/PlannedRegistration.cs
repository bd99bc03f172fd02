using Bulwark.Core.Earth;
using Bulwark.Tracking.Registration;

namespace Bulwark.Simulation.Planning;

/// <summary>What the units of a network know of each other's radars: where they stand and how large their constant errors may be, but not what these are. Immutable.</summary>
internal sealed class PlannedRegistration
{
    private readonly Station?[][] _stations;

    private PlannedRegistration(StatedErrors[] stated, Station?[][] stations) => (Stated, _stations) = (stated, stations);

    /// <summary>By radar of the run, what is stated of it.</summary>
    public StatedErrors[] Stated { get; }

    /// <summary>Which radar a picture's sensor is, and where; null for the network itself.</summary>
    public Station? StationOf(int picture, int sensor) => sensor < _stations[picture].Length ? _stations[picture][sensor] : null;

    /// <summary>Makes it ready; null when no radar states a constant error, so that there is nothing to estimate.</summary>
    public static PlannedRegistration? Plan(PlannedPicture[] pictures, PlannedNode[] nodes)
    {
        var stated = Array.ConvertAll(nodes, static node =>
        {
            var radar = node.Radar.Parameters;
            return new StatedErrors(radar.RangeBiasSigmaM, radar.AngleBiasSigmaRad, radar.AngleBiasSigmaRad);
        });
        if (!stated.Any(static radar => radar.IsAny)) return null;
        var stations = Array.ConvertAll(pictures, static picture => new Station?[picture.SensorCount]);
        foreach (var place in nodes.SelectMany(static node => node.Places))
            stations[place.Picture][place.Sensor] = new Station(place.Index, place.Site.Frame, place.Radar.Parameters.MeasuresElevation);
        return new PlannedRegistration(stated, stations);
    }

    /// <summary>A radar at one of its places.</summary>
    /// <param name="Radar">Index of the radar in the plan.</param>
    /// <param name="Frame">Where it stands.</param>
    /// <param name="MeasuresElevation">Whether it measures elevation.</param>
    internal sealed record Station(int Radar, SensorFrame Frame, bool MeasuresElevation);
}
