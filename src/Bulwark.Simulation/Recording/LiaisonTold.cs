namespace Bulwark.Simulation.Recording;

/// <summary>A liaison told a battery that one of its tracks is no enemy. Immutable.</summary>
/// <param name="Battery">Index of the battery.</param>
/// <param name="Track">The track that the words were taken to mean.</param>
/// <param name="Target">Target in truth behind that track, or -1.</param>
/// <param name="MeantTarget">Target in truth that was meant, or -1.</param>
/// <param name="AgeS">How old the report was, seconds.</param>
public readonly record struct LiaisonTold(int Battery, int Track, int Target, int MeantTarget, double AgeS) : IBeliefEvent<LiaisonTold>
{
    /// <inheritdoc />
    public static EventType Type => EventType.LiaisonTold;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("battery", Battery);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Integer("meant_target", MeantTarget);
        writer.Real("age_s", AgeS);
    }

    LiaisonTold IBeliefEvent<LiaisonTold>.About(int target) => this with { Target = target };
}
