using System.Runtime.InteropServices;
using Bulwark.Core.Earth;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Registration;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>Finds which plots a picture's tracks took, by time and place, and lets the picture learn from them what radars' constant errors are.</summary>
internal sealed class RegistrationMatcher
{
    private EcefVector[] _places = [];

    /// <summary>Learns from a call of the tracker.</summary>
    /// <param name="registration">What the picture knows of the errors.</param>
    /// <param name="picture">The picture, after the call.</param>
    /// <param name="plots">The plots as the tracker was given them.</param>
    /// <param name="sited">The radars' plots behind them.</param>
    /// <param name="changes">What the call changed.</param>
    public void Learn(RegistrationState registration, PictureState picture, List<Plot> plots, List<SitedPlot> sited, List<TrackChange> changes)
    {
        if (_places.Length < plots.Count) _places = new EcefVector[2 * plots.Count];
        for (var k = 0; k < plots.Count; k++)
        {
            var frame = registration.FrameOf(plots[k].Sensor);
            _places[k] = frame.Locate(new SphericalMeasurement(plots[k].RangeM, plots[k].AzimuthRad, double.IsNaN(plots[k].ElevationRad) ? 0 : plots[k].ElevationRad));
        }

        foreach (ref readonly var change in CollectionsMarshal.AsSpan(changes))
        {
            if (change.Kind == TrackChangeKind.Dropped) registration.Pairs.Forget(change.TrackId);
            if (change.Kind != TrackChangeKind.Updated || !picture.Tracker.TryGet(change.TrackId, out var track) || track.Status != TrackStatus.Confirmed) continue;
            var (best, bestM) = (-1, double.PositiveInfinity);
            for (var k = 0; k < plots.Count; k++)
            {
                if (plots[k].Time != change.Time || _places[k].DistanceTo(track.PositionAt(change.Time)) is var distanceM && distanceM >= bestM) continue;
                (best, bestM) = (k, distanceM);
            }

            if (best >= 0 && sited[best].Frame is not null) registration.Pairs.Take(in track, sited[best], registration.Errors);
        }
    }
}
