using Bulwark.Core.Earth;

namespace Bulwark.Simulation.Scenarios;

/// <summary>A group that is thrown from a launcher to an aim point. Immutable.</summary>
/// <param name="From">The launcher.</param>
/// <param name="Aim">Where it comes down.</param>
/// <param name="ApogeeM">Greatest height, metres; null for the flight of least speed.</param>
public sealed record BallisticLaunch(GeodeticPoint From, GeodeticPoint Aim, double? ApogeeM);
