using Bulwark.Core.Timing;

namespace Bulwark.Flight.Motion;

/// <summary>Height and its rate at an instant of a route.</summary>
internal readonly record struct HeightKnot(SimTime Time, double HeightM, double RateMPerS);
