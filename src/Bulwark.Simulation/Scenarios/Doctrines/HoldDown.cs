namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>A radar that its doctrine has shut down stays dark for a while, whatever the picture says meanwhile. Immutable.</summary>
/// <param name="TimeS">How long at least, seconds.</param>
public sealed record HoldDown(double TimeS);
