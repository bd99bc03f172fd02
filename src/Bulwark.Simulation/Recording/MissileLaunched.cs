namespace Bulwark.Simulation.Recording;

/// <summary>A round left its launcher. Immutable.</summary>
/// <param name="Battery">Index of the battery.</param>
/// <param name="Missile">Number of the missile.</param>
/// <param name="Engagement">Number of the engagement.</param>
/// <param name="Launcher">Index of the launcher.</param>
/// <param name="Target">Target in truth that is followed, or -1.</param>
public readonly record struct MissileLaunched(int Battery, int Missile, int Engagement, int Launcher, int Target) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.MissileLaunched;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("battery", Battery);
        writer.Integer("missile", Missile);
        writer.Integer("engagement", Engagement);
        writer.Integer("launcher", Launcher);
        writer.Integer("target", Target);
    }
}
