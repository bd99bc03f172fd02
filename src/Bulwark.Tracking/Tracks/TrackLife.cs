using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Initiation;

namespace Bulwark.Tracking.Tracks;

/// <summary>
/// Life of tracks: confirmation and deletion by the test chosen, looks without a plot counted.
/// Source: Blackman and Popoli, Design and Analysis of Modern Tracking Systems (1999), section 6.2.
/// </summary>
/// <remarks>
/// A look is a revisit period of the sensor that gave the newest plot, half a period of slack included. So in a network a track is
/// missed only when every sensor has lost it for that long. A ballistic track that misses a look is dropped at once when its path leads below the ground.
/// </remarks>
internal readonly struct TrackLife(TrackerParameters parameters)
{
    // Standard deviations of height below the ellipsoid at which a missile is taken to have struck.
    private const double SurelyDown = 3;

    private readonly ITrackTest _test = parameters.Confirmation switch
    {
        ConfirmationRule.Count => new CountTest(parameters),
        ConfirmationRule.SequentialTest => new SequentialTest(parameters),
        _ => new ExistenceTest(parameters),
    };

    /// <summary>Whether a tentative track has earned belief.</summary>
    public bool IsDue(ref readonly Track track) => _test.IsDue(in track);

    /// <summary>The log odds a track starts with.</summary>
    public double FirstLogOdds(double newTarget) => _test.FirstLogOdds(newTarget);

    /// <summary>Confirms a track that has earned it, if there is a place.</summary>
    public void ConfirmIfDue(ref Track track, TrackTable table, ref TrackerCounters counters, List<TrackChange> changes, SimTime time)
    {
        if (track.Status == TrackStatus.Confirmed || !_test.IsDue(in track)) return;
        if (table.ConfirmedCount < parameters.MaximumTracks)
        {
            track.Status = TrackStatus.Confirmed;
            table.ConfirmedCount++;
            counters.Confirmed++;
            changes.Add(new TrackChange(TrackChangeKind.Confirmed, track.Id, time, track.LastPlotId));
        }
        else if (!track.IsRefused)
        {
            track.IsRefused = true;
            counters.Refused++;
            changes.Add(new TrackChange(TrackChangeKind.RefusedFull, track.Id, time, track.LastPlotId));
        }
    }

    /// <summary>Counts the looks that have passed without a plot and drops the tracks that missed too many.</summary>
    public void AdvanceTo(SimTime now, TrackTable table, ReadOnlySpan<SimDuration> revisits, ref TrackerCounters counters, List<TrackChange> changes)
    {
        if (now < table.EarliestDue) return;
        var earliest = SimTime.Never;
        for (var row = 0; row < table.Count; row++)
        {
            ref var next = ref table.NextLookOf(row);
            if (next > now)
            {
                earliest = SimTime.Min(earliest, next);
                continue;
            }

            ref var track = ref table.Rows[row];
            while (next <= now)
            {
                var due = next;
                Survive(ref track, revisits[track.LastSensor].TotalS);
                track.LogOdds += Math.Log(1 - parameters.DetectionProbability);
                track.LastMiss = due;
                track.Misses++;
                track.ConsecutiveMisses++;
                next += revisits[track.LastSensor];
                var isShown = track.Status != TrackStatus.Alternative;
                if (isShown) changes.Add(new TrackChange(TrackChangeKind.Missed, track.Id, due, -1));
                if (!_test.IsLost(in track) && !(track.IsBallistic && IsDown(in track, table.ModesOf(row).InverseCoefficientM2PerKg, due))) continue;

                if (isShown)
                {
                    changes.Add(new TrackChange(TrackChangeKind.Dropped, track.Id, due, -1));
                    counters.Dropped++;
                }

                table.Empty(row);
                break;
            }

            if (track.Id != 0) earliest = SimTime.Min(earliest, next);
        }

        table.EarliestDue = earliest;
    }

    // A missile that must have come down by now, its uncertainty granted, will give no more plots.
    private static bool IsDown(ref readonly Track track, double inverseCoefficient, SimTime now)
    {
        var (position, velocity) = (track.Belief.Position, track.Belief.Velocity);
        BallisticPath.Move(ref position, ref velocity, inverseCoefficient, (now - track.Belief.Time).TotalS);
        return BallisticPath.HeightM(position) < -SurelyDown * track.Belief.HeightSigmaM;
    }

    /// <summary>Lets time pass: the target may have gone.</summary>
    public void Survive(ref Track track, double seconds)
    {
        if (!(seconds > 0) || (track.Status == TrackStatus.Tentative && !_test.AgesTentative)) return;
        var stays = track.ExistenceProbability * Math.Exp(-seconds / parameters.MeanStayS);
        track.LogOdds = Math.Log(stays / (1 - stays));
    }
}
