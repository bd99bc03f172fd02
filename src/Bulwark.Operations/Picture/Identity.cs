namespace Bulwark.Operations.Picture;

/// <summary>What command believes a track to be.</summary>
public enum Identity
{
    /// <summary>Nothing known yet.</summary>
    Pending,

    /// <summary>Asked and not answered often enough to be treated as an attacker under free rules.</summary>
    Unknown,

    /// <summary>Answers interrogations as civil or otherwise protected traffic.</summary>
    Neutral,

    /// <summary>The evidence suffices to take it for an attacker.</summary>
    Hostile,
}
