namespace Bulwark.Studies.Coverage;

/// <summary>What a network must have of a target for it to count as covered.</summary>
public enum CombinationKind
{
    /// <summary>At least a number of radars detect it, each in one look of its own.</summary>
    Detections,

    /// <summary>Enough looks of all radars together detect it within a time to make a track, and the track is accurate enough.</summary>
    Track,
}
