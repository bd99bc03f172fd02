namespace Bulwark.Simulation.Scenarios.Wiring;

/// <summary>Makes one command of several batteries. Channels and caps stay with those whose radars they are.</summary>
internal static class BatteryMerge
{
    /// <summary>A battery ready to take others under its command: its caps are those of its own units, not of the whole.</summary>
    public static Battery AsCommand(Battery battery)
    {
        var caps = new List<UnitCap> { new(battery.Id, -1, battery.Limits.Targets, battery.Limits.Missiles) };
        caps.AddRange(battery.Caps.Select(static cap => cap with { Parent = cap.Parent + 1 }));
        return battery with
        {
            Caps = caps,
            FireUnits = [.. battery.FireUnits.Select(unit => unit with { Cap = unit.Cap + 1, Limits = unit.Limits ?? LimitsOf(battery) })],
            Limits = battery.Limits with { Targets = int.MaxValue, Missiles = int.MaxValue },
        };
    }

    /// <summary>The command with a further battery under it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="battery">The battery; it keeps its places, ways of fighting, channels and caps.</param>
    public static Battery With(Battery command, Battery battery)
    {
        var first = command.Caps.Count;
        var caps = new List<UnitCap>(command.Caps) { new(battery.Id, -1, battery.Limits.Targets, battery.Limits.Missiles) };
        caps.AddRange(battery.Caps.Select(cap => cap with { Id = Join(battery.Id, cap.Id), Parent = cap.Parent + first + 1 }));
        return command with
        {
            Caps = caps,
            Radars = [.. command.Radars, .. battery.Radars.Select(radar => radar with { Id = Join(battery.Id, radar.Id), Position = radar.Position ?? battery.Position, FacingRad = radar.FacingRad ?? battery.FacingRad })],
            FireUnits = [.. command.FireUnits, .. battery.FireUnits.Select(unit => Under(battery, unit, first))],
        };
    }

    private static FireUnit Under(Battery battery, FireUnit unit, int first)
    {
        var position = unit.Position ?? battery.Position;
        return unit with
        {
            Id = Join(battery.Id, unit.Id),
            Position = position,
            FacingRad = unit.FacingRad ?? battery.FacingRad,
            Limits = unit.Limits ?? LimitsOf(battery),
            Doctrine = unit.Doctrine ?? battery.Doctrine,
            Cap = unit.Cap + first + 1,
        };
    }

    private static UnitLimits LimitsOf(Battery battery) => new(battery.Limits.Targets, battery.Limits.Missiles);

    private static string Join(string battery, string part) => part.Length == 0 ? battery : $"{battery}.{part}";
}
