using Bulwark.Core.Timing;

namespace Bulwark.Operations.Magazines;

/// <summary>One launcher of a magazine.</summary>
/// <param name="FirstLine">Its first kind of round among the magazine's lines.</param>
/// <param name="Lines">Kinds of round that it carries.</param>
/// <param name="Ready">Rounds on it, of all kinds; those of a reload count only when it is finished.</param>
/// <param name="ReloadedAt">When the reload under way is finished; never when none is under way.</param>
public record struct Launcher(int FirstLine, int Lines, int Ready, SimTime ReloadedAt)
{
    /// <summary>Whether its rounds are held back by order.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Whether it is to be reloaded before it is empty, as soon as that can be done.</summary>
    public bool WantsReload { get; set; }

    /// <summary>Whether it has a round that can be fired now.</summary>
    public readonly bool CanFire => Ready > 0 && ReloadedAt == SimTime.Never && !IsHeld;
}
