namespace Bulwark.Simulation.Recording;

/// <summary>A round left its launcher. Immutable.</summary>
/// <param name="Unit">Index of the fire unit.</param>
/// <param name="Missile">Number of the missile.</param>
/// <param name="Engagement">Number of the engagement.</param>
/// <param name="Launcher">Index of the launcher.</param>
/// <param name="Line">Line of the unit's magazine that the round came from.</param>
/// <param name="Target">Target in truth that is followed, or -1.</param>
public readonly record struct MissileLaunched(int Unit, int Missile, int Engagement, int Launcher, int Line, int Target) : IBeliefEvent<MissileLaunched>
{
    /// <inheritdoc />
    public static EventType Type => EventType.MissileLaunched;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("unit", Unit);
        writer.Integer("missile", Missile);
        writer.Integer("engagement", Engagement);
        writer.Integer("launcher", Launcher);
        writer.Integer("line", Line);
        writer.Integer("target", Target);
    }

    MissileLaunched IBeliefEvent<MissileLaunched>.About(int target) => this with { Target = target };
}
