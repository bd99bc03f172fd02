using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Studies.Exposure;

/// <summary>When one radar radiated and from which of its places, as the record of a run tells it.</summary>
internal sealed class RadarTimes
{
    private readonly List<(SimTime From, bool Radiating, int Place)> _changes;

    private RadarTimes(RunResult result, int picture, Func<SiteChanged, bool> isMeant)
    {
        var batteries = result.Plan.Batteries;
        _changes = [(SimTime.Start, picture >= batteries.Length || batteries[picture].Battery.Begins == StartingState.Ready, 0)];
        foreach (ref readonly var row in result.Recorder.Events<SiteChanged>())
        {
            if (isMeant(row.Happened)) _changes.Add((row.Time, row.Happened.Radiating, row.Happened.Place));
        }
    }

    /// <summary>Of a searching radar.</summary>
    public static RadarTimes Of(RunResult result, PlannedNode node) => new(result, node.Picture, changed => changed.Node == node.Index);

    /// <summary>Of a fire unit's engagement radar.</summary>
    public static RadarTimes Of(RunResult result, PlannedFireUnit unit) => new(result, unit.Battery, changed => changed.Unit == unit.Index);

    /// <summary>At which of its places it stood and radiated at a time; -1 when it did not radiate.</summary>
    public int PlaceAt(SimTime time)
    {
        var place = -1;
        foreach (var change in _changes)
        {
            if (change.From > time) break;
            place = change.Radiating ? change.Place : -1;
        }

        return place;
    }
}
