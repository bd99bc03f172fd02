using Bulwark.Tracking.Registration;

namespace Bulwark.Simulation.World;

/// <summary>What a report says besides where radars have constant errors: the newest plot of the sender's own radars of that track, and what the sender takes off that radar's plots.</summary>
/// <param name="Plot">The plot as measured.</param>
/// <param name="TakenOff">What is taken off.</param>
internal readonly record struct SeenPlot(SitedPlot Plot, SiteErrors TakenOff);
