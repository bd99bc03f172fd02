using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Studies.Programmes;

/// <summary>Which battery of a scenario is which unit of a programme, and what of it is up in a sample.</summary>
internal sealed class UnitMapping
{
    private readonly ProgrammePlan _plan;
    private readonly int _lines;
    private readonly List<(int Unit, int FirstLine, int FullRounds, string Battery)> _units = [];

    public UnitMapping(ProgrammePlan plan, Scenario scenario)
    {
        _plan = plan;
        _lines = plan.Equipment.Sum(static lines => lines.Count);
        var line = 0;
        for (var unit = 0; unit < plan.Programme.Units.Count; unit++)
        {
            var entry = plan.Programme.Units[unit];
            if (scenario.Batteries.FirstOrDefault(battery => battery.Id == entry.Id) is { } found) _units.Add((unit, line, found.FireUnits.Sum(static fire => fire.Rounds), found.Id));
            line += plan.Equipment[unit].Count;
        }

        if (_units.Count == 0)
            throw new ArgumentException($"no battery of the scenario has the id of a unit of the programme; expected one of {string.Join(", ", plan.Programme.Units.Select(static unit => unit.Id))}", nameof(scenario));
    }

    public IReadOnlyDictionary<string, UnitReadiness> All(UnitReadiness readiness) => _units.ToDictionary(static unit => unit.Battery, _ => readiness, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, UnitReadiness> Of(ReadinessSample sample, int month)
    {
        var state = new Dictionary<string, UnitReadiness>(StringComparer.Ordinal);
        foreach (var (unit, firstLine, fullRounds, battery) in _units)
        {
            var hasCommand = true;
            var up = new double[5];
            var all = new double[5];
            for (var line = 0; line < _plan.Equipment[unit].Count; line++)
            {
                var equipment = _plan.Equipment[unit][line];
                var works = sample.Equipment[(month * _lines) + firstLine + line];
                if (equipment.Role == EquipmentRole.Other) hasCommand &= works >= equipment.Needed;
                up[(int)equipment.Role] += works;
                all[(int)equipment.Role] += equipment.Quantity;
            }

            // Rounds beyond what the battery of the scenario can hold change nothing, and fewer states are fought once.
            var rounds = _plan.Programme.Units[unit].Round.Length == 0 ? -1 : Math.Min(fullRounds, sample.Rounds[(month * _plan.Programme.Units.Count) + unit]);
            var ready = new UnitReadiness(Share(EquipmentRole.AcquisitionRadar), Share(EquipmentRole.EngagementRadar), Share(EquipmentRole.Launcher), rounds, hasCommand);
            var canFire = ready.HasCommand && ready.EngagementShare > 0 && ready.LauncherShare > 0 && ready.Rounds != 0;
            state[battery] = canFire ? ready with { Rounds = rounds == fullRounds ? -1 : rounds } : UnitReadiness.Nothing;

            double Share(EquipmentRole role) => all[(int)role] > 0 ? up[(int)role] / all[(int)role] : 1;
        }

        return state;
    }

    public static string Key(IReadOnlyDictionary<string, UnitReadiness> state) =>
        string.Join('|', state.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}:{pair.Value.SearchShare:R}:{pair.Value.EngagementShare:R}:{pair.Value.LauncherShare:R}:{pair.Value.Rounds}:{pair.Value.HasCommand}"));
}
