namespace Bulwark.Simulation.Recording;

/// <summary>A command post ordered a battery to engage a track. Immutable.</summary>
/// <param name="Picture">Index of the post's picture.</param>
/// <param name="Battery">Index of the battery.</param>
/// <param name="Track">Number of the track in the post's picture.</param>
/// <param name="Target">Target in truth behind it, or -1.</param>
/// <param name="KillProbability">Expected kill probability of one round, as the post sees it.</param>
public readonly record struct FireOrdered(int Picture, int Battery, int Track, int Target, double KillProbability) : IBeliefEvent<FireOrdered>
{
    /// <inheritdoc />
    public static EventType Type => EventType.FireOrdered;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("battery", Battery);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Real("kill_probability", KillProbability);
    }

    FireOrdered IBeliefEvent<FireOrdered>.About(int target) => this with { Target = target };
}
