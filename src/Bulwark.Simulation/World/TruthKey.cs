namespace Bulwark.Simulation.World;

/// <summary>
/// What opens a <see cref="TruthTag"/>. Only who holds the whole world can make one, and the stages that command are given neither the world nor a key: that they
/// cannot know which target is behind a track is for the compiler to see to. <see cref="Stages.StageInputs"/> gives it to the stages in which the truth happens (what
/// an engagement radar and a missile meet), and <see cref="Stages.StageOutput"/> uses it for the record.
/// </summary>
internal sealed class TruthKey
{
    /// <summary>Makes the key of a run.</summary>
    /// <param name="world">Everything in it.</param>
    public TruthKey(WorldTables world) => ArgumentNullException.ThrowIfNull(world);
}
