namespace Bulwark.Simulation.Recording;

/// <summary>What a unit did because its doctrine says so. Numbers are recorded: never renumber.</summary>
public enum DoctrineAction
{
    /// <summary>A radar goes on.</summary>
    RadarOn = 0,

    /// <summary>A radar goes off, or begins the run dark.</summary>
    RadarOff = 1,

    /// <summary>A radar stays dark although there is a reason to go on.</summary>
    StaysDark = 2,

    /// <summary>A radar stays on although there is a reason to go off.</summary>
    StaysOn = 3,

    /// <summary>A radar turns to another direction.</summary>
    Turns = 4,

    /// <summary>It leaves for another position.</summary>
    Moves = 5,

    /// <summary>It fights on its own from now on.</summary>
    FallsBack = 6,

    /// <summary>It is under the network again.</summary>
    Rejoins = 7,

    /// <summary>It withdraws.</summary>
    Withdraws = 8,

    /// <summary>It comes back.</summary>
    Returns = 9,
}
