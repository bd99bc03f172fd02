namespace Bulwark.Simulation.Scenarios;

/// <summary>How the members of a group fly together.</summary>
public enum Formation
{
    /// <summary>Ranks of <see cref="FlightGroup.Abreast"/> side by side, at <see cref="FlightGroup.RankInterval"/>.</summary>
    Ranks,

    /// <summary>All side by side.</summary>
    Line,

    /// <summary>One behind the other.</summary>
    Column,

    /// <summary>One in front, the others behind it to both sides.</summary>
    Wedge,

    /// <summary>A square, as many ranks as files.</summary>
    Box,

    /// <summary>At random over the area of the box.</summary>
    Scattered,
}
