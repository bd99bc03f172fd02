namespace Bulwark.Simulation.Catalogue;

/// <summary>How far a figure was checked against its source.</summary>
public enum Checked
{
    /// <summary>Read in a stored copy of the cited source.</summary>
    Read,

    /// <summary>Read in an open game database: balanced for play, never evidence.</summary>
    Game,

    /// <summary>The cited page is known to publish it, but it was not read again.</summary>
    Recall,

    /// <summary>Our own estimate, with its reasoning instead of a source.</summary>
    Assumed,
}
