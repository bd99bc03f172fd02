using Bulwark.Core.Timing;

namespace Bulwark.Operations.Magazines;

/// <summary>One launcher's rounds: what is ready and, while it is being reloaded, until when. A value type in the run's tables.</summary>
/// <param name="Capacity">Rounds it can carry.</param>
/// <param name="Ready">Rounds ready to fire.</param>
/// <param name="ReloadedAt">When the reload under way is finished; <see cref="SimTime.Never"/> when none is under way.</param>
public record struct Launcher(int Capacity, int Ready, SimTime ReloadedAt)
{
    /// <summary>A full launcher.</summary>
    /// <param name="capacity">Rounds it can carry.</param>
    public static Launcher Full(int capacity) => new(capacity, capacity, SimTime.Never);

    /// <summary>Whether it can fire.</summary>
    public readonly bool CanFire => Ready > 0 && ReloadedAt == SimTime.Never;
}
