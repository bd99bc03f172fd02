namespace Bulwark.Simulation.World;

/// <summary>A track of another picture and the last that was heard of it.</summary>
/// <param name="Sender">The other picture.</param>
/// <param name="Report">What it said, of which the engagement status counts.</param>
internal readonly record struct EngagedElsewhere(int Sender, SharedReport Report);
