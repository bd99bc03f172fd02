namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>Who knows of whose engagements when several fire units choose their targets.</summary>
public enum CoordinationMode
{
    /// <summary>Nobody: every unit chooses as if it were alone, and two may take the same target.</summary>
    None,

    /// <summary>Each unit chooses for itself, one after another, and knows what the others before it have taken on.</summary>
    StatusShared,

    /// <summary>One command post chooses for all.</summary>
    Central,
}
