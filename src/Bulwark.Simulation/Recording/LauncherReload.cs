namespace Bulwark.Simulation.Recording;

/// <summary>A launcher's reload began or ended. Immutable.</summary>
/// <param name="Unit">Index of the fire unit.</param>
/// <param name="Launcher">Index of the launcher.</param>
/// <param name="Rounds">Rounds concerned.</param>
/// <param name="Step">Beginning or end.</param>
public readonly record struct LauncherReload(int Unit, int Launcher, int Rounds, ReloadStep Step) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.LauncherReload;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("unit", Unit);
        writer.Integer("launcher", Launcher);
        writer.Integer("rounds", Rounds);
        writer.Choice("step", Step);
    }
}
