namespace Bulwark.Formats.Acmi;

/// <summary>What happens to an object in an <see cref="AcmiUpdate"/>.</summary>
public enum AcmiUpdateKind
{
    /// <summary>It appears with its properties, or moves.</summary>
    Position = 0,

    /// <summary>It leaves the scene.</summary>
    Removal = 1,

    /// <summary>It is destroyed, and leaves the scene.</summary>
    Destruction = 2,
}
