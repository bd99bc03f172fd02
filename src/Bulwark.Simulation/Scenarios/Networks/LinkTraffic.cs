namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>What gets across a link; of several on the way, the one that lets least across counts.</summary>
public enum LinkTraffic
{
    /// <summary>All that the network shares.</summary>
    Everything = 0,

    /// <summary>Where tracks are, not who they are nor who engages them.</summary>
    Positions = 1,

    /// <summary>The words of a liaison: which of the tracks that one side knows for its own or neutral the other should leave alone.</summary>
    Voice = 2,
}
