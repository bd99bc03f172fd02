using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>Where each fire unit stood when, as the record tells it.</summary>
internal sealed class UnitPlaces
{
    private readonly List<(SimTime From, int Place)>[] _places;

    public UnitPlaces(RunPlan plan, Recorder recorder)
    {
        _places = Array.ConvertAll(plan.FireUnits, static _ => new List<(SimTime, int)>());
        foreach (ref readonly var row in recorder.Events<SiteChanged>())
        {
            // It leaves for the next place when it drives off; until then it stands where it was.
            if (row.Happened is { Unit: >= 0, Posture: SitePosture.Marching }) _places[row.Happened.Unit].Add((row.Time, row.Happened.Place));
        }
    }

    /// <summary>A fire unit at the place where it stood at a time, or to which it was driving.</summary>
    public PlannedFireUnit At(PlannedFireUnit unit, SimTime time)
    {
        var place = 0;
        foreach (var (from, next) in _places[unit.Index])
        {
            if (from <= time) place = next;
        }

        return unit.Places[place];
    }
}
