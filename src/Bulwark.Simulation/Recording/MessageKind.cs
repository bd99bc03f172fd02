namespace Bulwark.Simulation.Recording;

/// <summary>What a message of the network says. Numbers are recorded: never renumber.</summary>
public enum MessageKind
{
    /// <summary>Where a track is, and who engages it.</summary>
    TrackReport = 0,

    /// <summary>A battery's channels and rounds, for its command post.</summary>
    Status = 1,

    /// <summary>A command post's word that it is there.</summary>
    Word = 2,

    /// <summary>A command post's order to engage a track.</summary>
    FireOrder = 3,
}
