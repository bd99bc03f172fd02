using Bulwark.Core.Timing;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Radars;
using Bulwark.Sensing.Signatures;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Studies.Exposure;

/// <summary>
/// The exposure of friendly low-observable aircraft to the defence's own radars: the flight of each is sampled once a second as it was flown in
/// the run, and each radar is asked whether it could see it there and how far above or below detection its echo would have been.
/// </summary>
/// <remarks>
/// An index to compare alternatives with. It counts opportunities, with a class for a signature: whether anybody records, keeps, or learns
/// anything from an echo is not in it. Radars count where they stand and while they radiate; jamming is left out.
/// </remarks>
public static class ExposureIndex
{
    /// <summary>A class counts as low-observable when its typical cross-section from the nose in X band is at most this, m²: far below the 1 m² and more of textbook fighters.</summary>
    public const double LowObservableRcsM2 = 0.1;

    private const double SampleS = 1;
    private const double ThresholdProbability = 0.5;

    /// <summary>Works it out for every friendly low-observable aircraft and every radar of a run, aircraft by aircraft.</summary>
    /// <param name="result">The run.</param>
    public static IReadOnlyList<ExposureLine> Of(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var plan = result.Plan;
        var friends = plan.Targets.Where(static target => target.Group.Allegiance == Allegiance.Friend && IsLowObservable(target.Group.Class)).ToList();
        if (friends.Count == 0) return [];
        var ends = new Dictionary<int, SimTime>();
        foreach (ref readonly var row in result.Recorder.Events<TargetDeparted>()) ends[row.Happened.Target] = row.Time;
        var plots = new Dictionary<(int Node, int Target), int>();
        foreach (ref readonly var row in result.Recorder.Events<PlotMade>())
        {
            var key = (row.Happened.Node, row.Happened.Target);
            plots[key] = plots.GetValueOrDefault(key) + 1;
        }

        var lines = new List<ExposureLine>();
        foreach (var friend in friends)
        {
            var end = SimTime.Min(ends.GetValueOrDefault(friend.Index, SimTime.FromSeconds(result.Summary.EndS)), plan.End);
            foreach (var node in plan.Nodes) lines.Add(Line(friend, end, node.Id, [.. node.Places.Select(static place => place.Placed)], RadarTimes.Of(result, node), searches: true, plots.GetValueOrDefault((node.Index, friend.Index))));
            foreach (var unit in plan.FireUnits)
            {
                if (unit.SharedNode < 0) lines.Add(Line(friend, end, unit.Id, [.. unit.Places.Select(static place => place.PlacedEngagement)], RadarTimes.Of(result, unit), searches: false, 0));
            }
        }

        return lines;
    }

    /// <summary>Whether a class counts as low-observable here.</summary>
    /// <param name="aircraft">The class.</param>
    public static bool IsLowObservable(TargetClass aircraft)
    {
        ArgumentNullException.ThrowIfNull(aircraft);
        return (aircraft.Signature?.In(RadarBand.X).Nose.TypicalM2 ?? aircraft.RcsM2) <= LowObservableRcsM2;
    }

    private static ExposureLine Line(PlannedTarget target, SimTime end, string radarId, PlannedRadar[] places, RadarTimes times, bool searches, int detections)
    {
        var parameters = places[0].Model.Parameters;
        var needed = DetectionStatistics.RequiredSnr(
            parameters.Fluctuation, parameters.IntegratedPulses, parameters.FalseAlarmProbability, Math.Min(0.999, ThresholdProbability / parameters.LargestPdProbability));
        var band = parameters.FrequencyHz > 0 ? RadarBands.Of(parameters.FrequencyHz) : RadarBand.S;
        Span<double> best = [0, 0, 0];
        Span<double> dwellS = [0, 0, 0];
        var (flightS, radiatedS, visibleS, least, most) = (0.0, 0.0, 0.0, double.NaN, double.NaN);
        for (var time = target.AppearsAt; time < end; time += SimDuration.FromSeconds(SampleS))
        {
            flightS += SampleS;
            var at = times.PlaceAt(time);
            if (at < 0) continue;
            radiatedS += SampleS;
            var radar = places[at];
            var (position, velocity) = target.StateAt(time);
            var view = radar.Site.View(position);
            if (radar.Check(in view) != Visibility.Visible) continue;
            visibleS += SampleS;
            var motion = radar.Site.Frame.Local.Rotate(velocity);
            var aspect = SignatureModel.AspectRad(Math.Atan2(motion.East, motion.North), view.AzimuthRad);
            least = double.IsNaN(least) ? aspect : Math.Min(least, aspect);
            most = double.IsNaN(most) ? aspect : Math.Max(most, aspect);
            var typical = radar.SnrRatio(in view, target.Group.Class, velocity) / needed;
            for (var third = 0; third < 3; third++)
            {
                var margin = typical * Spread(target.Group.Class, band, aspect, 0.5 * third);
                best[third] = Math.Max(best[third], margin);
                if (margin >= 1) dwellS[third] += SampleS;
            }
        }

        return new ExposureLine
        {
            Target = target.Id,
            Radar = radarId,
            Searches = searches,
            Band = parameters.FrequencyHz > 0 ? band : null,
            FlightS = flightS,
            RadiatedS = radiatedS,
            VisibleS = visibleS,
            DetectionsCount = detections,
            DwellLowS = dwellS[0],
            DwellS = dwellS[1],
            DwellHighS = dwellS[2],
            BestMarginLowDb = 10 * Math.Log10(best[0]),
            BestMarginDb = 10 * Math.Log10(best[1]),
            BestMarginHighDb = 10 * Math.Log10(best[2]),
            AspectLowRad = least,
            AspectHighRad = most,
        };
    }

    // Signal is proportional to the cross-section, so one look serves all places in the spread.
    private static double Spread(TargetClass aircraft, RadarBand band, double aspectRad, double share) =>
        aircraft.Signature is { } signature ? signature.RcsM2(band, aspectRad, share) / signature.RcsM2(band, aspectRad) : 1;
}
