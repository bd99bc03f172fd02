namespace Bulwark.Simulation.Scenarios;

/// <summary>A group whose members are released by the members of another and home on a radar. Immutable.</summary>
/// <param name="Carriers">Identifier of the group that carries them: members are shared out in turn.</param>
/// <param name="Unit">Identifier of the battery or surveillance site whose radar it homes on.</param>
/// <param name="OnEngagementRadar">Whether that is the battery's engagement radar rather than a searching one.</param>
/// <param name="LaunchRangeM">Distance from the radar at which they are released, metres.</param>
public sealed record HomingLaunch(string Carriers, string Unit, bool OnEngagementRadar, double LaunchRangeM);
