namespace Bulwark.Simulation.Recording;

/// <summary>A missile's flight ended. Immutable.</summary>
/// <param name="Unit">Index of the fire unit.</param>
/// <param name="Missile">Number of the missile.</param>
/// <param name="Engagement">Number of the engagement.</param>
/// <param name="Target">Target in truth that it met or was following, or -1.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="MissM">Closest approach, metres; not a number when it met nothing.</param>
public readonly record struct MissileEnded(int Unit, int Missile, int Engagement, int Target, MissileOutcome Outcome, double MissM) : IBeliefEvent<MissileEnded>
{
    /// <inheritdoc />
    public static EventType Type => EventType.MissileEnded;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("unit", Unit);
        writer.Integer("missile", Missile);
        writer.Integer("engagement", Engagement);
        writer.Integer("target", Target);
        writer.Choice("outcome", Outcome);
        writer.Real("miss_m", MissM);
    }

    MissileEnded IBeliefEvent<MissileEnded>.About(int target) => this with { Target = target };
}
