namespace Bulwark.Simulation.Recording;

/// <summary>A battery under a command post began to fight on its own, or to obey again. Immutable.</summary>
/// <param name="Battery">Index of the battery.</param>
/// <param name="Picture">Index of the post's picture.</param>
/// <param name="Mode">Who decides from now on.</param>
/// <param name="SilentS">Time since it last heard from its post, seconds.</param>
public readonly record struct CommandChanged(int Battery, int Picture, CommandMode Mode, double SilentS) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.CommandChanged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("battery", Battery);
        writer.Integer("picture", Picture);
        writer.Choice("mode", Mode);
        writer.Real("silent_s", SilentS);
    }
}
