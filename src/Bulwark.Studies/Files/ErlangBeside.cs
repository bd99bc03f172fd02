using Bulwark.Core.Timing;

namespace Bulwark.Studies.Files;

/// <summary>A closed-form answer to draw beside the simulated one: Erlang's loss system. Immutable.</summary>
/// <param name="Servers">The factor that is the number of servers, the target channels.</param>
/// <param name="Arrivals">The factor that is the number of arrivals, the raid.</param>
/// <param name="Within">Time over which they arrive.</param>
/// <param name="Held">Measure of the mean time that a server is held, seconds.</param>
public sealed record ErlangBeside(string Servers, string Arrivals, SimDuration Within, string Held);
